"""Words that only a company's books use: over columns of ledgers, in names of sheets and cells."""

import re

from tieout.lexicon.canonical import normal
from tieout.lexicon.dates import date_said
from tieout.model.period import MONTHS
from tieout.patterns import pattern

DEBIT = frozenset({"debit", "debits", "dr"})
CREDIT = frozenset({"credit", "credits", "cr"})
CLOSING = frozenset({"ending", "closing", "final", "adjusted"})
"""What tells the balance at the end from the one at the beginning and from what moved it."""

_OTHERWISE = frozenset(
    {
        *("budget", "budgets", "budgeted", "forecast", "forecasts", "plan", "planned"),
        *("projected", "projection", "scenario", "py", "prior", "previous", "comparative"),
    }
)
_PLANNED = _OTHERWISE - {"py", "prior", "previous", "comparative"}
_ACCOUNT = pattern(r"\A\s*[0-9](?:[0-9.-]*[0-9])?(?:\s*[-\u2013:.])?\s*(?=[A-Za-z])")
_TIMES = pattern(r"\b(?:[qh][1-4]|[0-9]q|fy|ytd|qtd|cy|(?:fy|cy)?[0-9]+)\b", re.IGNORECASE)
_MONTH = pattern(r"(?<![\w/-])([A-Za-z]{3,9})\.?[-'\u2019 ]{1,2}((?:19|20)?[0-9]{2})(?![\w/,-])")
_PARTS = pattern(r"[_.\\]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[a-z][a-z])(?=[0-9])")


def is_planned(*texts: str) -> bool:
    """True where a title or header speaks of what was planned, not of what was booked."""
    return any(not _PLANNED.isdisjoint(normal(text).split()) for text in texts)


def is_otherwise(*texts: str) -> bool:
    """True where one speaks of a plan, or of a time before, without saying of which."""
    return any(not _OTHERWISE.isdisjoint(normal(text).split()) for text in texts)


def without_account(label: str) -> str:
    """The name of an account without the number before it: "1010 - Cash" is "Cash"."""
    return _ACCOUNT.sub("", label, count=1) if label[:12].strip()[:1].isdigit() else label


def with_months(header: str) -> str:
    """The header with its months in full: "Sep-07" is "September 2007", and "Sep 7" a day."""
    return _MONTH.sub(_in_full, header)


def _in_full(found: re.Match[str]) -> str:
    """A month with its year, where the word is one."""
    said = date_said(f"1-{found[1]}-{found[2]}")
    is_day = found[0].endswith(f" {found[2]}") and len(found[2]) < len("2007")
    return found[0] if said is None or is_day else f"{MONTHS[said.month - 1]} {said.year}"


def words_of_name(name: str) -> tuple[str, str]:
    """What the name of a cell calls it, and the same with when it is of.

    "Total_backlog_Q2FY08" is "Total backlog".
    """
    said = " ".join(_PARTS.sub(" ", name).split())
    return " ".join(_TIMES.sub(" ", said).split()), said
