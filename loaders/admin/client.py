"""This file knows how an administration API is signed in to with a header of its own, and why it stopped answering."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from graph.errors import FetchError, RecordError
from graph.stores.base import Reason
from loaders.base import Secret
from loaders.http import Http, Io, read_json

FORBIDDEN, UNAUTHORIZED, FETCH_FAILED = "FORBIDDEN", "UNAUTHORIZED", "FETCH_FAILED"
# What no other call of the run could mend: a person has to change the key first.
ENDING = (UNAUTHORIZED, FORBIDDEN)

Params = Mapping[str, str | int | Sequence[str]]


class AdminHttp(Http):
    """One organisation's administration API. `sign` are the headers that carry the key; it stands nowhere else."""

    def __init__(self, base_url: str, key: Secret, sign: Mapping[str, str], *, remedy: str, io: Io) -> None:
        super().__init__(base_url, key, remedy=remedy, limits={}, io=io)
        # These APIs know no Basic sign-in; what is left of the client stays as it is for every connector.
        self._client.auth = None  # type: ignore[assignment]
        self._client.headers.update(sign)

    def __enter__(self) -> AdminHttp:
        return self

    def ask(self, path: str, params: Params) -> Any:
        """The parsed answer; a parameter that is a list goes once per item. Raises FetchError when patience is over."""
        return self._ask(path, self._client.build_request("GET", path, params=dict(params)))

    def _vendor_words(self, body: bytes) -> str:
        """These vendors put their words inside an object `error`."""
        try:
            told = read_json(body)
        except ValueError:
            return ""
        inside = told.get("error") if isinstance(told, dict) else None
        return super()._vendor_words(json.dumps(inside, default=str).encode() if isinstance(inside, dict) else body)


def reason(error: FetchError | RecordError) -> Reason:
    """Why a call gave nothing, with a code for what a person must mend."""
    status = error.status if isinstance(error, FetchError) else None
    return Reason({401: UNAUTHORIZED, 403: FORBIDDEN}.get(status or 0, FETCH_FAILED), str(error))
