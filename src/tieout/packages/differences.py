"""What the judge has proven to differ between documents: each figure once, the odd one told."""

from collections.abc import Iterable, Sequence

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
    found = _Found(releases, rows)
    for check in checks:
        wanted = check.is_lead if leads else check.outcome == "differs"
        other = next((one.ref for one in check.operands if _is_apart(check, one.ref)), None)
        if wanted and other is not None:
            found.put(check, other, is_lead=leads)
    held = found.each()
    return sorted(held, key=lambda one: -_bits(one.check)) if leads else held


class _Found:
    """The differences found so far, each by the check that tells it best."""

    def __init__(self, releases: Sequence[Release], rows: Sequence[Row]) -> None:
        """None yet, of these rows."""
        self._figures = Figures(releases)
        self._row_of = {ref: number for number, row in enumerate(rows) for ref in figures_of(row)}
        self._odd = {
            Ref(document, figure)
            for row in rows
            for document, cell in enumerate(row.cells)
            for figure in cell.odd
        }
        self._most = [self._told_most(row) if row.standing == "differs" else None for row in rows]
        self._best: dict[object, Difference] = {}

    def put(self, check: Check, other: Ref, *, is_lead: bool) -> None:
        """Takes in what a check has found of a figure and one of another document."""
        one = self._difference(check, other)
        amount = self._figures.amount(one.odd)
        key: object = frozenset((one.odd, one.other)) if is_lead else one.odd
        if one.row >= 0 and amount is not None:
            key = one.odd.document, one.row, abs(amount).value
        held = self._best.get(key)
        if held is None or self._weight(one) > self._weight(held):
            self._best[key] = one

    def each(self) -> list[Difference]:
        """Every difference, but for those of a figure that is told with its row's."""
        told = {(one.odd.document, one.row) for one in self._best.values()}
        return [
            one
            for one in sorted(self._best.values(), key=lambda one: one.odd)
            if one.row >= 0 or (one.odd.document, self._row_of.get(one.odd)) not in told
        ]

    def _difference(self, check: Check, other: Ref) -> Difference:
        """The difference a check has found: the odd one of its two figures is what fewer tell."""
        subject = check.subject
        number = self._row_of.get(subject, -1)
        if not is_told_again(check) or number < 0 or self._row_of.get(other, -1) != number:
            return Difference(subject, other, check)
        if other in self._odd and subject not in self._odd:
            subject, other = other, subject
        return Difference(subject, self._right(number, other), check, number)

    def _right(self, row: int, other: Ref) -> Ref:
        """The figure itself where it is what most documents of its row tell; else one that is."""
        most = self._most[row]
        told = self._figures.amount(other)
        best = self._figures.amount(most) if most is not None else None
        if most is None or told is None or best is None:
            return other
        return other if same(abs(told), abs(best)).outcome == "agrees" else most

    def _told_most(self, row: Row) -> Ref | None:
        """The first figure of the number that most documents tell."""
        numbers: dict[object, dict[int, Ref]] = {}
        for ref in figures_of(row):
            amount = self._figures.amount(ref)
            if amount is not None and ref not in self._odd:
                numbers.setdefault(number_of(abs(amount)), {}).setdefault(ref.document, ref)
        most = max(numbers.values(), key=len, default=None)
        return next(iter(most.values())) if most is not None else None

    def _weight(self, one: Difference) -> tuple[bool, bool, bool, int]:
        """What tells best of several checks of one figure: its own, against what most tell."""
        is_right = one.row >= 0 and one.other not in self._odd
        return one.row >= 0, is_right, one.odd == one.check.subject, _bits(one.check)


def _is_apart(check: Check, ref: Ref) -> bool:
    """True for a figure of another document than the one checked."""
    return ref.document != check.subject.document


def _bits(check: Check) -> int:
    """How far a check is proven."""
    return check.ground.bits if check.ground is not None else 0
