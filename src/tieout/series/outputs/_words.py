"""The words and signs that every output of a series says the same things with."""

from collections.abc import Sequence

from tieout.model.amount import Amount, grouped
from tieout.model.series import Growth, History, Quarter, Series, Value

DERIVED, CHANGED, ADJUSTED = "\u25c7", "\u2021", "\u00f7"
AGREEMENT = {"agrees": "\u2713", "rounds": "\u2248", "differs": "\u2717", "not-tested": "\u25cb"}

MEANINGS = {
    DERIVED: "derived: no filing in hand prints it",
    CHANGED: "not as first reported: restated, revised, reclassified, or an error in either",
    ADJUSTED: "on the latest basis of shares: reported before a split, adjusted for it",
    AGREEMENT["agrees"]: "the derived figure agrees with the reported one",
    AGREEMENT["rounds"]: "the derived figure agrees with the reported one within rounding",
    AGREEMENT["differs"]: "the derived figure differs from the reported one",
    AGREEMENT["not-tested"]: "the derived figure is too coarse to decide",
}

_SCALES = {3: " in thousands", 6: " in millions", 9: " in billions"}


def measured(series: Series) -> str:
    """What the figures are counted in: "USD in thousands", "USD per share"."""
    unit = series.unit
    told = f"{unit.currency} per share" if unit.is_per_share else unit.text
    return told + _SCALES.get(scale(series), "")


def scale(series: Series) -> int:
    """The power of ten the figures are shown in: as printed, by thousands."""
    return series.power // 3 * 3 if series.power > 0 else 0


def shown(amount: Amount, power: int) -> str:
    """The amount in units of 10^power, brackets for less than nothing."""
    digits = grouped(abs(amount.mantissa), amount.exponent - power)
    return f"({digits})" if amount.mantissa < 0 else digits


def percent(growth: Growth | None) -> str:
    """A rate in percent with its sign; "n/m" where it means nothing, "" where it is unknown."""
    if growth is None:
        return ""
    if growth.rate is None:
        return "n/m"
    digits = grouped(abs(growth.rate.mantissa), growth.rate.exponent + 2)
    sign = "+" if growth.rate.mantissa > 0 else "\u2212" if growth.rate.mantissa < 0 else ""
    return f"{sign}{digits}%"


def marks(quarter: Quarter) -> str:
    """The signs that stand beside a quarter's value."""
    value = quarter.value
    return "".join(
        sign
        for sign, holds in (
            (DERIVED, value is not None and value.is_derived),
            (CHANGED, quarter.cause == "changed"),
            (ADJUSTED, is_rebased(quarter)),
        )
        if holds
    )


def is_rebased(quarter: Quarter) -> bool:
    """True where a split stands between what was told first and what is shown."""
    return quarter.basis != 1


def is_retold(quarter: Quarter) -> bool:
    """True where what was told first is another number than what is shown."""
    return bool(quarter.cause) or is_rebased(quarter)


def agreement(quarter: Quarter) -> str:
    """How the derived figure stands to the reported one, in a word; "" where there is none."""
    return quarter.verdict.outcome if quarter.verdict is not None else ""


def expression(value: Value, power: int) -> str:
    """How a derived value is computed: "six months − Q2: 12,834 − 7,219"."""
    terms = value.formula.split(" \u2212 ")
    if not value.is_derived or len(terms) != len(value.sources):
        return value.formula
    numbers = " \u2212 ".join(shown(source.amount, power) for source in value.sources)
    return f"{value.formula}: {numbers}"


def provenance(value: Value, power: int) -> str:
    """Where a value comes from: the filings by number from 1, and the figures' places in them."""
    places: dict[int, list[str]] = {}
    for source in value.sources:
        held = places.setdefault(source.filing, [])
        if source.anchor not in held:
            held.append(source.anchor)
    words = ", ".join(f"[{filing + 1}] {' '.join(held)}" for filing, held in places.items())
    ratio = value.ratio
    if value.is_adjusted:
        words += f", \u00d7 {ratio}" if ratio > 1 else f", \u00f7 {1 / ratio}"
    computed = expression(value, power)
    return f"{computed}; {words}" if computed else words


def filings(history: History) -> list[str]:
    """Every filing by its number, with its quarter and its day, and what a cell's name means."""
    told = [
        f"[{number}] "
        + " \u00b7 ".join(
            word
            for word in (
                told.name,
                told.label,
                f"announced {told.announced}" if told.announced else "",
            )
            if word
        )
        for number, told in enumerate(history.filings, 1)
    ]
    return told + _cell_explained(history)


def _cell_explained(history: History) -> list[str]:
    """What "T3.R1.C2" means, by the first such name; nothing where none is shown."""
    values = (quarter.value for series in history.series for quarter in series.quarters)
    anchors = (source.anchor for value in values if value for source in value.sources)
    for anchor in anchors:
        if anchor.startswith("T"):
            named = zip(("table", "row", "column"), anchor.split("."), strict=False)
            words = ", ".join(f"{name} {piece[1:]}" for name, piece in named)
            return [f"{anchor} is the cell in {words}, not counting headings"]
    return []


def splits(history: History) -> list[str]:
    """What is known of splits, one sentence each."""
    return [
        f"Split {split.words}: [{split.filing + 1}] is the first filing in hand on the new basis; "
        "shares and amounts per share reported before are adjusted."
        for split in history.splits
    ]


def company(history: History) -> str:
    """Whose series they are, with the ticker where it is known."""
    one = history.registrant
    name = one.name or "A company whose name the filings do not state"
    return f"{name} ({one.ticker})" if one.ticker else name


def runs(quarters: Sequence[Quarter]) -> list[Quarter | int]:
    """The quarters with what they hold, and where nothing is in hand, for how many quarters."""
    found: list[Quarter | int] = []
    for quarter in quarters:
        if quarter.value is not None or quarter.trailing is not None:
            found.append(quarter)
        elif found and isinstance(found[-1], int):
            found[-1] += 1
        else:
            found.append(1)
    return found


def unheld(count: int) -> str:
    """Of how many quarters nothing is in hand: "2 quarters are not in these filings"."""
    words = "quarter is" if count == 1 else "quarters are"
    return f"{count} {words} not in these filings"
