"""Addresses: every way of writing one address gives one form, and what is none stays what it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.address import canonical_address, email_address, email_domain

ADA, UMLAUT, PUNYCODE = "ada@acme.example", "jürgen@müller.example", "jürgen@xn--mller-kva.example"


@pytest.mark.parametrize(
    "text",
    [
        " Ada@ACME.example ",
        "Ada Byron <ada@acme.example>",
        '"Byron, Ada" <Ada@Acme.Example>',
        "<ada@acme.example>",
        "mailto:ada@acme.example",
        "MAILTO:Ada@acme.example?subject=Hello",
        "mailto:%61da%40acme.example",
        "SMTP:ada@acme.example",
        "ada@acme.example.",
        "\ufeffada@acme.example\u200b",
        "ada_acme.example#EXT#@harbor.onmicrosoft.com",
        "ADA_acme.example#ext#@harbor.onmicrosoft.com",
    ],
)
def test_one_address_in_many_spellings(text: str) -> None:
    assert canonical_address(text) == email_address(text) == ADA
    assert email_domain(text) == "acme.example"


@pytest.mark.parametrize(
    "text",
    [
        UMLAUT,
        unicodedata.normalize("NFD", UMLAUT),
        PUNYCODE,
        "JÜRGEN@MÜLLER.example",
        "Jürgen <jürgen@XN--MLLER-KVA.example>",
        "jürgen@müller。example",
    ],
)
def test_international_domains_have_their_ascii_form(text: str) -> None:
    assert email_address(text) == PUNYCODE


def test_a_tag_a_dot_and_a_guest_of_another_name_are_different_addresses() -> None:
    texts = ["ada+test@acme.example", "a.da@acme.example", "ada_b_acme.example#EXT#@h.onmicrosoft.com", ADA]
    assert len({canonical_address(text) for text in texts}) == 4
    assert canonical_address(texts[2]) == "ada_b@acme.example"


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "ada",
        "@acme.example",
        "ada@",
        "ada@acme",
        "a b@acme.example",
        "a@b@acme.example",
        "ada@a.example, b@b.example",
        "arn:aws:sts::1:assumed-role/r/ada@acme.example",
        "X500:/o=acme/cn=ada",
        "sip:ada@acme.example",
        "user:ada@acme.example",
    ],
)
def test_what_is_no_single_address_is_none(text: str | None) -> None:
    assert email_address(text) is None


@given(st.text(max_size=40) | st.emails())
def test_the_form_is_stable(text: str) -> None:
    once = canonical_address(text)
    assert canonical_address(once) == once
    assert canonical_address(unicodedata.normalize("NFD", text)) == once
