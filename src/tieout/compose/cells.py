"""Cells of a statement as a finance team types them, and the amounts they are."""

from tieout.lexicon.numbers import number
from tieout.lexicon.shapes import LONG_DASHES, WHOLE
from tieout.model.amount import Amount
from tieout.model.unit import PURE, Unit
from tieout.patterns import pattern

_DIGITS = rf"{WHOLE}?(?:\.[0-9]+)?"
_NUMBER = pattern(
    rf"(?P<sign>-?)(?:\$\s?)?(?P<open>\(?)\s?\$?\s?(?P<digits>(?=[0-9.]){_DIGITS})(?P<close>\)?)"
    r"(?P<percent>(?:\s?%)?)(?P<mark>(?:\s?\([a-z0-9]\)|[*†‡]{1,3})?)"
)
_STARTS_AS_NUMBER = pattern(r"[-($\s]*\.?[0-9]")
_NIL = frozenset(["-", "--", *LONG_DASHES])


def canonical(typed: str) -> str | None:
    """The cell as a book keeps it: "(7,219)" is "-7219"; None for digits that are no number.

    Words, "--" and an empty cell stay as they are; so do words in double quotes, which print
    without them though they look like a number: "2,020" is no year, and "90 bps" no number.
    """
    words = typed.strip()
    if is_quoted(words):
        return words
    found = _NUMBER.fullmatch(words)
    if found is None or bool(found["open"]) != bool(found["close"]):
        return None if _STARTS_AS_NUMBER.match(words) else words
    if found["open"] and found["sign"]:
        return None
    sign = "-" if found["open"] or found["sign"] else ""
    return f"{sign}{found['digits'].replace(',', '')}{found['percent'].strip()}{found['mark']}"


def is_quoted(cell: str) -> bool:
    """True for words in double quotes."""
    return len(cell) > 1 and cell[0] == cell[-1] == '"'


def is_nil(cell: str, nil: str = "--") -> bool:
    """True for a dash: zero, said on purpose."""
    return cell == nil or cell in _NIL


def decimals(cell: str) -> int:
    """How many digits a number has right of its point; 0 for words."""
    found = _NUMBER.fullmatch(cell)
    return len(found["digits"].partition(".")[2]) if found else 0


def is_number(cell: str) -> bool:
    """True for a cell that holds a number."""
    return _NUMBER.fullmatch(cell) is not None


def grouped(cell: str) -> str:
    """The cell with its thousands grouped, as one likes to read it in a file."""
    found = _NUMBER.fullmatch(cell)
    if found is None:
        return cell
    whole, point, rest = found["digits"].partition(".")
    whole = f"{int(whole):,}" if whole and not whole.startswith("0") else whole
    return cell.replace(found["digits"], f"{whole}{point}{rest}", 1)


def power_of(scale: int) -> int | None:
    """The power of ten that a scale is: 3 for 1,000; None for what is none."""
    digits = str(scale)
    return len(digits) - 1 if digits == "1" + "0" * (len(digits) - 1) else None


def amount_of(cell: str, power: int, unit: Unit, nil: str = "--") -> Amount | None:
    """The number a cell prints, in whole units; a nil is zero, words and empty cells are none."""
    if is_nil(cell, nil):
        return Amount(0, power, unit)
    found = _NUMBER.fullmatch(cell)
    if found is None:
        return None
    if found["percent"].strip():
        power, unit = -2, PURE
    amount = number(found["digits"], power).in_unit(unit)
    return -amount if found["sign"] or found["open"] else amount
