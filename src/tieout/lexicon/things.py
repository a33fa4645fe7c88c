"""What operating data are counted in: things, barrels and tons, or money for each of them."""

import re
from functools import lru_cache

from tieout.lexicon.letters import letters
from tieout.lexicon.numbers import scale_power
from tieout.lexicon.shapes import CURRENCY_SIGNS, DASH_SET, SIGN
from tieout.model.unit import DOLLARS, Unit, unit_of
from tieout.patterns import pattern


def _any(words: str) -> str:
    """A pattern of any of these words."""
    return f"(?:{'|'.join(words.split())})"


_PLACED = (
    "stores store restaurants restaurant branches branch offices office locations location"
    " clubs club rooms room hotels hotel centers center communities clinics dealerships dealers"
    " outlets theaters theatres screens aircraft vessels ships rigs beds towers franchises"
    " franchise salons salon cafes cafe shops shop showrooms showroom studios studio schools"
    " school warehouses warehouse homes suites atms"
)
_PERSONS = (
    "employees associates headcount customers subscribers members users visitors passengers"
    " guests patients students agents advisors clients households drivers policyholders"
)
_PIECES = "vehicles units cases orders transactions loads shipments nights admissions trips"
_PLACES, _PEOPLE = _any(_PLACED), _any(_PERSONS)
_ANY = _any(f"{_PLACED} {_PERSONS} {_PIECES}")
# These are bought, sold and carried in money too, and counted only where a number is spoken of.
_ALSO = r"(?:properties|facilities|wells|sites|lots|keys|loans|policies|contracts|accounts|lines)"
_DONE = (
    r"(?:opened|openings?|closed|closings?|closures?|acquired|relocated|remodel(?:l?ed|s)|operated"
    r"|served|delivered|delivery|deliveries|sold|added|carried|shipped|in\s+operation|period[\s-]end"
    r"|(?:at\s+(?:the\s+)?)?(?:beginning|end|start)(?:\s+of\s+(?:the\s+)?(?:period|quarter|year))?)"
)
# A count is said: by "number of", by "count", or by what was done to the things.
_COUNTS = pattern(
    rf"\bhead\s?counts?\b|\bfull[\s-]time[\s-]equivalent|\bFTEs\b|\bFTE\s+(?:employees|count|staff)\b"
    rf"|(?:\bnumber|\#|\bno\.)\s+of\s+(?:[\w-]+\s+){{0,4}}(?:{_ANY}|{_ALSO})\b"
    rf"|\b{_ANY}\s+counts?\b"
    rf"|\b(?:net\s+)?(?:new|hotel|guest|available|occupied)\s+(?:[\w-]+\s+){{0,1}}{_PLACES}(?:\s+{_DONE}|\s*\Z)"
    rf"|\b{_ANY}\s*+(?:[,({DASH_SET}]\s*+)?{_DONE}\b",
    re.IGNORECASE,
)
_SAID_BY = frozenset({"no", "number", "head", "full", "fte", "ftes"})
_THINGS = tuple(f"{_PLACED} {_PERSONS} {_PIECES}".split())
_BEGINNINGS = frozenset(word[:4] for word in _THINGS)
"""How words begin without one of which, or of those that say it, no count of things is said."""
_ARE_PEOPLE = pattern(
    r"(?:(?:total|average|new|net|active|paid|paying|monthly|daily|ending|registered|unique|retail"
    rf"|commercial|residential|wireless|broadband|video|streaming|enterprise)\s+){{0,3}}{_PEOPLE}"
    r"(?:\s*\([^()]*\))?\s*\Z",
    re.IGNORECASE,
)
_MONEY = pattern(
    r"\b(?:revenues?|sales\s+(?:from|by|to|per)|income|expenses?|costs?|receivables?|payables?|deposits?|due|fees"
    r"|prices?|payments?|proceeds|value|per|advances|funds?|assets?|liabilit\w+|equipment|gains?|loss(?:es)?"
    r"|purchases?|refunds?|held|earnings|profit|margin|rent|capital|balances?|debt|financing|dollars?|spend"
    rf"|acquisitions?|impairments?|depreciation|comparable)\b|[{re.escape(CURRENCY_SIGNS)}%]",
    re.IGNORECASE,
)

_NAMES = pattern(rf"\b(?:{_ANY}|{_ALSO}|counts?|average|prices?|tickets?)\b", re.IGNORECASE)

# An average of money for each is printed in full, whatever the others are scaled by.
_AVERAGES = pattern(
    r"\brevpar\b|\btrevpar\b|\badr\b|\barp[ua]\b|\baverage\s+(?:\w+\s+){0,2}(?:ticket|check|fare|daily\s+rate"
    r"|room\s+rate|order\s+value|(?:selling|sales|sale|sold|realized|unit|retail)\s+price|transaction"
    r"|revenue\s+per|price\s+per)\b",
    re.IGNORECASE,
)
_FOR_EACH = pattern(
    r"\bper\s+(?:[\w-]+\s+){0,2}(?:room|night|customer|user|subscriber|member|passenger|mile|kilomet(?:er|re)"
    r"|seat|employee|store|restaurant|home|transaction|order|visit|patient|day|week|unit|vehicle"
    r"|(?:square\s+)?f(?:oo|ee)t|case|load|ticket|account|loan|click|message)\b",
    re.IGNORECASE,
)

_SHORT = (
    r"(?:M{0,2}B[Bb][Ll]s?|M{0,2}B[Oo][Ee]|b[bo][le]s?|boe|[MBT]{0,2}[Cc]f[Ee]?|M{0,2}B[Tt][Uu]|[kKMGT]W[Hh]?"
    r"|[kM]?oz|[kMm]?lbs?|kt|GJ|GEOs?|mt|sq\.?\s?ft\.?)"
)
_LONG = (
    r"(?:barrels(?:\s+of\s+oil(?:\s+equivalent)?)?|barrel|(?:dry\s+|wet\s+)?(?:metric|short|long)\s+tons?"
    r"|tonnes?|tons?|(?:troy\s+)?ounces?|pounds?|gallons?|cubic\s+f(?:ee|oo)t|megawatt[\s-]hours?"
    r"|megawatts?|square\s+f(?:ee|oo)t|acres?|bushels?|liters?|litres?|hectolit(?:er|re)s?)"
)
_DAILY = r"(?P<daily>\s?/\s?d(?:ay)?\b|\s?(?:per|a)\s+day\b|pd\b|\s+daily\b)?"
_SCALE = r"(?:(?P<scale>(?i:thousand|million|billion))s?\s+(?:of\s+)?)?"
_BULK = pattern(
    rf"(?:[(\[,{DASH_SET}]|\A|\bin)\s*(?:in\s+)?{_SCALE}"
    rf"(?P<unit>{_SHORT}|(?i:{_LONG})){_DAILY}\s*(?:[)\],]|\Z)"
)
_MOVES = ("sold", "produced", "shipped", "milled", "mined", "processed", "delivered", "recovered")
_MOVED = pattern(rf"\b(?P<unit>{_LONG})\s+(?:{'|'.join(_MOVES)})\b", re.IGNORECASE)
_PRICE = pattern(
    rf"(?:{SIGN}\s*/|(?P<cents>\u00a2\s*/|\bcents?\s+per)|\bper)\s*(?P<unit>{_SHORT}|(?i:{_LONG}))\b"
)
_EACH = pattern(rf"\bper[\s-]+(?P<unit>{_LONG})\b", re.IGNORECASE)
_LETTERS = pattern(r"[^A-Za-z]+")


@lru_cache(maxsize=8192)
def counts_things(caption: str) -> bool:
    """True where a caption says that it counts people, places or pieces: "New stores opened"."""
    words = letters(caption)
    things = [one for one in words if one[:4] in _BEGINNINGS and one.startswith(_THINGS)]
    if not things and _SAID_BY.isdisjoint(words) and "#" not in caption:
        return False
    return bool(_COUNTS.search(caption)) and not _MONEY.search(_COUNTS.sub(" ", caption))


@lru_cache(maxsize=8192)
def names_people(caption: str, heading: str) -> bool:
    """True where a caption names people and nothing else, under no heading of money.

    Under "Receivables" the customers are what is due from them.
    """
    return _ARE_PEOPLE.match(caption) is not None and not _MONEY.search(heading)


@lru_cache(maxsize=8192)
def names_things(words: str) -> bool:
    """True for what a scale note leaves out that is no amount: "store count", "hotel data"."""
    return _NAMES.search(words) is not None


@lru_cache(maxsize=8192)
def names_money(caption: str) -> bool:
    """True for a caption with a word of money, whatever else it names: "Customer deposits"."""
    return _MONEY.search(caption) is not None


@lru_cache(maxsize=8192)
def is_average(caption: str, *, in_cents: bool) -> bool:
    """True for an average of money for each of many: "Average ticket", "RevPAR".

    What is only said to be "per store" is one where it is printed in cents.
    """
    return _AVERAGES.search(caption) is not None or (
        in_cents and _FOR_EACH.search(caption) is not None
    )


@lru_cache(maxsize=8192)
def measured_in(words: str) -> tuple[Unit, int] | None:
    """The physical unit that a caption, heading or title names, and the power of ten it is in.

    "Oil (MBbl)" is in MBbl, "Tons sold" in tons, "(thousands of metric tons)" in thousands of
    these, and "Gas ($/Mcf)" in money for each Mcf.
    """
    price = _PRICE.search(words) if "/" in words or "per" in words else None
    if price is not None:
        each = unit_of(f"{DOLLARS.text}/{_named(price['unit'])}")
        return each, -2 if price["cents"] else 0
    bulk = _BULK.search(words)
    if bulk is not None:
        per_day = "PerDay" if bulk["daily"] else ""
        return unit_of(f"ext:{_named(bulk['unit'])}{per_day}"), scale_power(bulk["scale"] or "")
    moved = None if letters(words).isdisjoint(_MOVES) else _MOVED.search(words)
    return (unit_of(f"ext:{_named(moved['unit'])}"), 0) if moved is not None else None


def priced_each(words: str) -> list[str]:
    """The physical units that words name a price of: "ton" of "except per ton information"."""
    return [base_of(_named(each["unit"]))[0] for each in _EACH.finditer(words)]


# Feet, acres and pounds are counted in prose of every trade, and told as counts are.
_PRODUCED = r"(?:barrels?|(?:metric\s+|short\s+)?(?:tons?|tonnes?)|ounces?|megawatt[\s-]hours?)"
_BEHIND = pattern(
    rf"[ \u00a0]?(?:(?P<per>per|/|an?)[ \u00a0]?)?(?P<unit>{_SHORT}|(?i:{_PRODUCED}))"
    rf"{_DAILY}(?![A-Za-z0-9/])"
)
_NO_UNIT = frozenset("defhinqruvwxyzADEFHIJLNPQRUVXYZ0123456789.,;:()$%&-")
"""What no unit, no "per" and no article begins with."""
_FURTHEST = 40


def measured_behind(text: str, end: int) -> tuple[str, bool] | None:
    """The physical unit right behind a number, and whether the number is for each of them.

    "95.0 MBoe/d" is so many, "$76.00 per Bbl" is money for each.
    """
    opens = text[end : end + 1]
    if opens not in (" ", "\u00a0", "/") or (opens != "/" and text[end + 1 : end + 2] in _NO_UNIT):
        return None
    found = _BEHIND.match(text, end, end + _FURTHEST)
    if found is None:
        return None
    return _named(found["unit"]) + ("PerDay" if found["daily"] else ""), bool(found["per"])


def _named(unit: str) -> str:
    """A unit's name without blanks and points: "metricTons", "MBbl"."""
    first, *rest = _LETTERS.sub(" ", unit).split()
    return first + "".join(word.capitalize() for word in rest)


_PREFIXED = pattern(
    r"(?P<prefix>MM|M|B|T)?(?P<base>bbl|boe|cfe?|btu)s?|(?P<si>[kMGT])(?P<watt>Wh?)"
    r"|(?P<kilo>[kM])?(?P<mass>oz|lb)s?",
    re.IGNORECASE,
)
_MILLE = {"": 0, "m": 3, "mm": 6, "b": 9, "t": 12}
_METRIC = {"k": 3, "m": 6, "g": 9, "t": 12}
_IN_FULL = {"barrel": "bbl", "ounce": "oz", "pound": "lb"}
_MASS = pattern(r"(?:tons?|tonnes?)\Z", re.IGNORECASE)


@lru_cache(maxsize=256)
def base_of(unit: str) -> tuple[str, int]:
    """A physical unit in units of one kind, and the power of ten: "MBbl" is thousands of "bbl".

    M stands for a thousand of barrels and feet, and for a million of watts and ounces.
    """
    name = unit.removeprefix("ext:")
    found = _PREFIXED.fullmatch(name)
    if found is None:
        if _MASS.search(name):
            return "ton", 0
        words = name.lower().removesuffix("s")
        return _IN_FULL.get(words, words), 0
    if found["base"]:
        return found["base"].lower(), _MILLE[(found["prefix"] or "").lower()]
    if found["watt"]:
        return found["watt"].lower(), _METRIC[found["si"].lower()]
    return found["mass"].lower(), _METRIC[found["kilo"].lower()] if found["kilo"] else 0


_SAID = pattern(
    r"\([^()]*\)|\b(?:sales|sold|volumes?|production|produced|shipments|shipped|revenues?|average|avg"
    r"|realized|sales|selling|prices?|net|per|total|daily|and)\b|\W+",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def product_of(caption: str) -> str:
    """What is produced and sold, by a caption: "oil" of "Average oil price" and "Oil (MBbl)".

    Empty for what speaks of all of it.
    """
    per = _PRICE.sub(" ", caption)
    return " ".join(_SAID.sub(" ", _BULK.sub(" ", per)).lower().split())
