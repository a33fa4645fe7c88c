"""What a stretch of words names, without the verbs around it."""

import pytest

from tieout.claims.grammar.phrase import noun_phrase
from tieout.lexicon.words import tokens
from tieout.readers import open_document


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("free cash flow", "free cash flow"),
        ("shares sold", "shares sold"),
        ("acquired loans", "acquired loans"),
        ("estimated annual tax rate", "estimated annual tax rate"),
        ("common stock and paid dividends", "dividends"),
        ("paid common dividend per share", "common dividend per share"),
        ("now expects capital expenditure", "capital expenditure"),
        ("underwriting results include fee income", "fee income"),
        ("average haul length has", "average haul length"),
        ("expenses related", "expenses"),
        ("shares that may be purchased", "shares that may be purchased"),
        ("amount an account can be overdrawn", "amount an account"),
        ("continue to experience positive trends in revenue", ""),
        ("consists primarily", ""),
        ("been", ""),
        ("estimated", ""),
    ],
)
def test_what_is_named(words: str, named: str) -> None:
    document = open_document("words.txt", f"{words}\n\n1\n".encode())
    found = noun_phrase(tokens(document, 0, len(words)))
    assert " ".join(token.text for token in found) == named
