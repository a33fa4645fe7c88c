"""Why a figure is not as another filing has it: by words, by its column's sums, or by nothing."""

from collections.abc import Hashable, Sequence

from tieout.evidence.gathered import Evidence
from tieout.lexicon.captions import caption_key
from tieout.lexicon.changed import is_as_before
from tieout.model.statement import Fact
from tieout.rules.tie.filings.causes import Causes, Reason
from tieout.rules.tie.filings.held import ColumnPair, Held, Tie, column_pair
from tieout.rules.tie.filings.pairs import Pair
from tieout.rules.tie.filings.splits import ONE
from tieout.rules.tie.filings.totals import Beside, out_of_step, reclassified

_RESULTS = ("us-gaap:NetIncomeLoss", "us-gaap:ProfitLoss", "us-gaap:OperatingIncomeLoss")
_FEWEST = 2
"""A restatement moves a line and its total, or two lines."""


class Reasons:
    """What explains the figures that differ."""

    def __init__(self, evidence: Evidence, held: Held) -> None:
        """What explains these."""
        self._evidence, self._held = evidence, held
        self._causes = Causes(evidence)
        self._moves_of: dict[ColumnPair, tuple[frozenset[int], frozenset[int]]] = {}
        self._lines: dict[ColumnPair, list[Tie]] = {}
        self._on_faces: dict[Hashable, Tie] = {}
        for tie in held.every():
            self._lines.setdefault(column_pair(tie.pair), []).append(tie)
            if evidence.is_face(0, tie.pair.fact) and not tie.is_tied and tie.pair.is_sure:
                self._on_faces[_move(tie)] = tie

    def of(self, tie: Tie) -> Reason | None:
        """What explains that a figure differs: what is said of its column, then arithmetic."""
        pair = tie.pair
        if self._held.splits[pair.document] != ONE and pair.fact.amount.unit.is_of_shares:
            return None
        reclassed, broken = self._moved(pair)
        if pair.fact.line in broken:
            return None
        said = self.said(pair)
        if said is not None and said.cause != "reclassified":
            return said
        if tie.check.severity == "error" and pair.fact.line in reclassed:
            return Reason("reclassified", "the totals agree")
        if not self._evidence.is_face(0, pair.fact) and (on_face := self._on_faces.get(_move(tie))):
            return self.of(on_face)
        return None if self._is_summed(pair.fact) else said

    def said(self, pair: Pair) -> Reason | None:
        """What the documents say of a figure's column: its head, its title, else the prose."""
        head = self._causes.in_head(0, pair.fact)
        if head is None and self._held.roles[pair.document] == "later":
            head = self._causes.in_head(pair.document, pair.other)
        return head or self._words(pair, self._telling(pair.document))

    def _is_summed(self, fact: Fact) -> bool:
        """True for a part or a total of a sum, a result, or a figure of shares: words do not do."""
        if fact.concept in _RESULTS or fact.amount.unit.is_of_shares:
            return True
        return any(
            one.total == fact.line or any(fact.line == line for line, _ in one.readings[0])
            for one in self._evidence.statements[fact.statement].calculation
            if one.readings
        )

    def _words(self, pair: Pair, documents: Sequence[int]) -> Reason | None:
        """What the prose says of a figure's period.

        A column of what was reported before is just that, and a unit apart is rounding.
        """
        period = pair.fact.period
        if period is None or self._is_before(pair.fact) or not self._moves(pair):
            return None
        if pair.fact.amount.unit.is_shares and "Diluted" not in pair.fact.concept:
            return None  # only what dilutes depends on the result
        kind = self._evidence.statements[pair.fact.statement].kind
        return self._causes.in_words(documents, period, kind)

    def _moves(self, pair: Pair) -> bool:
        """True where lines of the pair's column differ by more than a unit: never one alone."""
        moved = {
            one.pair.fact.line
            for one in self._lines.get(column_pair(pair), ())
            if one.check.outcome == "differs" and one.check.severity == "error" and one.pair.is_sure
        }
        return len(moved) >= _FEWEST

    def _telling(self, document: int) -> Sequence[int]:
        """The documents whose words may say why a figure of that one changed."""
        kind = self._held.roles[document]
        if kind == "later":
            return [document]
        return [0, document] if kind == "companion" else self._causes.since(document)

    def _moved(self, pair: Pair) -> tuple[frozenset[int], frozenset[int]]:
        """The lines of the pair's column that were reclassified, and those out of step."""
        key = column_pair(pair)
        if key not in self._moves_of:
            lines: dict[int, int] = {}
            moved: set[int] = set()
            for tie in self._lines.get(key, ()):
                if tie.is_tied or tie.pair.is_sure:
                    lines[tie.pair.fact.line] = tie.pair.other.line
                    if not tie.is_tied and tie.check.severity == "error":
                        moved.add(tie.pair.fact.line)
            document, one, two, column, other = key
            beside = Beside(
                self._evidence.statements[one],
                column,
                self._evidence.releases[document].statements[two],
                other,
                lines,
                frozenset(moved),
            )
            self._moves_of[key] = reclassified(beside), out_of_step(beside)
        return self._moves_of[key]

    def _is_before(self, fact: Fact) -> bool:
        """True for a figure in a column of what was reported before it was restated."""
        statement = self._evidence.statements[fact.statement]
        return is_as_before(statement.columns[fact.column].header)


def _move(tie: Tie) -> Hashable:
    """A line by its caption and period, and by how much it differs from another filing's."""
    pair, period = tie.pair, tie.pair.fact.period
    caption = caption_key(pair.fact.caption)
    return pair.document, caption, period, tie.check.difference.lstrip("\u2212$")
