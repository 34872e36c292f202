"""A bare FastAPI application that answers request number n with the bytes that Remit answered; for `bench.scenarios.serving`."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import Response

app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
_ANSWERS = [text.encode() for text in json.loads(Path(os.environ["BENCH_ANSWERS"]).read_text())]


@app.post("/graphql")
async def answer(n: int, request: Request) -> Response:
    """The recorded answer to request number n."""
    await request.body()
    return Response(_ANSWERS[n], media_type="application/json")


if __name__ == "__main__":
    uvicorn.run("bench.bare:app", port=int(sys.argv[1]), workers=int(sys.argv[2]), access_log=False, log_level="error")
