"""What bears a reading out: the other figures read in the same way, never the figure itself."""

from collections import defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from tieout.lexicon.labels import UNNAMED
from tieout.model.amount import Amount, gives, rounded
from tieout.proof.bits import bits, weigh
from tieout.proof.bounds import bounds
from tieout.proof.case import Docket
from tieout.proof.proposal import Proposal, is_searched
from tieout.proof.tally import Tally

_LOOSE = ("digits", "caption")


class Borne(Struct, frozen=True, gc=False):
    """What the others say of one reading: in bits, how many agree, and how many miss otherwise.

    `record` is how seldom the reading misses, in bits: it says nothing of a tick.
    """

    bits: int = 0
    record: int = 0
    agreed: int = 0
    missed: int = 0


class Corroboration:
    """Every binding of the proposals, with the figures that agree and those that do not."""

    def __init__(
        self,
        docket: Docket,
        proposals: Sequence[Proposal],
        about: Container[int] | None = None,
    ) -> None:
        """What these proposals say of one another, or of those of some figures alone."""
        self._docket = docket
        asking = [
            (one, self.bindings(one))
            for one in proposals
            if about is None or one.check.subject.figure in about
        ]
        self._tallies = {
            key: Tally() for one, own in asking if _is_asked(one) for key in _lookups(one, own)
        }
        self._expected: defaultdict[int, list[tuple[int, frozenset[int]]]] = defaultdict(list)
        for one, _ in asking:
            if (expected := _expected(one)) is not None:
                self._expected[one.check.subject.figure].append((expected, one.check.figures))
        for one in filter(_counts, proposals) if self._tallies else ():
            own = self.bindings(one)
            tallies = [tally for key in own if (tally := self._tallies.get(key)) is not None]
            if not tallies:
                continue
            if one.outcome == "differs" and not one.check.subject.document:
                claim = docket.claims.get(one.check.subject.figure)
                if claim is not None and docket.is_told_already(claim):
                    continue  # a cause of the change, which says nothing of how it is read
            self._count(tallies, one)

    def bindings(self, proposal: Proposal) -> tuple[Hashable, ...]:
        """What a proposal has in common with others: its own bindings, its sentence, its noun."""
        claim = self._docket.claims.get(proposal.check.subject.figure)
        if claim is None or proposal.check.subject.document or proposal.stated is None:
            return proposal.bindings
        by_words = proposal.shared is not None
        sentence = ("sentence", by_words, claim.sentence.start)
        if claim.concept == UNNAMED:
            return *proposal.bindings, sentence
        told = claim.form, claim.concept, claim.amount.unit, claim.period, claim.against
        return (
            *proposal.bindings,
            sentence,
            ("noun", by_words, claim.concept),
            ("told", by_words, *told),
        )

    def of(self, proposal: Proposal) -> Borne:
        """What the others say of a proposal's reading."""
        figure, figures = proposal.check.subject.figure, frozenset[int]()
        most = bounds().corroboration
        bits = agreed = missed = 0
        records, nouns, misses = [0], [0], [0]
        for key in _lookups(proposal, self.bindings(proposal)):
            tally = self._tallies.get(key) or Tally()
            apart = 0
            if tally.missed:
                figures = figures or proposal.check.figures
                apart = tally.apart(figure, figures, partial(_cause, proposal))
            others = proposal.others if key in proposal.bindings else ()
            weight, count = tally.borne(figure, others)
            kind = key[0] if isinstance(key, tuple) else ""
            limit = most.sentence if kind == "sentence" else most.noun if kind == "noun" else 0
            if kind == "told":
                weight = count = 0
            gained = min(weight, limit or most.columns)
            if kind == "noun":
                nouns.append(gained)
                misses.append(min(most.noun_miss * apart, most.noun_most))
            else:
                bits += gained
                agreed += count
                missed += apart
                records.append(_record(count, apart))
        worst = min(records)
        bits += max(nouns) - max(misses)
        return Borne(bits, worst if worst < 0 else max(records), agreed, missed)

    def of_others(self, proposal: Proposal) -> int:
        """The bits by which quite other figures give the number expected: a row, and a column."""
        figure, expected = proposal.check.subject.figure, _expected(proposal)
        if expected is None or proposal.stated is None:
            return 0
        own = proposal.check.figures - {figure}
        is_given = any(
            number == expected and own.isdisjoint(figures)
            for number, figures in self._expected[figure]
        )
        return bits(Amount(expected, proposal.stated.amount.exponent), 0) if is_given else 0

    @staticmethod
    def _count(tallies: Iterable[Tally], one: Proposal) -> None:
        """Counts a proposal for bindings it has."""
        figure = one.check.subject.figure
        if one.outcome == "differs":
            missed = _cause(one), one.check.figures
            for tally in tallies:
                tally.miss(figure, *missed)
        else:
            weight = one.weight
            if weight is None:
                is_known = one.stated is not None and one.formula is not None
                weight = weigh(one.stated.amount, one.formula) if is_known else 0  # type: ignore[union-attr,arg-type]
            for tally in tallies:
                tally.agree(figure, weight)


def _lookups(proposal: Proposal, bindings: Iterable[Hashable]) -> Iterator[Hashable]:
    """The bindings of a proposal; where only words bind it, its noun in firmer ones too."""
    for key in bindings:
        yield key
        if proposal.shared is not None and isinstance(key, tuple) and key[0] == "noun":
            yield ("noun", False, *key[2:])


def _cause(proposal: Proposal) -> str:
    """What misses of one cause have in common: by how much, of either sign; or the sign alone.

    An error flows on into totals by its own amount, and a row may lack its brackets throughout.
    Figures that have one another's digits were exchanged.
    """
    if proposal.taken is not None:
        return "exchanged"
    if proposal.stated is not None and proposal.formula is not None:
        stated = abs(proposal.stated.amount)
        try:
            if gives(abs(proposal.formula.result()), stated):
                return "the sign"
        except ZeroDivisionError:
            return ""
    return proposal.check.difference.lstrip("\u2212")


def _record(agreed: int, missed: int) -> int:
    """What it says that a reading holds for so many others and misses so many.

    Of a reading that held in every one of a hundred figures the next miss is a misprint; of one
    that missed in one of three it is the third thing the reading does not know.
    """
    table = bounds().corroboration
    seldom = (2 * (agreed + missed + 1) // (2 * missed + 1)).bit_length() - 2
    often = table.miss * missed if table.few * missed > agreed else 0
    return table.record * seldom - often


def _counts(one: Proposal) -> bool:
    """True for what counts for others: what ties, or differs; not what its digits alone found."""
    is_found = not one.bindings and one.bound in _LOOSE
    return one.outcome == "differs" or (one.ties and not is_found)


def _is_asked(one: Proposal) -> bool:
    """True where others decide: of a difference, and of a tick whose reading was searched."""
    return one.outcome == "differs" or (one.ties and is_searched(one))


def _expected(proposal: Proposal) -> int | None:
    """The number that a difference expects, in last units of the figure; None for what is none."""
    stated, formula = proposal.stated, proposal.formula
    if proposal.outcome != "differs" or proposal.check.subject.document or stated is None:
        return None
    if formula is None or not formula.is_sum:
        return None
    return rounded(formula.computed(), stated.amount.exponent)
