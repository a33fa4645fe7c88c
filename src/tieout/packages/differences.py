"""What the judge has proven to differ between documents: each figure once, the odd one told."""

from collections.abc import Iterable, Iterator, Sequence, Set

from tieout.model.amount import number_of, same
from tieout.model.check import Check, Ref
from tieout.model.package import Difference, Row
from tieout.model.workpaper import Release
from tieout.packages.figures import Figures
from tieout.packages.rows import figures_of, is_told_again


def differences(
    releases: Sequence[Release],
    rows: Sequence[Row],
    checks: Iterable[Check],
    *,
    leads: bool = False,
) -> list[Difference]:
    """Every figure that differs from what another document tells, in the order of the documents.

    Or every one that may, the likeliest first. Several places of a document that tell one thing
    with one number are one difference.
    """
    figures = Figures(releases)
    row_of = {ref: number for number, row in enumerate(rows) for ref in figures_of(row)}
    best: dict[object, Difference] = {}
    for check in checks:
        wanted = check.is_lead if leads else check.outcome == "differs"
        other = next((one.ref for one in check.operands if _is_apart(check, one.ref)), None)
        if not wanted or other is None:
            continue
        one = _difference(figures, rows, row_of, check, other)
        amount = figures.amount(one.odd)
        key: object = one.odd if not leads else frozenset((one.odd, one.other))
        if one.row >= 0 and amount is not None:
            key = one.odd.document, one.row, abs(amount).value
        held = best.get(key)
        if held is None or _weight(rows, one) > _weight(rows, held):
            best[key] = one
    told = {(one.odd.document, one.row) for one in best.values()}
    found = [
        one
        for one in sorted(best.values(), key=lambda one: one.odd)
        if one.row >= 0 or (one.odd.document, row_of.get(one.odd)) not in told
    ]
    return sorted(found, key=lambda one: -_bits(one.check)) if leads else found


def _is_apart(check: Check, ref: Ref) -> bool:
    """True for a figure of another document than the one checked."""
    return ref.document != check.subject.document


def _difference(
    figures: Figures, rows: Sequence[Row], row_of: dict[Ref, int], check: Check, other: Ref
) -> Difference:
    """The difference a check has found: the odd one of its two figures is what fewer tell."""
    subject = check.subject
    number = row_of.get(subject, -1)
    if not is_told_again(check) or number < 0 or row_of.get(other, -1) != number:
        return Difference(subject, other, check)
    odd = set(_odd_of(rows[number]))
    first, second = (other, subject) if other in odd and subject not in odd else (subject, other)
    return Difference(first, _told_most(figures, rows[number], odd, second), check, number)


def _told_most(figures: Figures, row: Row, odd: Set[Ref], other: Ref) -> Ref:
    """The figure itself where it is what most documents tell; else the first that is."""
    numbers: dict[object, list[Ref]] = {}
    for ref in figures_of(row):
        amount = figures.amount(ref)
        if amount is not None and ref not in odd:
            held = numbers.setdefault(number_of(abs(amount)), [])
            held += [ref] if all(ref.document != one.document for one in held) else []
    most = max(numbers.values(), key=len, default=[other])
    told, best = figures.amount(other), figures.amount(most[0])
    is_one = told is None or best is None or same(abs(told), abs(best)).outcome == "agrees"
    return other if is_one else most[0]


def _odd_of(row: Row) -> Iterator[Ref]:
    """The figures of a row that are not as the others have them."""
    for document, cell in enumerate(row.cells):
        yield from (Ref(document, figure) for figure in cell.odd)


def _weight(rows: Sequence[Row], one: Difference) -> tuple[bool, bool, bool, int]:
    """What tells best of several checks of one figure: its own, against what most tell."""
    is_right = one.row >= 0 and one.other not in set(_odd_of(rows[one.row]))
    return one.row >= 0, is_right, one.odd == one.check.subject, _bits(one.check)


def _bits(check: Check) -> int:
    """How far a check is proven."""
    return check.ground.bits if check.ground is not None else 0
