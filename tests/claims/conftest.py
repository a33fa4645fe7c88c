"""A sentence read as a claim is: its tokens, and its claims in a release of one quarter."""

from collections.abc import Callable

import pytest

from tieout.engine import read
from tieout.lexicon.tokens import figures
from tieout.lexicon.words import Token, tokens
from tieout.model.claim import Claim
from tieout.model.document import Document

Row = Callable[[str], list[Token]]
Told = Callable[[str], list[Claim]]

HEAD = """Example Corp. Announces Second Quarter Fiscal 2008 Results

SPRINGFIELD, Ill., November 8, 2007 -- Example Corp. (NASDAQ: EXMP) today announced results for \
its second quarter ended September 30, 2007.

"""


@pytest.fixture(scope="session")
def row() -> Row:
    """The tokens of a text."""

    def tokens_of(text: str) -> list[Token]:
        document = Document("d", "", "text", text, (), (), figures(text))
        return tokens(document, 0, len(text))

    return tokens_of


@pytest.fixture(scope="session")
def told() -> Told:
    """The claims of a paragraph in a release of the quarter ended September 30, 2007."""

    def claims_of(paragraph: str) -> list[Claim]:
        return list(read("release.txt", f"{HEAD}{paragraph}\n".encode()).claims)

    return claims_of
