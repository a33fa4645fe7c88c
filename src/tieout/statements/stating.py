"""Placed to Statement: its title, scale and unit, and its facts, made once and numbered."""

from collections.abc import Iterable, Sequence
from functools import partial

from tieout.model.document import Document
from tieout.model.memo import Memo, afresh
from tieout.model.statement import Statement
from tieout.model.unit import money
from tieout.statements.facts import facts_of, is_sure
from tieout.statements.placing import Placed


def stated(
    document: Document, placed: Iterable[Placed], memo: Memo = afresh
) -> tuple[Statement, ...]:
    """The statements; of a table that is none of the primary ones and tells nothing, none."""
    found: list[Statement] = []
    for one in placed:
        number = len(found)
        statement = memo(("stated", number), partial(_stated, document, one, number), one)
        found += [statement] if statement is not None else []
    return tuple(found)


def _stated(document: Document, placed: Placed, number: int) -> Statement | None:
    """The statement of that number; None for one that tells nothing and is no primary one."""
    facts = facts_of(document, placed, number)
    sure = tuple(fact for fact in facts if is_sure(fact, placed))
    kind, rows = placed.read.known.kind, placed.read.rows
    if not sure and not kind.is_face:
        return None
    return Statement(
        kind=kind.name,
        title=next((line for line in reversed(rows.titles) if kind.titles.search(line)), ""),
        table=rows.table.number,
        scale=10**rows.scale.money,
        unit=next(
            (line.unit for line in placed.lines if line.is_money and not line.is_heading),
            money(rows.scale.currency),
        ),
        audited=_audited(rows.titles),
        columns=placed.read.columns,
        lines=placed.lines,
        calculation=placed.sums,
        facts=sure,
    )


def _audited(titles: Sequence[str]) -> bool | None:
    """False under "(unaudited)", True under "audited"; None where neither is said."""
    words = " ".join(titles).lower()
    if "unaudited" in words:
        return False
    return True if "audited" in words else None
