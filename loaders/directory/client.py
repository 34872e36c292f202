"""This file knows how a directory is signed in to and asked, page after page, to the proven end."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from graph.errors import FetchError
from graph.stores.base import Reason
from loaders.base import Page, Secret
from loaders.http import Http, Io, read_json

FORBIDDEN, UNAUTHORIZED, FETCH_FAILED, EXPIRED = "FORBIDDEN", "UNAUTHORIZED", "FETCH_FAILED", "EXPIRED"
# The last page of a collection carries no body: it says whether all of it came.
WHOLE = "whole"
# How often a page that was seen before is asked for again before it is given up.
REPEATS = 2

_TOKEN_MARGIN_S = 60
# What `pages` returns of a list whose owner is gone meanwhile.
_GONE = Reason("GONE", "it is not there")
# Google's words for being asked too often, which it also says with a 403.
_TOO_OFTEN = ("rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded")

Pages = Generator[Page, None, Reason | None]


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of a list: its entries, where the next one is (None: this is the last), how many there are in all."""

    entries: list[Any]
    following: str | None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """Which collection a page is of, where it was asked for, and the headers that came with it."""

    name: str
    link: str
    headers: httpx.Headers

    def with_term(self, name: str, term: str | int) -> str:
        """The same place with another term in its query."""
        return str(httpx.URL(self.link).copy_set_param(name, term))


class Header(httpx.Auth):
    """Signs each request with the same headers."""

    def __init__(self, headers: Mapping[str, str], secrets: Iterable[Secret]) -> None:
        self._headers, self.secrets = dict(headers), [str(secret) for secret in secrets]

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers.update(self._headers)
        yield request


class Grant(httpx.Auth):
    """Signs with an OAuth token that a form buys, and buys the next one before it ends."""

    def __init__(self, url: str, form: Mapping[str, str], secrets: Iterable[Secret], io: Io) -> None:
        self._url, self._form, self._now_s = url, dict(form), io.clock.now_s
        self.secrets = [str(secret) for secret in secrets]
        self._token, self._ends_s = "", float("-inf")

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._now_s() >= self._ends_s:
            answer = yield httpx.Request("POST", self._url, data=self._form, headers={"Accept": "application/json"})
            if answer.status_code != 200:
                # It stands for the answer that was wanted: tried again, or refused like a key that is not valid.
                if answer.status_code == 400:
                    answer.status_code = 401
                return
            self._keep(answer.read())
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request

    def _keep(self, body: bytes) -> None:
        told = read_json(body)
        token = told.get("access_token") if isinstance(told, dict) else None
        if not isinstance(token, str) or not token.isascii() or not token.isprintable():
            raise ValueError("its body holds no token")
        self.secrets.append(token)
        lasts_s = told.get("expires_in")
        lasts_s = int(lasts_s) if str(lasts_s).isdecimal() else 0
        self._token, self._ends_s = token, self._now_s() + max(0, lasts_s - _TOKEN_MARGIN_S)


class Client(Http):
    """One directory's address, signed in. Use as a context manager; not to be shared between threads."""

    def __init__(self, base_url: str, signer: Header | Grant, *, remedy: str, per_minute: int, io: Io) -> None:
        super().__init__(base_url, Secret(signer.secrets[0]), remedy=remedy, limits={"": per_minute}, io=io)
        self._client.auth, self._signer = signer, signer
        self._headers = httpx.Headers()

    def __enter__(self) -> Client:
        return self

    def ask(self, link: str) -> tuple[Any, httpx.Headers]:
        """The parsed answer of a path or of an address that an earlier answer gave, and its headers.

        Raises FetchError when patience is over, and for an address of another host: the key stays at home.
        """
        try:
            request = self._client.build_request("GET", link)
        except (httpx.InvalidURL, TypeError):
            raise FetchError("an answer gives a next page that is no address", retryable=False) from None
        home = self._client.base_url
        if (request.url.scheme, request.url.netloc) != (home.scheme, home.netloc):
            raise FetchError("an answer points to another host for its next page", retryable=False)
        return self._ask("", request), self._headers

    def _send(self, request: httpx.Request) -> Any:
        answer = super()._send(request)
        self._headers = answer.headers
        reset, date = answer.headers.get("X-Rate-Limit-Reset", ""), answer.headers.get("Date")
        if answer.status == 429 and "Retry-After" not in answer.headers and date and reset.isdecimal():
            # Some say when the limit is lifted, in seconds since 1970, where others say how long to wait.
            wait_s = int(reset[:12]) - int(parsedate_to_datetime(date).timestamp())
            answer.headers["Retry-After"] = str(max(1, wait_s))
        return answer

    def _refusal(self, request: httpx.Request, answer: Any) -> FetchError:
        failure = super()._refusal(request, answer)
        if answer.status == 403 and any(f'"{word}"'.encode() in answer.body for word in _TOO_OFTEN):
            return FetchError(str(failure), status=429)
        return failure

    def _vendor_words(self, body: bytes) -> str:
        """The directory's own short reason, with anything of ours that it may echo taken out."""
        try:
            told = read_json(body)
        except ValueError:
            return ""
        told = told if isinstance(told, dict) else {}
        inner = told["error"] if isinstance(told.get("error"), dict) else told
        words = next(
            (inner[name] for name in ("message", "errorSummary", "error", "scimType") if inner.get(name)), None
        )
        if not isinstance(words, str):
            return ""
        for secret in self._signer.secrets:
            words = words.replace(secret, "***")
        return f": {words[:200]}"


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of one directory. `answer` reads what came for a page; `most`: how many pages a list may have."""

    client: Client
    answer: Callable[[Asked, Any], Answer]
    most: int

    def collection(self, name: str, links: Iterable[str], into: list[Any] | None = None) -> Pages:
        """The pages of the lists that make up a collection, and the one that says that all came, unless one failed.

        What they list is also put `into` a list.
        """
        failures = []
        for link in links:
            failures.append((yield from self.pages(name, link, {}, into)))
        return (yield from self._end(name, failures))

    def of_each(self, name: str, owners: Iterable[tuple[str, str]], role: str = "group") -> Pages:
        """The same for a collection of one list per (id, link); what is gone meanwhile has none."""
        failures: list[Reason | None] = []
        for owner, link in owners:
            failures.append((yield from self.pages(name, link, {role: owner}, may_be_gone=True)))
        if len(failures) > 1 and all(failure is _GONE for failure in failures):
            # One may go while others are read; that all do means that they are looked for in the wrong place.
            failures = [Reason(FETCH_FAILED, f"{name}: none of {len(failures):,} lists is there")]
            yield Page(name, None, failure=failures[0])
        return (yield from self._end(name, [failure for failure in failures if failure is not _GONE]))

    def pages(
        self,
        name: str,
        link: str,
        request: Mapping[str, Any],
        into: list[Any] | None = None,
        *,
        may_be_gone: bool = False,
    ) -> Pages:
        """The pages of one list, from `link` on. A failure ends them with a page that says so, and is returned."""
        links: set[str] = set()
        seen: set[int] = set()
        following: str | None = link
        count, totals = 0, set[int | None]()
        while following is not None:
            try:
                if following in links or len(links) >= self.most:
                    problem = "it never ends" if following in links else f"there are more than {self.most:,} pages"
                    raise FetchError(f"{name}: {problem}")
                links.add(following)
                body, answer = self._page(name, following, seen)
                count += len(answer.entries)
                totals.add(answer.total)
                if answer.following is None and totals - {None, count}:
                    # Places shift when somebody comes or goes meanwhile, and one may be skipped.
                    raise FetchError(f"{name}: {count:,} came, which are not all, or the total changed meanwhile")
            except FetchError as error:
                if error.status == 404 and may_be_gone:
                    return _GONE
                failure = reason_of(error)
                yield Page(name, None, request, failure=failure)
                return failure
            if into is not None:
                into += answer.entries
            yield Page(name, body, request)
            following = answer.following
        return None

    def _page(self, name: str, link: str, seen: set[int]) -> tuple[Any, Answer]:
        """A page; one that was seen before is asked for again."""
        for _ in range(REPEATS + 1):
            body, headers = self.client.ask(link)
            answer = self.answer(Asked(name, link, headers), body)
            fingerprint = hash(repr(answer.entries))
            if not answer.entries or fingerprint not in seen:
                seen.add(fingerprint)
                return body, answer
        raise FetchError(f"{name}: a page repeats an earlier one")

    def _end(self, name: str, failures: list[Reason | None]) -> Pages:
        failure = next((one for one in failures if one is not None), None)
        if failure is None:
            yield whole(name)
        return failure


def whole(name: str, **told: Any) -> Page:
    """The page without a body that ends a collection: all of it came."""
    return Page(name, None, {WHOLE: True, **told})


def until_refused(pages: Iterable[Page]) -> Iterator[Page]:
    """The pages up to the first that was refused: with a key that is not accepted there is nothing more to ask."""
    for page in pages:
        yield page
        if page.failure is not None and page.failure.code in (UNAUTHORIZED, FORBIDDEN):
            return


def entries_of(body: Any, field: str | None, name: str, *, optional: bool = False) -> list[Any]:
    """The entries of a page: its own list, or that of a field. Raises FetchError if it is not as documented."""
    found = body if field is None else body.get(field) if isinstance(body, Mapping) else None
    if found is None and optional and isinstance(body, Mapping):
        return []
    if not isinstance(found, list):
        raise FetchError(f"{name} did not answer as documented")
    return found


def text_of(body: Mapping[str, Any], field: str, name: str) -> str | None:
    """A link or token of a page, None where there is none. Raises FetchError if it is no text."""
    found = body.get(field)
    if found is not None and not isinstance(found, str):
        raise FetchError(f"{name} did not answer as documented: {field} is no text")
    return found or None


def reason_of(error: FetchError) -> Reason:
    """Why a fetch ended, for the run that it spoils."""
    codes = {401: UNAUTHORIZED, 403: FORBIDDEN, 410: EXPIRED}
    return Reason(codes.get(error.status or 0, FETCH_FAILED), str(error))


def ids_of(entries: Iterable[Any], field: str = "id") -> list[str]:
    """The ids of listed entries, each once; what has none is refused where it is read."""
    found = (entry.get(field) for entry in entries if isinstance(entry, Mapping))
    return list(dict.fromkeys(one for one in found if isinstance(one, str) and one))
