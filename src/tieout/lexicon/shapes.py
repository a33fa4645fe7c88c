"""How numbers, signs, dashes, months and bullets look: pieces of patterns, each spelled once.

A name with `SET` stands between the brackets of a pattern's set, the others stand by themselves.
"""

import re

from tieout.model.period import MONTHS
from tieout.patterns import pattern

HYPHENS = "-\u2010\u2011"
"""What joins two words."""
LONG_DASHES = "\u2012\u2013\u2014\u2015"
"""What parts two clauses, and stands for nothing in a cell."""
MINUSES = "-\u2013\u2212\ufe63\uff0d"
"""What a minus before a number is printed as."""
DASHES = HYPHENS + LONG_DASHES + "\u2212\ufe58\ufe63\uff0d"
"""Whatever may look like a dash or a minus."""
HYPHEN_SET, MINUS_SET, DASH_SET = re.escape(HYPHENS), re.escape(MINUSES), re.escape(DASHES)

CURRENCY_SIGNS = "$\u20ac\u00a3\u00a5\u20b9\u20a9\u20aa\u20a6\u20b1\u20ba\u20bd\u0e3f\u20ab"
SIGN_SET = re.escape(CURRENCY_SIGNS)
SIGN = rf"(?:(?:US|U\.S\.|CDN|Cdn|HK|NT|NZ|MX|C|A|S|R)?\\?\$|[{CURRENCY_SIGNS[1:]}])"
"""A currency's sign: a dollar may be escaped, and say whose it is."""

NUMBER = r"(?:[0-9][0-9,]*+(?:\.[0-9]+)?|\.[0-9]+)"
"""A number however it is typed: "1,234.5", "12,34", ".5"."""
BY_TWO = r"[0-9]{1,2}(?:,[0-9]{2}){1,12},[0-9]{3}"
"""A whole number as India parts it, by two above the thousands: "1,23,456"."""
BY_APOSTROPHE = r"[0-9]{1,3}(?:['\u2019][0-9]{3})+"
"""A whole number as Switzerland parts it: "1'234"."""
WHOLE = rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|{BY_APOSTROPHE}|{BY_TWO}|[0-9]+)"
"""A whole number with all of its thousands parted, or none; India parts by two above those."""
YEAR = r"(?:19|20)[0-9]{2}"
SCALE_WORD = r"(?:thousand|million|billion|trillion|lakh[ \u00a0]crore|lakh|lac|crore)"
"""What a number is multiplied by, in words behind it."""

_SHORT = [*(name[:3] for name in MONTHS), "Sept"]
MONTH_NAMES = tuple(dict.fromkeys([*MONTHS, *_SHORT]))
"""Months in full, and as they are shortened."""
MONTH = rf"(?:{'|'.join(name[:3].lower() for name in MONTHS)})[a-z]{{0,6}}\.?"
"""A month in full or shortened, whatever its letters' case: with `re.IGNORECASE`."""

POINTS = pattern(
    r"(?<![A-Za-z])(?:(?<![\s)])[\s)]++)?(?:(?P<basis>bps?|basis\s+(?:points?|pts?\.?))|p?pts?\.?|pp|p\.p\."
    r"|percentage\s+points?)[\s)]*\Z",
    re.IGNORECASE,
)
"""What says behind a figure that it is the change of a percentage, in points or basis points."""

BULLETS = "\u2022\u00b7\u25cf\u25cb\u25aa\u25a0\u25e6\u2023\u2043\u27a2\u25ba\u25fe\u2713\u2714"
"""What stands before the entry of a list, beside dashes, asterisks and the letter o."""
