"""What is counted over many documents: how many were read, why others were not, and endings."""

from collections.abc import Iterable
from functools import reduce
from typing import Any

from msgspec import Struct, field

from tieout.batch.record import Record
from tieout.store.rows import Check, Run

_ENDINGS = ("figures", "agrees", "rounds", "differs", "not_tested", "excluded")
_AT = {name: Run.__struct_fields__.index(name) for name in _ENDINGS}
_RULE, _OUTCOME, _IS_LEAD = map(Check.__struct_fields__.index, ("rule", "outcome", "is_lead"))


class Tally(Struct, frozen=True):
    """Counts of documents, of their bytes and figures, and of what differs, by rule."""

    documents: int = 0
    read: int = 0
    failed: dict[str, int] = field(default_factory=dict)
    bytes: int = 0
    statements: int = 0
    facts: int = 0
    claims: int = 0
    checks: int = 0
    coverage: dict[str, int] = field(default_factory=dict)
    findings: dict[str, int] = field(default_factory=dict)
    leads: dict[str, int] = field(default_factory=dict)
    years: dict[str, int] = field(default_factory=dict)


def tally(record: Record, year: str) -> Tally:
    """The counts of one document."""
    tables, findings, leads = record.tables, dict[str, int](), dict[str, int]()
    for check in tables.get("check", ()):
        counted = findings if check[_OUTCOME] == "differs" else leads if check[_IS_LEAD] else None
        if counted is not None:
            counted[check[_RULE]] = counted.get(check[_RULE], 0) + 1
    return Tally(
        documents=1,
        read=int(record.kind is None),
        failed={record.kind: 1} if record.kind is not None else {},
        bytes=record.size,
        statements=len(tables.get("statement", ())),
        facts=len(tables.get("fact", ())),
        claims=len(tables.get("claim", ())),
        checks=len(tables.get("check", ())),
        coverage={name: run[at] for run in tables.get("run", ()) for name, at in _AT.items()},
        findings=findings,
        leads=leads,
        years={year: 1} if tables else {},
    )


def together(tallies: Iterable[Tally]) -> Tally:
    """The sum of all counts."""
    return reduce(_added, tallies, Tally())


def _added(one: Tally, other: Tally) -> Tally:
    """Both counts in one."""
    return Tally(*(_sum(getattr(one, name), getattr(other, name)) for name in _FIELDS))


def _sum(one: Any, other: Any) -> Any:  # noqa: ANN401 - a count, or the counts of each name
    """A number and a number, or the numbers of each name."""
    if isinstance(one, int):
        return one + other
    return {name: one.get(name, 0) + other.get(name, 0) for name in sorted({*one, *other})}


_FIELDS = Tally.__struct_fields__
