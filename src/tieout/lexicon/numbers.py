"""Printed digits to exact numbers: "1,234.5", "4.2 billion", and numbers as words."""

from functools import lru_cache

from tieout.model.amount import Amount

COUNTS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "twenty-four": 24,
    "twenty-six": 26,
    "twenty-seven": 27,
    "twenty-eight": 28,
    "thirty": 30,
    "thirty-six": 36,
    "thirty-nine": 39,
    "forty": 40,
    "fifty": 50,
    "fifty-two": 52,
    "fifty-three": 53,
}
"""Numbers as words: those of months, of weeks and of shares."""

MAX_DIGITS = 40
"""Longer runs of digits are no quantity that anyone prints."""

SCALE_POWERS = {
    "hundred": 2,
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
    "lakh": 5,
    "lac": 5,
    "crore": 7,
    "lakh crore": 12,
}
"""Words behind a number, without their plural, as powers of ten; the last four are India's."""

SUFFIX_POWERS = {"mm": 6, "mn": 6, "m": 6, "bn": 9, "b": 9, "k": 3, "cr": 7}
"""Letters right behind a number, as powers of ten."""


@lru_cache(maxsize=1024)
def scale_power(word: str) -> int:
    """The power of ten of a scale word in either number, whatever its case; 0 for other words."""
    word = " ".join(word.lower().split()).removesuffix("s")
    return SCALE_POWERS.get(word, 0)


def number(digits: str, power: int = 0) -> Amount:
    """The digits × 10^power, its precision the last digit printed: "7.2", 6 is 72 × 10^5."""
    bare = digits.replace(",", "")
    if bare.isdecimal():
        return Amount(int(bare), power)
    whole, _, decimals = bare.replace("'", "").replace("\u2019", "").partition(".")
    return Amount(int((whole + decimals) or "0"), power - len(decimals))
