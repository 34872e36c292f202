"""Secret detection: what a secret looks like, and how one is named without being stored.

The same secret under the same salt has the same fingerprint, so that reuse across people shows. Redaction markers and
placeholders have none: they would join configurations that share nothing.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
from dataclasses import dataclass

from loaders.base import Secret
from loaders.mcp.random_text import UUID, is_random
from loaders.mcp.reference import is_nameless, is_reference, variables_in, without_references
from loaders.mcp.secret_forms import MARKED_FORMS, SECRET_FORMS

LITERAL, REFERENCE, PLACEHOLDER = "literal", "reference", "placeholder"

# A hint of a short secret would give too much of it away.
HINT_FROM = 16
HINT_LENGTH = 4

# In the place of a value less is enough than within a text.
_VALUE_FORMS: tuple[tuple[str, str], ...] = (
    (r"https://hooks\.slack\.com/services/", "Slack webhook"),
    (r"gh[pousr]_|github_pat_", "GitHub token"),
    (r"glpat-", "GitLab token"),
    (r"xox[abeprs]-|xapp-", "Slack token"),
    (r"sk-ant-", "Anthropic key"),
    (r"sk-[A-Za-z0-9_-]{8}", "API key"),
    (r"[sr]k_(?:live|test)_", "Stripe key"),
    (r"AIza[\w-]{20}", "Google API key"),
    (r"ya29\.", "Google token"),
    (r"hf_[A-Za-z0-9]{16}", "Hugging Face token"),
    (r"lin_api_", "Linear key"),
    (r"figd_", "Figma token"),
    (r"ATATT[\w-]{10}", "Atlassian token"),
    (r"shpat_|shpss_", "Shopify token"),
    (r"(?:tvly|pplx|gsk|r8|whsec|sntrys|dop_v1)[-_][A-Za-z0-9]{10}", "API key"),
    (r"eyJ[\w-]{8,}\.[\w-]{4,}\.", "JWT"),
)
_FORMS = (*SECRET_FORMS, *((pattern, kind) for _, pattern, kind in MARKED_FORMS), *_VALUE_FORMS)
_KNOWN = tuple((re.compile(pattern), kind) for pattern, kind in _FORMS)
_ANY_KNOWN = re.compile("|".join(pattern for pattern, _ in _FORMS))
_CONNECTION_STRING = re.compile(r"(?i)(?:^|[;\s])(?:password|pwd|accountkey|sharedaccesskey)\s*=\s*[^;\s]")
_LONG = re.compile(r"[A-Za-z0-9+/_=-]{32,}")
_TOKEN = re.compile(r"[A-Za-z0-9_-]+=*")

_SCHEME = re.compile(r"(?i)^(?:bearer|basic|token|apikey|api-key|bot|key|sso-key)\s+(?=\S)")
_PLACEHOLDER = re.compile(
    r"""(?ix) .*redacted.* | .*\*{3,}.* | .*[•●]{3,}.* | .*x{4,}.* | x{3} | .*(?:\.{3}|…)
      | (?:.*[\W_])?your(?:[\W_].*|$) | your[a-z]+ | <.*> | \[.*\] | \{\{.*\}\} | \{%.*%\} | \{[a-z_][\w\ .:-]*\}
      | [«‹⟨].*[»›⟩] | \#[A-Z][A-Z0-9_]+\# | (?P<same>\S)(?P=same){4,}
      | (?:see|ask|get|stored|look|comes?|in|from)\b.*\b(?:1password|keychain|bitwarden|lastpass|keeper|vault|wiki|readme|docs?)\b.*
      | (?:insert|replace|enter|put|paste)[\W_].* | .*[\W_]here
      | change[-_ ]?(?:me|it|this)(?:[-_ ]?(?:please|now|later|soon))? | (?:replace|fill)[-_ ]?(?:me|this|in) | placeholder | todo | tbd | fixme | dummy | my[-_ ](?:api[-_ ]?)?(?:token|key|secret)
      | (?:sk-)?(?:fake|dummy|example|sample|mock)(?:[-_ ](?:api[-_ ]?)?(?:token|key|secret|password|pass|value))?
      | (?:api|access)[-_ ]?(?:token|key)
    """,
    re.DOTALL,
)
# What scanners write where they took a secret away; the second form says that it was one.
_MARKER = re.compile(r"\*\*REDACTED\w*\*\*")
_SECRET_MARKER = re.compile(r"\*\*REDACTED_SECRET_\w+\*\*")
_OWN_NAME = re.compile(r"[A-Z]+(?:_[A-Z]+)*_(?:TOKEN|KEY|PAT|SECRET|PASSWORD)")
_NOTHING = frozenset({"", "none", "null", "nil", "undefined", "true", "false", "yes", "no", "on", "off", "n/a"})
# What people write where a field must be filled and nothing is needed.
_NOT_NEEDED = re.compile(
    r"""(?ix) (?:sk-|key-)? (?: (?:is[-_ ])?not?[-_ ]?(?:needed|required|used|necessary|applicable|set|provided|available)
      | no[-_ ]?(?:key|token|auth|password|secret|api[-_ ]?key)(?:[-_ ](?:is[-_ ])?(?:needed|required|necessary|set))?
      | unused | unset | ignored? | empty | blank | nothing | na | optional | anonymous | ollama | lm[-_ ]?studio
      | user[-_ ]?provided )"""
)
_FILE = re.compile(r"(?:file://|[A-Za-z]:\\|(?:~|\.{1,2})[/\\]|/[\w.@ -]+/)[\w.@ /\\-]+")

_STRONG = re.compile(
    r"password|passwd|passphrase|secret|apikey|token(?!s$|iz)|credential|authorization|cookie|bearer|privatekey|accesskey|jwt|dbpass"
)
_WEAK = frozenset(
    {"auth", "key", "pat", "pwd", "pass", "pw", "session", "sas", "sig", "signature", "creds", "cred", "pin"}
)
_HARMLESS_END = frozenset(
    [
        "path",
        "file",
        "filename",
        "dir",
        "folder",
        "url",
        "uri",
        "endpoint",
        "id",
        "name",
        "host",
        "port",
        "ttl",
        "expiry",
        "expires",
        "timeout",
        "type",
        "method",
        "mode",
        "scope",
        "scopes",
        "enabled",
        "disabled",
        "header",
        "prefix",
        "limit",
        "length",
        "count",
        "budget",
        "size",
        "max",
        "min",
        "region",
        "version",
        "provider",
        "algorithm",
        "audience",
        "issuer",
        "location",
        "store",
        "interval",
        "env",
        "var",
    ]
)
_HARMLESS_START = frozenset({"max", "min", "num", "public"})
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_ORDINARY = re.compile(r"[a-z]{1,8}|\d{1,5}|https?://[^@\s]*")
_NO_SECRET = Secret()


@dataclass(frozen=True, slots=True)
class SecretClassification:
    """What a candidate text is: a LITERAL secret, a REFERENCE to `variable`, or a PLACEHOLDER."""

    kind: str
    secret: Secret = _NO_SECRET
    variable: str = ""


def is_secret_name(name: str) -> bool:
    """Whether a variable, header, flag or parameter of this name holds a secret."""
    words = [word.lower() for word in _WORDS.findall(name)]
    if not words or words[0] in _HARMLESS_START or (words[-1] in _HARMLESS_END and words[-2:] != ["session", "id"]):
        return False
    return _STRONG.search("".join(words)) is not None or not _WEAK.isdisjoint(words)


def is_secret_value(text: str) -> bool:
    """Whether a text looks like a secret under any name: a known prefix, or long and random."""
    text = text.strip()
    if _ANY_KNOWN.match(text) or _CONNECTION_STRING.search(text):
        return True
    if not _LONG.fullmatch(text) or UUID.fullmatch(text) or ("/" in text and not text.endswith("=")):
        return False
    lower, upper, digit = (any(test(c) for c in text) for test in (str.islower, str.isupper, str.isdigit))
    is_hex = re.fullmatch(r"[0-9a-fA-F]+", text) is not None
    if not digit or len(set(text)) < 10:
        return False
    # Long names in camel case are words.
    return is_hex or (lower and upper and (is_random(text) or not _TOKEN.fullmatch(text)))


def may_be_secret(name: str, text: str) -> bool:
    """Whether a named value is a secret candidate. Weak names (`auth`, `key`) need more than a plain word as their value."""
    if (
        _SECRET_MARKER.search(text)
        or is_secret_value(_without_scheme(text))
        or any(is_secret_name(variable) for variable in variables_in(text))
    ):
        return True
    if not is_secret_name(name) or _is_nothing(text):
        return False
    words = "".join(word.lower() for word in _WORDS.findall(name))
    return "pass" in words or "secret" in words or not _ORDINARY.fullmatch(_without_scheme(text))


def _holds_secret(name: str) -> bool:
    """Whether what should name a secret is one, or ends in one behind a delimiter: a name is stored, a secret never."""
    ends = (match.end() for match in re.finditer(r"[:/#?=-]", name))
    return is_secret_value(name) or any(is_secret_value(name[end:]) for end in ends)


def is_redaction_marker(text: str) -> bool:
    """Whether a text contains the marker that a scanner writes in place of what it removed."""
    return _MARKER.search(text) is not None


def classify(text: str) -> SecretClassification | None:
    """The classification of a candidate text; None if it is empty or says nothing (`none`, `true`)."""
    text = _without_scheme(text)
    if _is_nothing(text):
        return None
    if is_nameless(text):
        return SecretClassification(REFERENCE)
    names = variables_in(text)
    if names and names[-1].startswith("$("):
        embedded = next((word for word in names[-1][2:-1].split() if is_secret_value(word.strip("\"'"))), None)
        return SecretClassification(LITERAL, Secret(embedded)) if embedded else SecretClassification(REFERENCE)
    if names and not _holds_secret(names[-1]):
        rest = without_references(text).strip(" :@/-_.,;&=\"'")
        is_whole_reference = is_reference(text) and rest and not _is_placeholder(rest)
        if _is_nothing(rest) or not (is_whole_reference or is_secret_value(rest)):
            return SecretClassification(REFERENCE, variable=names[-1])
        return SecretClassification(LITERAL, Secret(rest), names[-1])
    if _is_placeholder(text):
        return SecretClassification(PLACEHOLDER)
    if _FILE.fullmatch(text) and not is_secret_value(text):
        return SecretClassification(REFERENCE)
    return SecretClassification(LITERAL, Secret(text))


def fingerprint(secret: str, salt: bytes) -> str:
    """HMAC-SHA256 of a secret under a salt, as its first 32 hexadecimal digits."""
    return hmac.new(salt, secret.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()[:32]


def hash_fingerprint(sha256: str, salt: bytes) -> str | None:
    """The fingerprint of a secret of which only the SHA-256 is known, in hexadecimal digits; None without a salt.

    Without a salt whoever reads the store could look up the hash.
    """
    return fingerprint(sha256.lower(), salt) if salt else None


def sha256_of(secret: str) -> str:
    """The SHA-256 of a secret, as gateways list their keys. It is never stored."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def hint_of(secret: str) -> str | None:
    """The last characters of a long secret; None for a short one.

    Of a text that holds more than the secret (a connection string, user and password) the secret alone counts.
    """
    core = _core(secret)
    return core[-HINT_LENGTH:] if len(core) >= HINT_FROM else None


def _core(text: str) -> str:
    """The secret within a text that was kept whole; empty where it cannot be told apart."""
    pair = re.search(r"(?i)(?:password|pwd|accountkey|sharedaccesskey)\s*=\s*([^;\s]*)", text)
    if pair is not None:
        return pair[1]
    if "://" in text:
        return ""
    try:
        decoded = base64.b64decode(text, validate=True).decode("ascii")
    except (ValueError, binascii.Error):
        decoded = ""
    # Basic authentication: user and password.
    basic = re.fullmatch(r"[\w.@+-]+:([!-~]+)", decoded) or re.fullmatch(r"[\w.@+-]+:(\S+)", text)
    return basic[1] if basic is not None else text


def _is_nothing(text: str) -> bool:
    text = text.strip()
    return text.lower() in _NOTHING or _NOT_NEEDED.fullmatch(text) is not None


def secret_type(secret: str) -> str:
    """The type of a secret by its form alone, so that every configuration names it equally."""
    return next((kind for pattern, kind in _KNOWN if pattern.match(secret)), "secret")


def _without_scheme(text: str) -> str:
    """The text without the scheme of an Authorization header, so that a header and a variable can hold one secret."""
    return _SCHEME.sub("", text.strip()).strip()


def _is_placeholder(text: str) -> bool:
    return (_PLACEHOLDER.fullmatch(text) or _OWN_NAME.fullmatch(text)) is not None
