"""Who files: a registrant by name, CIK and ticker, and whether two documents have the same one."""

import re

from msgspec import Struct

from tieout.model.workpaper import Release

_FORM = frozenset(
    {
        *("ag", "co", "company", "corp", "corporation", "inc", "incorporated", "limited", "llc"),
        *("lp", "ltd", "nv", "plc", "sa", "se", "the"),
    }
)
"""Words of a company's legal form, which one document prints and the next leaves out."""
_STAND_IN = _FORM | {"issuer", "our", "registrant", "we"}
"""Words that stand in a sentence for a company's name."""
_APOSTROPHES = re.compile(r"['\u2019]")
_WORD = re.compile(r"[^\W_]+")


class Registrant(Struct, frozen=True, gc=False):
    """A company as one document names it; what the document does not tell is empty."""

    name: str = ""
    cik: str = ""
    ticker: str = ""

    @property
    def is_named(self) -> bool:
        """True where the name names: "Our" and "The Company" stand for a name told elsewhere."""
        return any(word not in _STAND_IN for word in _WORD.findall(self.name.casefold()))

    @property
    def key(self) -> str:
        """The name without its legal form, marks and capitals: equal for two printings of one."""
        words = _WORD.findall(_APOSTROPHES.sub("", self.name.casefold().replace(".", "")))
        return " ".join([word for word in words if word not in _FORM] or words)

    def may_be(self, other: "Registrant") -> bool:
        """False where the two tell of different companies: by CIK, else by name.

        One ticker is one company under two names. What only one tells settles nothing.
        """
        if self.cik and other.cik:
            return self.cik.lstrip("0") == other.cik.lstrip("0")
        if self.ticker and self.ticker.upper() == other.ticker.upper():
            return True
        return not (self.key and other.key) or self.key == other.key


def registrant(release: Release) -> Registrant:
    """Who files a release: the CIK by EDGAR's header, the name as its heading prints it."""
    filing, form, heading = release.document.filing, release.form, release.announcement
    names = (
        heading.company if heading else "",
        form.registrant if form else "",
        filing.registrant if filing else "",
    )
    return Registrant(
        next((name for name in names if Registrant(name).is_named), ""),
        filing.cik if filing else "",
        heading.ticker if heading else "",
    )
