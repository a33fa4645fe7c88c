"""What the files of a composed filing are called: short, in EDGAR's characters, dated."""

import re
import unicodedata

from msgspec import Struct

from tieout.compose.book import Book
from tieout.patterns import pattern

LONGEST = 32
"""Characters that EDGAR takes for a name."""

_NOT_NAME = pattern(r"[^a-z0-9]+")
_FIRM = frozenset(("the", "inc", "corp", "corporation", "company", "co", "ltd", "llc", "plc"))
_LONGEST_NAME = 10
_NOBODY = "registrant"


class Names(Struct, frozen=True):
    """The names of a filing's files, each after `stem`: "acme-20071108"."""

    stem: str

    def form(self, suffix: str) -> str:
        """The Form 8-K."""
        return f"{self.stem}{suffix}"

    def release(self, suffix: str) -> str:
        """The release, an Exhibit 99.1."""
        return f"{self.stem}_ex99-1{suffix}"

    @property
    def cover_schema(self) -> str:
        """The schema of the form's cover."""
        return f"{self.stem}_dei.xsd"

    @property
    def submission(self) -> str:
        """The whole submission as one text."""
        return f"{self.stem}_submission.txt"


def names_of(book: Book) -> Names:
    """The names of the files a book is composed to, by ticker, else by the company's name."""
    company = book.company
    told = (company.ticker, company.short, _first(company.name))
    name = next((slug for words in told if (slug := _slug(words))), _NOBODY)
    day = book.form.date_of_report if book.form else book.heading.date
    return Names(f"{name}-{day:%Y%m%d}")


def _first(name: str) -> str:
    """The first word of a company's name that says more than its legal form."""
    words = re.findall(r"[^\W_]+", name)
    return next((word for word in words if word.lower() not in _FIRM), "")


def _slug(words: str) -> str:
    """Words as a file's name has them; empty where none of their characters may stand in one."""
    bare = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return _NOT_NAME.sub("", bare)[:_LONGEST_NAME]
