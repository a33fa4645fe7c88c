"""EDGAR's codes for exchanges, and an address in its parts."""

from msgspec import Struct

from tieout.lexicon.places import STATES
from tieout.patterns import pattern

_CODES = {name.lower(): code for code, name in STATES.items()}
_EXCHANGES = {
    "nasdaq": "NASDAQ",
    "new york stock exchange": "NYSE",
    "nyse": "NYSE",
    "nyse american": "NYSEAMER",
    "nyse arca": "NYSEArca",
    "cboe bzx": "CboeBZX",
}
_TRADE = pattern(
    r"\b(?:the|llc|inc|(?:stock|global|select|capital|exchange)(?: market)?|market)\b\.?"
)
_LAST = pattern(
    r"(?P<city>[^,]{2,60}),\s*(?P<state>[A-Za-z][A-Za-z. ]{1,30}?),?"
    r"\s+(?P<code>[0-9]{5}(?:-[0-9]{4})?)\Z"
)


class Address(Struct, frozen=True):
    """An address in its parts; parts nobody can tell are empty, and `lines` then has them all."""

    lines: tuple[str, ...]
    city: str = ""
    state: str = ""
    code: str = ""


def address_of(printed: tuple[str, ...]) -> Address:
    """The parts of an address whose last line is "City, State 12345"; one line may hold it all."""
    lines = tuple(" ".join(line.split()).rstrip(",") for line in printed if line.strip())
    if len(lines) == 1 and lines[0].count(",") > 1:
        street, city, rest = (piece.strip() for piece in lines[0].rsplit(",", 2))
        lines = (street, f"{city}, {rest}")
    match = _LAST.match(lines[-1]) if len(lines) > 1 else None
    if match is None:
        return Address(lines)
    return Address(lines[:-1], match["city"], match["state"], match["code"])


def state_code(name: str) -> str:
    """EDGAR's code of a state or country by its name or by the code; empty for one not known."""
    words = " ".join(name.split())
    if words.upper() in _CODES.values():
        return words.upper()
    return _CODES.get(words.lower().removeprefix("state of ").removeprefix("the "), "")


def exchange_code(name: str) -> str:
    """EDGAR's code of an exchange; empty for one not known."""
    words = " ".join(name.lower().replace(",", " ").split())
    return _EXCHANGES.get(words) or _EXCHANGES.get(" ".join(_TRADE.sub(" ", words).split()), "")
