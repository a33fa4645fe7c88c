"""The filings that tell a figure held in the order of time, and what differs told apart."""

from collections.abc import Iterator, Sequence

from tieout.evidence.gathered import Evidence
from tieout.lexicon.captions import are_same
from tieout.model.check import Cause, Severity
from tieout.model.relation import Role
from tieout.proof.proposal import Proposal
from tieout.rules.tie.filings.held import TIED, Held, Tie
from tieout.rules.tie.filings.misread import may_be_misread
from tieout.rules.tie.filings.pairs import Pair
from tieout.rules.tie.filings.reasons import Reasons
from tieout.rules.tie.filings.splits import ONE, adjusted, named, told
from tieout.rules.verbs import agree, not_tested

_UNSETTLED = "the other filing uses the same caption, but perhaps for a different figure"
_NOT_ONE = "hardly a figure of this column is as reported there: it may not be the same column"


def ties(evidence: Evidence, *, roles: Sequence[Role]) -> Iterator[Proposal]:
    """The checks of every figure that filings of these roles report too, with causes."""
    held = Held(evidence, roles)
    verdicts = _Verdicts(evidence, held)
    for by_document in held.ties:
        yield from verdicts.of(by_document)


class _Verdicts:
    """What is concluded of figures that several filings tell."""

    def __init__(self, evidence: Evidence, held: Held) -> None:
        """What is concluded of these."""
        self._evidence, self._held = evidence, held
        self._reasons = Reasons(evidence, held)

    def of(self, ties: dict[int, Tie]) -> Iterator[Proposal]:
        """One figure's checks: those that agree, and what the last filing has that does not."""
        prior = [
            one for one in self._held.documents if one in ties and self._held.roles[one] != "later"
        ]
        later = [
            one for one in self._held.documents if one in ties and self._held.roles[one] == "later"
        ]
        last = next((one for one in reversed(prior) if self._counts(ties[one])), None)
        for document in prior:
            tie = ties[document]
            if tie.is_tied and (last == document or last is None or ties[last].is_tied):
                yield self._as_last_reported(ties, document, prior)
        if last is not None and not ties[last].is_tied:
            yield self._changed(ties[last], self._is_taken_back(ties, prior, last))
        elif last is None and prior and not any(ties[one].is_tied for one in prior):
            yield self._unsettled(ties[prior[-1]])
        changed = False
        for document in later:
            if ties[document].is_tied:
                yield ties[document].proposal
            elif not changed and self._counts(ties[document]):
                changed = True
                yield self._changed(ties[document], is_taken_back=False)

    def _counts(self, tie: Tie) -> bool:
        """True where a tie is one beyond doubt, whether it agrees or differs."""
        if tie.is_tied:
            return True
        pair = tie.pair
        if tie.check.outcome != "differs" or not pair.is_sure or _is_turned(pair):
            return False
        if pair.fact.amount.unit.is_of_shares and self._may_be_split(pair):
            return False
        is_other = self._held.is_settled(pair) or may_be_misread(self._evidence, pair)
        if self._is_companion(pair) and is_other:
            return False
        statement = self._evidence.statements[pair.fact.statement]
        is_one = self._held.columns.is_one(pair.fact, pair.document, pair.other)
        if statement.is_face:
            period = pair.other.period
            opens = statement.kind == "cash_flow_statement" and period and period.is_instant
            return is_one or bool(opens) or self._is_explained(tie)
        return is_one and self._held.columns.are_tables_one(pair.fact, pair.document, pair.other)

    def _is_explained(self, tie: Tie) -> bool:
        """True where the documents or the sums say why a figure changed since another filing.

        Between documents of one announcement nothing has changed.
        """
        if self._is_companion(tie.pair):
            return False
        return self._reasons.said(tie.pair) is not None or self._reasons.of(tie) is not None

    def _is_companion(self, pair: Pair) -> bool:
        """True where the other document is of the same announcement."""
        return self._held.roles[pair.document] == "companion"

    def _may_be_split(self, pair: Pair) -> bool:
        """True where a split that the words name explains a figure, though no share count shows it.

        A filing just before a split prints some figures both ways.
        """
        one = self._evidence.of_fact(0, pair.fact)
        two = self._evidence.of_fact(pair.document, pair.other)
        if self._is_companion(pair) or self._held.splits[pair.document] != ONE:
            return False
        ratios = named(self._evidence, pair.document)
        return any(adjusted(one, two, ratio).outcome in TIED for ratio in ratios)

    def _unsettled(self, tie: Tie) -> Proposal:
        """A figure that nothing shows to be the other filing's."""
        is_sure = tie.pair.is_sure and tie.check.outcome == "differs"
        return not_tested(tie.check.subject, _NOT_ONE if is_sure else _UNSETTLED)

    def _as_last_reported(
        self, ties: dict[int, Tie], document: int, prior: Sequence[int]
    ) -> Proposal:
        """A tick; of a figure restated since it was first reported it says so."""
        tick, first = ties[document].proposal, prior[0]
        if first == document or not self._counts(ties[first]) or ties[first].is_tied:
            return tick
        old = ties[first].check
        reason = self._reasons.of(ties[first])
        note = f"agrees with the latest report; it was first reported as {old.expected}"
        note += f" ({reason})" if reason is not None else ""
        note = f"{tick.check.reason}; {note}" if tick.check.reason else note
        return tick.but(reason=note, cause=reason.cause if reason else tick.check.cause)

    def _is_taken_back(self, ties: dict[int, Tie], prior: Sequence[int], last: int) -> bool:
        """True where a figure is as first reported, and not as restated since."""
        before = prior[: prior.index(last)]
        return any(ties[one].is_tied and self._counts(ties[one]) for one in before)

    def _changed(self, tie: Tie, is_taken_back: bool) -> Proposal:  # noqa: FBT001 - said by name above
        """A figure that differs, with its cause; a warning where the documents explain it."""
        check, pair = tie.check, tie.pair
        is_later = self._held.roles[pair.document] == "later"
        found = None if is_taken_back else self._reasons.of(tie)
        ratio = self._held.splits[pair.document]
        reason = str(found or "")
        if is_taken_back:
            reason = "this is the figure as first reported, before it was restated"
        elif ratio != ONE and pair.fact.amount.unit.is_of_shares:
            same = agree(
                self._evidence.of_fact(0, pair.fact),
                self._evidence.of_fact(pair.document, pair.other),
            )
            is_left = same.outcome in TIED
            reason = f"{'not adjusted' if is_left else 'after adjusting'} for the {told(ratio)}"
        said = ("as a later filing shows it" if is_later else "", reason)
        message = "; ".join([check.message, *(one for one in said if one)])
        severity: Severity = "warning" if is_later or found is not None else check.severity
        cause: Cause = "" if check.severity == "warning" else "unexplained"
        return tie.proposal.but(
            severity=severity,
            cause=cause if found is None else found.cause,
            message=message,
            reason=reason,
        )


def _is_turned(pair: Pair) -> bool:
    """True where two figures have all but the sign, and their lines say the sign otherwise."""
    one, two = pair.fact.printed, pair.other.printed
    is_like = one.mantissa == -two.mantissa and one.exponent == two.exponent
    return is_like and not are_same(pair.fact.caption, pair.other.caption)
