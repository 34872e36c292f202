"""Spellings of references as data: each form with its pattern and with texts that it must read.

The patterns are verbose regular expressions. A group that bears the name of its form holds the variable; a form without
such a group says that the value is elsewhere, or encrypted, and nothing that could be a name. To read another spelling,
add its form and an example: a test reads every example, alone and as the password of a DSN.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReferenceForm:
    """A spelling: its pattern, and (text, variable) of texts that are such a reference."""

    name: str
    pattern: str
    examples: tuple[tuple[str, str], ...]


# What stands before the colon of `${env:X}` and names where the value is, not the value.
_SOURCES = (
    "env|ENV|input|inputs|prompt|promptString|userInput|config|command|secret|secrets|vars?|vault|bao|ssm|cf|file|opt"
    "|self|param|params|sops|aws|gcp|azure|s3|secure|keychain|keyring|op|docker|k8s"
)

# These are references wherever they stand in a text.
EMBEDDED_FORMS: tuple[ReferenceForm, ...] = (
    ReferenceForm(
        "action",
        r"\$\{\{\s*(?P<action>[A-Za-z_][\w.]*)\s*\}\}",
        (("${{ secrets.TOKX }}", "TOKX"), ("${{TOKX}}", "TOKX")),
    ),
    ReferenceForm(
        "gitlab_input", r"\$\[\[\s*(?P<gitlab_input>[A-Za-z_][\w.]*)\s*\]\]", (("$[[ inputs.x ]]", "inputs.x"),)
    ),
    # ${X} ${env:X} ${X:-default} ${X:default} ${X:?message}
    ReferenceForm(
        "braced",
        rf"\$\{{(?P<braced>(?:(?:{_SOURCES})::?/{{0,2}})?[A-Za-z_][\w./-]*)"
        r"(?: :?[?+][^{}]* | :(?![?+:])[-=]?(?P<default>[^{}$]*) )?\}",
        (
            ("${TOKX}", "TOKX"),
            ("${TOKX:?m}", "TOKX"),
            ("${TOKX:?see docs/a@b: c}", "TOKX"),
            ("${TOKX:-}", "TOKX"),
            ("${TOKX:+x}", "TOKX"),
            ("${env:TOKX}", "TOKX"),
            ("${input:crm-key}", "input:crm-key"),
            ("${config:a.b}", "config:a.b"),
            ("${user_config.api_key}", "user_config.api_key"),
            ("${ssm:/prod/tokx}", "ssm:/prod/tokx"),
            ("${secure::db.password}", "secure::db.password"),
        ),
    ),
    # Frameworks call functions: ${file(./secrets.json):k}
    ReferenceForm("called", r"\$\{[a-z]\w*\([^(){}]*\)[^{}]*\}", (("${file(./secrets.json):k}", ""),)),
    ReferenceForm(
        "opencode",
        r"\{(?P<opencode>(?:env|file)[:.][^{}\s]+)\}",
        (("{env:TOKX}", "TOKX"), ("{env.TOKX}", "TOKX"), ("{file:~/k}", "file:~/k")),
    ),
    ReferenceForm(
        "command",
        r"\$\((?P<command>[^()]+(?:\([^()]*\)[^()]*)*)\)",
        (("$(gh auth token)", ""), ("$(op read 'op://a/b c')", ""), ("$(TOKX)", "")),
    ),
    ReferenceForm("ticks", r"`(?P<ticks>[a-z][\w./-]*\ [^`]+)`", (("`pass show x/y`", ""),)),
    ReferenceForm(
        "prefixed",
        r"\$(?P<prefixed>(?:input|[eE]nv|ENV|secrets?|vars?):[A-Za-z_][\w.-]*)",
        (("$input:tokx", "input:tokx"), ("$env:TOKX", "TOKX")),
    ),
    ReferenceForm("hash", r"[\#%]\{(?P<hash>[A-Za-z_][\w.-]*)\}", (("#{TOKX}", "TOKX"), ("%{TOKX}", "TOKX"))),
    ReferenceForm(
        "dunder", r"(?<![A-Za-z0-9_])__(?P<dunder>[A-Z][A-Z0-9_]*?)__(?![A-Za-z0-9_])", (("__TOKX__", "TOKX"),)
    ),
    ReferenceForm(
        "at", r"(?<![\w@])@(?P<at>[A-Z][A-Z0-9_]+)@(?!\w)", (("@TOKX@", "TOKX"), ("@CRM_TOKEN@", "CRM_TOKEN"))
    ),
    ReferenceForm("bare", r"\$(?P<bare>[A-Z_][A-Z0-9_]*)(?![A-Za-z0-9_])", (("$TOKX", "TOKX"),)),
    # Two hexadecimal digits between percent signs are a letter of a URL: %C3%A9.
    ReferenceForm("percent", r"%(?P<percent>(?![0-9A-F]{2}%)[A-Z_][A-Z0-9_]*)%", (("%VAR%", "VAR"),)),
    ReferenceForm("vault", r"""(?P<vault>op://[^\s"'@]+)""", (("op://vault/item/field", "op://vault/item/field"),)),
)

# Managers of secrets; what follows the colon names the secret there.
_MANAGERS = (
    "keychain|keyring|vault|hashivault|hashicorp-?vault|hcvault|(?:open)?bao|secrets?|secret-?ref|secret-?s?manager"
    "|secrets-manager|aws-?sm|aws-?secrets?(?:-?manager)?|ssm|aws-?ssm|parameter-?store|gcp-?sm|gcp-?secrets?|gsm|akv"
    "|azkv|azure-?key-?vault|key-?vault|doppler|infisical|bitwarden|bws|bw|lastpass|lpass|op|1password|onepassword|gopass"
    "|pass|passage|dashlane|keeper|sops|cyberark|conjur|docker-?secrets?|k8s|kubernetes|kube-?secret|env-?file"
    "|credentials?|wincred|libsecret|secret-tool|se|berglas|teller|chamber"
)

# These are references only as the whole text: within another they are ordinary words.
WHOLE_FORMS: tuple[ReferenceForm, ...] = (
    ReferenceForm(
        "member",
        r"""(?:process\.env|import\.meta\.env|os\.environ|environ|env|ENV)
            (?:[./:]|://)(?P<member>[A-Za-z_]\w*)""",
        (
            ("env:TOKX", "TOKX"),
            ("env://TOKX", "TOKX"),
            ("process.env.TOKX", "TOKX"),
            ("import.meta.env.TOKX", "TOKX"),
            ("os.environ/TOKX", "TOKX"),
        ),
    ),
    ReferenceForm(
        "item",
        r"""(?:process\.env|os\.environ|environ|ENV)\[["'](?P<item>[A-Za-z_]\w*)["']\]""",
        (('process.env["TOKX"]', "TOKX"), ("os.environ['TOKX']", "TOKX"), ("ENV['TOKX']", "TOKX")),
    ),
    ReferenceForm(
        "getter",
        r"""(?:os\.getenv|os\.environ\.get|os\.Getenv|System\.getenv|Deno\.env\.get|getenv|env|ENV\.fetch|secrets\.get
            |credentials|secret)\(["'](?P<getter>[A-Za-z_][\w.-]*)["']\)""",
        (
            ('os.getenv("TOKX")', "TOKX"),
            ('os.environ.get("TOKX")', "TOKX"),
            ('System.getenv("TOKX")', "TOKX"),
            ('Deno.env.get("TOKX")', "TOKX"),
            ("credentials('tokx')", "tokx"),
        ),
    ),
    ReferenceForm(
        "tagged",
        r"!(?:secret|vault|env|env_var|ENV|Ref|ImportValue|sops|include|GetAtt)\s+(?P<tagged>[\w./:-]+)",
        (("!secret tokx", "tokx"), ("!Ref TokxParameter", "TokxParameter"), ("!sops a.yaml", "a.yaml")),
    ),
    ReferenceForm(
        "at_source",
        r"@(?P<at_source>(?:env|file|secret|secrets|vault|input):[^\s]+)",
        (("@env:TOKX", "TOKX"), ("@file:/run/secrets/k", "file:/run/secrets/k")),
    ),
    ReferenceForm(
        "manager",
        rf"(?P<manager>(?:ref\+)?(?:{_MANAGERS})(?:\+\w+)?:(?://)?[^\s:][^\s]*)",
        (
            ("vault:secret/data/k#token", "vault:secret/data/k#token"),
            ("vault://secret/k", "vault://secret/k"),
            ("bao:secret/data/k", "bao:secret/data/k"),
            ("openbao://secret/k", "openbao://secret/k"),
            ("keychain:tokx", "keychain:tokx"),
            ("op://it@acme/tokx/field", "op://it@acme/tokx/field"),
            ("ref+vault://secret/k#token", "ref+vault://secret/k#token"),
            ("ref+awssecrets://tokx", "ref+awssecrets://tokx"),
            ("aws-sm://tokx", "aws-sm://tokx"),
            ("azkv://acme/tokx", "azkv://acme/tokx"),
            ("bws://tokx", "bws://tokx"),
            ("bw://tokx", "bw://tokx"),
            ("pass:crm/tokx", "pass:crm/tokx"),
            ("dashlane://tokx/password", "dashlane://tokx/password"),
            ("keeper://tokx/field/password", "keeper://tokx/field/password"),
            ("doppler://acme/tokx", "doppler://acme/tokx"),
            ("infisical://tokx", "infisical://tokx"),
            ("docker-secret:tokx", "docker-secret:tokx"),
            ("se://docker/mcp/github.personal_access_token", "se://docker/mcp/github.personal_access_token"),
            ("k8s:crm/tokx/key", "k8s:crm/tokx/key"),
            ("credential:tokx", "credential:tokx"),
        ),
    ),
    ReferenceForm(
        "file",
        r"(?P<file>file:(?://)?[\w.~/\\@-][^\s]*)",
        (
            ("file:/run/secrets/k", "file:/run/secrets/k"),
            ("file:///run/secrets/k", "file:///run/secrets/k"),
            ("file:k", "file:k"),
        ),
    ),
    ReferenceForm(
        "resource",
        r"""(?P<resource>arn:aws[\w-]*:(?:secretsmanager|ssm):\S+ | projects/[^/\s]+/secrets/[^/\s]+(?:/versions/\w+)?
            | @Microsoft\.KeyVault\(.+\))""",
        (
            ("arn:aws:secretsmanager:eu-west-1:1:secret:gh", "arn:aws:secretsmanager:eu-west-1:1:secret:gh"),
            ("projects/acme/secrets/gh/versions/latest", "projects/acme/secrets/gh/versions/latest"),
            (
                "@Microsoft.KeyVault(SecretUri=https://a.example/k)",
                "@Microsoft.KeyVault(SecretUri=https://a.example/k)",
            ),
        ),
    ),
)

# Encrypted values and texts that run a command: they point elsewhere and hold nothing that could be a name.
NAMELESS_FORMS: tuple[ReferenceForm, ...] = (
    ReferenceForm("sops", r"ENC\[[^\[\]]*\]", (("ENC[AES256_GCM,data:a/b=,iv:c,tag:d,type:str]", ""),)),
    ReferenceForm("jasypt", r"ENC\([^()]*\)", (("ENC(hQEMA0123456789abcdef)", ""),)),
    ReferenceForm("spring", r"\{cipher\}\S+", (("{cipher}0a1b2c3d4e5f", ""),)),
    ReferenceForm(
        "transit", r"(?:vault|bao):v\d+:[\w+/=]+", (("vault:v1:8SDd3WHDOjf7mq69CyCqYjBXAiQQAVZRkFM13ok481zo", ""),)
    ),
    ReferenceForm("ansible", r"\$ANSIBLE_VAULT;.*", (("$ANSIBLE_VAULT;1.1;AES256 3061", ""),)),
    ReferenceForm(
        "armored",
        r"-----BEGIN\ (?:AGE\ ENCRYPTED\ FILE|PGP\ MESSAGE)-----.*",
        (("-----BEGIN AGE ENCRYPTED FILE-----", ""),),
    ),
    ReferenceForm(
        "run", r"(?:exec|cmd|command|shell):\s?[a-z][\w./-]*\ .*", (("exec:cat tokx", ""), ("cmd:op read k", ""))
    ),
)
