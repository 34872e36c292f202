"""Names of models: when two spellings are one model, and which names say nothing that is known.

`Model:<provider>/<name>`: the provider serves the model, and the name stays as its source writes it. Vendors, clouds, proxies and
tools spell one model in many ways: `claude-4.5-haiku`, `claude-haiku-4-5-20251001`, `us.anthropic.claude-haiku-4-5-20251001-v1:0`,
`claude-haiku-4-5@20251001`, `Claude Haiku 4.5`. Ids of one provider whose names mean one model are one node of a snapshot.

A name is taken apart only if it begins with a known line (`claude`, `gpt`, ...). Any other name is a name of its own: nothing is
guessed, and `is_named_model` lets questions list it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

UNNAMED = "~unnamed"
_KIND = "Model:"

# The first word of a model's name, its maker and its family.
_LINES: Mapping[str, tuple[str, str]] = {
    "claude": ("anthropic", "claude"),
    "chatgpt": ("openai", "gpt"),
    "gpt": ("openai", "gpt"),
    "gpt-image": ("openai", "gpt-image"),
    "gpt-oss": ("openai", "gpt-oss"),
    "text-davinci": ("openai", "gpt"),
    "davinci": ("openai", "gpt"),
    "babbage": ("openai", "gpt"),
    "codex": ("openai", "codex"),
    "o1": ("openai", "o"),
    "o3": ("openai", "o"),
    "o4": ("openai", "o"),
    "text-embedding-00": ("google", "text-embedding"),
    "text-embedding": ("openai", "text-embedding"),
    "omni-moderation": ("openai", "moderation"),
    "dall-e": ("openai", "dall-e"),
    "sora": ("openai", "sora"),
    "tts": ("openai", "tts"),
    "whisper": ("openai", "whisper"),
    "gemini": ("google", "gemini"),
    "gemma": ("google", "gemma"),
    "imagen": ("google", "imagen"),
    "veo": ("google", "veo"),
    "grok": ("xai", "grok"),
    "deepseek": ("deepseek", "deepseek"),
    "kimi": ("moonshot", "kimi"),
    "qwen": ("alibaba", "qwen"),
    "llama": ("meta", "llama"),
    "mistral": ("mistral", "mistral"),
    "mixtral": ("mistral", "mistral"),
    "ministral": ("mistral", "mistral"),
    "magistral": ("mistral", "magistral"),
    "pixtral": ("mistral", "pixtral"),
    "codestral": ("mistral", "codestral"),
    "devstral": ("mistral", "devstral"),
    "voxtral": ("mistral", "voxtral"),
    "command-a": ("cohere", "command"),
    "command-light": ("cohere", "command"),
    "command-nightly": ("cohere", "command"),
    "command-r": ("cohere", "command"),
    "embed-english": ("cohere", "embed"),
    "embed-multilingual": ("cohere", "embed"),
    "embed-v": ("cohere", "embed"),
    "sonar": ("perplexity", "sonar"),
    "jamba": ("ai21", "jamba"),
    "nova": ("bedrock", "nova"),
    "titan": ("bedrock", "titan"),
    "glm": ("zai", "glm"),
    "minimax": ("minimax", "minimax"),
    "nemotron": ("nvidia", "nemotron"),
    "palmyra": ("writer", "palmyra"),
    "phi": ("azure", "phi"),
    "raptor": ("github", "raptor"),
    "composer": ("cursor", "composer"),
    "cursor": ("cursor", "cursor"),
}
# Makers that serve their own models alone: a client that names one of them for another's model speaks its protocol to a gateway.
OWN_MODELS_ONLY = frozenset({"anthropic", "deepseek", "mistral", "openai", "xai"})
# What products call the choice that they make themselves; it is no model, and it has this name.
_CHOICES = frozenset({("cursor", "default")})

# A line ends where no letter follows, and `o365` is no `o3`. Of `mistral.mistral-large`, `gemini/gemini-3` the first word is who serves.
_WORDS = (
    re.escape(line) + ("(?![0-9])" if re.fullmatch("o[0-9]", line) else "") for line in sorted(_LINES, key=len)[::-1]
)
_LINE = re.compile(f"(?:{'|'.join(_WORDS)})(?![a-z]|[./][a-z])")
_LINE_ANYWHERE = re.compile(r"(?<![a-z0-9])" + _LINE.pattern)
_SPACES = re.compile(r"[\s_]+")
_AUTO, _NOTE = re.compile(r"\Aauto:-?"), re.compile(r"-?\((?:preview|latest)\)\Z")
_DATE = r"(?:20[0-9]{2}-[01][0-9]-[0-3][0-9]|20[0-9]{2}[01][0-9][0-3][0-9])"
# What vendors and clouds append to a model's name: its date, their own version, the window asked for. `-latest` moves with them.
_SUFFIXES = (
    re.compile(rf"(?P<stem>.*[0-9].*?)[-@]{_DATE}(?:-v[0-9]+(?::[0-9]+k?)*)?\Z"),
    re.compile(rf"(?P<stem>.+?)[-@]{_DATE}\Z"),
    re.compile(r"(?P<stem>.*[0-9].*|nova-[a-z]+|command-[a-z-]+)-v1(?::[0-9]+k?)*\Z"),
    re.compile(r"(?P<stem>claude-.*[0-9].*)-v[0-9]+\Z"),
    re.compile(r"(?P<stem>gpt-oss-[0-9]+b)-[0-9]+:[0-9]+\Z"),
    re.compile(r"(?P<stem>.+)[-@](?:latest|default)\Z"),
    re.compile(r"(?P<stem>.+)\[[0-9]+[km]\]\Z"),
    re.compile(r"(?P<stem>(?:gpt|grok)-[0-9].*)-(?:0[1-9]|1[0-2])[0-3][0-9]\Z"),
    re.compile(r"(?P<stem>gemini-[0-9].*)-00[0-9]\Z"),
    re.compile(r"(?P<stem>gemini-[0-9].*-preview)-[01][0-9]-(?:[0-3][0-9]|20[0-9]{2})\Z"),
)
_NUMBER = r"(?P<major>[0-9]+)(?:[.-](?P<minor>[0-9]{1,2}))?(?![0-9a-z])"
# Cursor writes the number before the line: `claude-4.5-sonnet`; the vendor writes it behind, since its fourth generation.
_CLAUDE = (
    re.compile(rf"\Aclaude-{_NUMBER}-(?P<line>(?!instant)[a-z]+)(?P<rest>.*)\Z"),
    re.compile(rf"\Aclaude-(?P<line>(?!instant)[a-z]+)-{_NUMBER}(?P<rest>.*)\Z"),
)
_LAST_OF_OLD_ORDER = 3
_CLAUDE_2 = re.compile(r"\Aclaude-v(?P<major>[0-9])(?::(?P<minor>[0-9]))?\Z")
_DASHED = re.compile(r"\A(?P<line>gpt|gemini|grok)-(?P<major>[0-9])-(?P<minor>[0-9])(?![0-9a-z])")
_LLAMA = re.compile(r"\Allama-?v?(?P<major>[0-9])(?:[.p-](?P<minor>[0-9]))?(?=-|\Z)")
_AZURE_GPT = re.compile(r"\Agpt-35(?=-)")
_FINE_TUNED = "ft:"
_DEEPSEEK = re.compile(r"(?<![a-z])deepseek\.(?=[rv][0-9])")
_ARN = re.compile(r"\Aarn:[^:]*:bedrock:[^:]*:[^:]*:(?:foundation-model|inference-profile)/")


def is_named_model(node_id: str) -> bool:
    """Whether a model's id tells which model it is: its name is of a known line, or what a bill calls a charge that is no model.

    False for a deployment's or a proxy's own name and for usage whose model nobody tells: these stay apart, and questions list
    them as unresolved. Every other kind of node is True.
    """
    if not node_id.startswith(_KIND):
        return True
    provider, _, name = node_id.removeprefix(_KIND).partition("/")
    if name.startswith("~") or (provider, name) in _CHOICES:
        return name != UNNAMED
    return _line(name) is not None


def one_node_per_model(node_ids: Sequence[str]) -> dict[str, str]:
    """Of ids that mean one model, each with the least of them by bytes; ids that stand alone are left out."""
    classes: dict[str, list[str]] = {}
    for node_id in set(node_ids):
        if node_id.startswith(_KIND) and (key := _class(node_id)) is not None:
            classes.setdefault(key, []).append(node_id)
    return {
        node_id: least
        for members in classes.values()
        if len(members) > 1
        for least in (min(members, key=str.encode),)
        for node_id in members
        if node_id != least
    }


def model_name(name: str) -> str:
    """The one name of a model, as its vendor spells it without date and version; a name of no known line as it is."""
    return _plain(name) or name


def maker_of(name: str | None) -> str | None:
    """Who makes the model that a name tells; None for a name of no known line."""
    line = _line(name)
    return line[0] if line else None


def family_of(name: str | None) -> str | None:
    """The family that a model's name tells, such as `claude`; None for a name of no known line."""
    line = _line(name)
    return line[1] if line else None


def named_in(text: str) -> str | None:
    """From where on a text for people names a model of a known line and number, such as `Gemini 2.5 Flash`; None if it does not."""
    match = _LINE_ANYWHERE.search(text.lower())
    rest = text[match.start() :] if match is not None else ""
    return rest if any(sign.isdigit() for sign in rest) else None


def _class(node_id: str) -> str | None:
    """What ids of one model have in common; None for a name that is not taken apart."""
    provider, _, name = node_id.removeprefix(_KIND).partition("/")
    plain = _plain(name)
    if plain is None:
        return None
    maker = maker_of(plain) or provider
    return f"{maker if provider in OWN_MODELS_ONLY else provider}/{plain}"


@lru_cache(maxsize=65_536)
def _plain(name: str) -> str | None:
    """The name as its vendor spells it, without date, version and window; None for a name of no known line."""
    plain = _from_line(name)
    if plain is None:
        return None
    plain = _NOTE.sub("", plain)
    before = ""
    while before != plain:
        before = plain
        for suffix in _SUFFIXES:
            match = suffix.match(plain)
            plain = match["stem"] if match is not None else plain
    return _numbered(plain)


def _numbered(plain: str) -> str:
    old = _CLAUDE_2.match(plain)
    if old is not None:
        return f"claude-{old['major']}" + (f".{old['minor']}" if old["minor"] else "")
    claude = next((match for order in _CLAUDE if (match := order.match(plain))), None)
    if claude is not None:
        # `claude-sonnet-4-0` is an alias of the first of its generation.
        number = claude["major"] + (f"-{claude['minor']}" if claude["minor"] and claude["minor"] != "0" else "")
        is_old = int(claude["major"]) <= _LAST_OF_OLD_ORDER
        parts = (number, claude["line"]) if is_old else (claude["line"], number)
        return f"claude-{'-'.join(parts)}{claude['rest']}"
    plain = _AZURE_GPT.sub("gpt-3.5", plain)
    plain = _DASHED.sub(r"\g<line>-\g<major>.\g<minor>", plain)
    llama = _LLAMA.match(plain)
    if llama is not None:
        number = llama["major"] + (f".{llama['minor']}" if llama["minor"] else "")
        plain = f"llama-{number}{plain[llama.end() :]}"
    return plain


def _line(name: str | None) -> tuple[str, str] | None:
    """The maker and family that a name tells."""
    plain = _from_line((name or "").removeprefix(_FINE_TUNED))
    match = _LINE.match(plain) if plain is not None else None
    return None if match is None else _LINES[match[0]]


@lru_cache(maxsize=65_536)
def _from_line(name: str) -> str | None:
    """A name in lower case from its line on: a cloud writes region and maker before it, a proxy the way it calls it.

    None if no part of it begins with a known line. A fine-tuned model (`ft:gpt-4o:acme`) is one of its own.
    """
    plain = _AUTO.sub("", _SPACES.sub("-", _ARN.sub("", name.strip()).lower()))
    plain = _DEEPSEEK.sub("deepseek-", plain)
    for start in (0, *(index + 1 for index, sign in enumerate(plain) if sign in "./")):
        if _LINE.match(plain, start):
            return plain[start:]
    return None
