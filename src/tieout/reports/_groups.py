"""Findings that are one: figures of one column that changed for one cause since another filing."""

from collections.abc import Sequence

from msgspec import Struct

from tieout.model.check import Check, Severity
from tieout.model.statement import Fact
from tieout.model.workpaper import Workpaper
from tieout.reports._words import KINDS, capital, counted

_FEWEST = 3
"""Fewer figures are as soon told one by one."""


class Finding(Struct, frozen=True, gc=False):
    """One finding: a check, or the checks of a column's figures that changed for one cause."""

    sentence: str
    checks: tuple[Check, ...]

    @property
    def first(self) -> Check:
        """The check itself; of a column, that of the figure that moved most."""
        return self.checks[0]

    @property
    def severity(self) -> Severity:
        """That of every one of its checks."""
        return self.first.severity

    @property
    def is_column(self) -> bool:
        """True where it tells of several figures."""
        return len(self.checks) > 1


def findings(workpaper: Workpaper) -> list[Finding]:
    """Every finding in order, those of one column and cause as one, the largest moves first."""
    facts: dict[int, Fact] = {}
    for fact in workpaper.subject.facts:
        facts.setdefault(fact.figure, fact)
    columns: dict[object, list[Check]] = {}
    for number, check in enumerate(workpaper.findings):
        told = facts.get(check.subject.figure) if check.subject.document == 0 else None
        key: object = number
        if check.cause and told is not None:
            place = (told.statement, told.column)
            key = (check.rule, check.severity, check.cause, check.reason, *place)
        columns.setdefault(key, []).append(check)
    found: list[Finding] = []
    for checks in columns.values():
        if len(checks) < _FEWEST:
            found += [Finding(check.message or check.reason, (check,)) for check in checks]
            continue
        sentence = _sentence(workpaper, facts[checks[0].subject.figure], checks)
        found.append(Finding(sentence, tuple(sorted(checks, key=_size, reverse=True))))
    return found


def counts(found: Sequence[Finding]) -> str:
    """How many errors and warnings there are: "1 error and 2 warnings"."""
    errors = sum(1 for one in found if one.severity == "error")
    kinds = ((errors, "error"), (len(found) - errors, "warning"))
    return " and ".join(counted(number, noun) for number, noun in kinds if number)


def _sentence(workpaper: Workpaper, fact: Fact, checks: Sequence[Check]) -> str:
    """What a column's figures have in common."""
    statement = workpaper.subject.statements[fact.statement]
    kind = KINDS[statement.kind]
    period = statement.columns[fact.column].period
    place = capital(kind) + (f", {period.spoken()}" if period else "")
    why = checks[0].reason or "nothing explains it"
    return (
        f"{place}: {counted(len(checks), 'figure')} differ from what was reported elsewhere; {why}"
    )


def _size(check: Check) -> tuple[int, str]:
    """By this differences stand in order, the smallest first: as long, then as high a number."""
    whole, _, rest = "".join(c for c in check.difference if c.isdigit() or c == ".").partition(".")
    whole = whole.lstrip("0")
    return len(whole), whole + "." + rest
