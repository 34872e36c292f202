"""Pages around signing in: plain HTML that works without scripts and shows every text as text."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template

from starlette.responses import Response

from api.http.audit import HEADERS

_PAGE = Template((Path(__file__).parents[1] / "static" / "login.html").read_text())
_KEEPS_HASH = '<script src="/signing-in.js"></script>\n'
_MEDIA = "text/html; charset=utf-8"

# Where a person may be sent after signing in; everything else would be somebody else's choice.
LANDINGS = ("/", "/graphiql")


def notice(
    status: int,
    title: str,
    paragraphs: Sequence[str],
    *,
    links: Sequence[tuple[str, str]] = (),
    refresh: str = "",
    keeps_hash: bool = False,
) -> Response:
    """A page of text with links, (address, text) each; `refresh`: where the browser goes next by itself.

    `keeps_hash`: what its address has behind the # is kept for the explorer, where the browser runs scripts.

    It goes there from a page of our own. After a redirect from another site it would not send a cookie that is
    SameSite=Strict.
    """
    body = [f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs]
    body += [f'<p><a href="{escape(address)}">{escape(text)}</a></p>' for address, text in links]
    return _respond(status, title, "\n".join(body), refresh, _KEEPS_HASH if keeps_hash else "")


def token_form(next_path: str, problem: str = "", oidc: bool = False) -> Response:
    """The page that takes a token, the only one whose form may be sent, and only to this server."""
    body = [
        *([f'<p role="alert">{escape(problem)}</p>'] if problem else []),
        '<form method="post" action="/login/token">',
        '<label for="token">Token</label>',
        '<input id="token" name="token" type="password" autocomplete="off" required autofocus>',
        f'<input name="next" type="hidden" value="{escape(next_path)}">',
        '<button type="submit">Sign in</button>',
        "</form>",
        "<p>It is the token of REMIT_TOKEN, or one that was made for you. It is not stored in this browser.</p>",
        *(['<p><a href="/login">Sign in by your organisation instead</a></p>'] if oidc else []),
    ]
    answer = _respond(401 if problem else 200, "Sign in", "\n".join(body))
    answer.headers["content-security-policy"] = HEADERS["content-security-policy"].replace(
        "form-action 'none'", "form-action 'self'"
    )
    # With `no-referrer` a browser would send the form with `Origin: null`, and nobody could tell that it is ours.
    answer.headers["referrer-policy"] = "same-origin"
    return answer


def _respond(status: int, title: str, body: str, refresh: str = "", script: str = "") -> Response:
    meta = f'<meta http-equiv="refresh" content="0; url={escape(refresh)}">\n' if refresh else ""
    # The script stands before what leads away from the page.
    return Response(_PAGE.substitute(refresh=script + meta, title=escape(title), body=body), status, media_type=_MEDIA)


def landing(path: str) -> str:
    """A path of LANDINGS: the given one, or the first."""
    return path if path in LANDINGS else LANDINGS[0]
