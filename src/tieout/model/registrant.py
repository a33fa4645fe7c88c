"""Who files: a registrant by name, CIK and ticker, and whether two documents have the same one."""

from msgspec import Struct

from tieout.model.workpaper import Release
from tieout.patterns import pattern

_FORM = frozenset(
    {
        *("ag", "co", "company", "corp", "corporation", "inc", "incorporated", "limited", "llc"),
        *("lp", "ltd", "nv", "plc", "sa", "se", "the"),
    }
)
"""Words of a company's legal form, which one document prints and the next leaves out."""
_STAND_IN = _FORM | {"issuer", "our", "registrant", "we"}
"""Words that stand in a sentence for a company's name."""
_APOSTROPHES = pattern(r"['\u2019]")
_WORD = pattern(r"[^\W_]+")


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

    def is_surely(self, other: "Registrant") -> bool:
        """True where both tell of one company: a CIK, ticker or name is shared, and none denies."""
        shared = (
            (self.cik.lstrip("0"), other.cik.lstrip("0")),
            (self.ticker.upper(), other.ticker.upper()),
            (self.key, other.key),
        )
        return self.may_be(other) and any(one and one == two for one, two in shared)


def registrant(release: Release) -> Registrant:
    """Who files a release: the CIK by EDGAR's header, the name by heading or cover."""
    filing, form, heading = release.document.filing, release.form, release.announcement
    report = release.report
    names = (
        heading.company if heading else "",
        form.registrant if form else "",
        report.registrant if report else "",
        filing.registrant if filing else "",
    )
    tickers = (heading.ticker if heading else "", report.ticker if report else "")
    return Registrant(
        next((name for name in names if Registrant(name).is_named), ""),
        filing.cik if filing else "",
        next((ticker for ticker in tickers if ticker), ""),
    )
