"""A cell's value as words, as near as its type tells to how it is displayed."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

_LARGEST = 10**21


def shown(value: object) -> str:
    """The words of a value: plain digits, a minus in front, days as 2007-11-08; empty for none.

    A workbook computes in fifteen digits; more of them are noise.
    """
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _digits(value)
    if isinstance(value, datetime):
        is_day = value.time() == time()
        return value.date().isoformat() if is_day else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    return str(value) if isinstance(value, timedelta) else ""


def _digits(value: float) -> str:
    """A number in plain digits, without an exponent."""
    if value != value or abs(value) >= _LARGEST:
        return ""
    plain = f"{Decimal(f'{value:.15g}'):f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
