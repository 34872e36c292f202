"""What must hold of the addresses of remote MCP servers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.mcp.server_url import canonical_url, has_variable_host, secrets_in_url


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("HTTPS://MCP.Acme.Example/CRM/", "https://mcp.acme.example/CRM"),
        ("https://mcp.acme.example:443", "https://mcp.acme.example"),
        ("http://mcp.acme.example:80/", "http://mcp.acme.example"),
        ("https://mcp.acme.example:8443/a//", "https://mcp.acme.example:8443/a"),
        ("https://mcp.acme.example/a?x=1#part", "https://mcp.acme.example/a?x=1"),
        ("https://ada:EXAMPLE@mcp.acme.example/a", "https://mcp.acme.example/a"),
        ("https://mcp.acme.example/a/?api_key=EXAMPLE&x=1&token=EXAMPLE", "https://mcp.acme.example/a?x=1"),
        ("https://[::1]:3000/mcp", "https://[::1]:3000/mcp"),
        ("${BASE:-https://mcp.acme.example}/crm", "https://mcp.acme.example/crm"),
        ("https://mcp.acme.example/s/Zm9vYmFyMTIzNDU2Nzg5MEFCQ0RFRkdISUpL/mcp", "https://mcp.acme.example/s/***/mcp"),
        ("unix:///run/mcp.sock", "unix:///run/mcp.sock"),
    ],
)
def test_everybody_who_uses_a_server_writes_one_canonical_url(written: str, canonical: str) -> None:
    assert canonical_url(written) == canonical


@pytest.mark.parametrize(
    "written", ["", "mcp.acme.example/a", "ftp://mcp.acme.example", "https://", "https://h:99999/"]
)
def test_what_no_client_could_connect_to_has_no_canonical_url(written: str) -> None:
    with pytest.raises(ValueError, match="URL"):
        canonical_url(written)


def test_a_host_that_is_only_referred_to_is_nobody_elses_server() -> None:
    assert has_variable_host(canonical_url("https://${MCP_HOST}/a"))
    assert not has_variable_host(canonical_url("https://mcp.acme.example/${TEAM}"))


def test_every_part_of_an_address_that_carries_a_secret_is_found() -> None:
    found = dict(secrets_in_url("https://ada:one@h.example/${API_TOKEN:-two}?api_key=th%72ee&sig=${SIG}&page=2"))
    assert found == {
        "default of API_TOKEN": "two",
        "password": "one",
        "parameter api_key": "three",
        "parameter sig": "${SIG}",
    }


_PIECES = st.text(alphabet=" /?#@:&=%.[]{}$-ABcd12*\u00e9\u0130\u2028\t", max_size=12)


@given(scheme=st.sampled_from(["http", "HTTPS", "ws", "unix"]), parts=st.lists(_PIECES, max_size=5))
def test_a_canonical_url_is_its_own_canonical_url(scheme: str, parts: list[str]) -> None:
    try:
        once = canonical_url(f"{scheme}://host" + "".join(parts))
    except ValueError:
        return
    assert canonical_url(once) == once
