"""Placed to Statement: its title, scale and unit, and its facts, made once and numbered."""

from collections.abc import Iterable, Sequence

from tieout.model.document import Document
from tieout.model.statement import Statement
from tieout.model.unit import money
from tieout.statements.facts import facts_of, is_sure
from tieout.statements.placing import Placed


def stated(document: Document, placed: Iterable[Placed]) -> tuple[Statement, ...]:
    """The statements; of a table that is none of the primary ones and tells nothing, none."""
    found: list[Statement] = []
    for one in placed:
        facts = facts_of(document, one, len(found))
        sure = tuple(fact for fact in facts if is_sure(fact, one))
        kind, rows = one.read.known.kind, one.read.rows
        if sure or kind.is_face:
            statement = Statement(
                kind=kind.name,
                title=next(
                    (line for line in reversed(rows.titles) if kind.titles.search(line)), ""
                ),
                table=rows.table.number,
                scale=10**rows.scale.money,
                unit=next(
                    (line.unit for line in one.lines if line.is_money and not line.is_heading),
                    money(rows.scale.currency),
                ),
                audited=_audited(rows.titles),
                columns=one.read.columns,
                lines=one.lines,
                calculation=one.sums,
                facts=sure,
            )
            found.append(statement)
    return tuple(found)


def _audited(titles: Sequence[str]) -> bool | None:
    """False under "(unaudited)", True under "audited"; None where neither is said."""
    words = " ".join(titles).lower()
    if "unaudited" in words:
        return False
    return True if "audited" in words else None
