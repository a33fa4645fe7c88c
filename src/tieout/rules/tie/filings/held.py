"""Every figure of the subject beside the same figure of each other filing."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct, structs

from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import bound_by
from tieout.model.check import Check
from tieout.model.relation import Role, in_time, role
from tieout.model.statement import StatementKind
from tieout.proof.proposal import Proposal
from tieout.rules.tie.filings.columns import Columns
from tieout.rules.tie.filings.pairs import Counterparts, Pair
from tieout.rules.tie.filings.splits import ONE, adjusted, splits, told
from tieout.rules.verbs import agree

TIED = ("agrees", "rounds")

ColumnPair: TypeAlias = tuple[int, int, int, int, int]
"""A document, a statement of the subject and of the document, and a column of each."""


class Tie(Struct, frozen=True, gc=False):
    """A figure of the subject beside another filing's, with the check the two make."""

    pair: Pair
    proposal: Proposal

    @property
    def check(self) -> Check:
        """The check the two figures make."""
        return self.proposal.check

    @property
    def is_tied(self) -> bool:
        """True where the figure is as the other filing has it."""
        return self.check.outcome in TIED


class Held:
    """The subject's figures, each beside those of the filings of some roles.

    `ties` has an entry a figure, by document; `documents` stand in the order of time.
    """

    def __init__(self, evidence: Evidence, roles: Sequence[Role]) -> None:
        """Every figure beside those of the filings of these roles."""
        self._evidence = evidence
        self.roles = {
            number: role(evidence.subject, other)
            for number, other in enumerate(evidence.releases)
            if number
        }
        documents = [number for number, one in self.roles.items() if one in roles]
        self.documents = sorted(documents, key=lambda one: in_time(evidence.releases[one]))
        is_copy = "companion" in roles
        self.splits = (
            dict.fromkeys(self.documents, ONE) if is_copy else splits(evidence, self.documents)
        )
        self.columns = Columns()
        self._settled: dict[tuple[int, int], set[StatementKind]] = {}
        self.ties = self._all() if documents else []

    def is_settled(self, pair: Pair) -> bool:
        """True where another figure of the subject, in such a table, is the other document's."""
        kind = self._evidence.statements[pair.fact.statement].kind
        return kind in self._settled.get((pair.document, pair.other.figure), ())

    def every(self) -> Iterator[Tie]:
        """Every tie of every figure."""
        for by_document in self.ties:
            yield from by_document.values()

    def _all(self) -> list[dict[int, Tie]]:
        """The ties of every figure, and each counted for its columns."""
        counterparts, documents = Counterparts(self._evidence), frozenset(self.documents)
        found: list[dict[int, Tie]] = []
        done: set[tuple[int, int, int]] = set()
        for fact in self._evidence.reported:
            if fact.period is None:
                continue
            ties: dict[int, Tie] = {}
            for document, pairs in counterparts.of(fact, documents).items():
                tie = self._best(pairs)
                if tie is None:
                    continue
                key = (fact.figure, document, tie.pair.other.figure)
                if key in done:
                    continue
                done.add(key)
                ties[document] = tie
                if tie.is_tied:
                    kind = self._evidence.statements[fact.statement].kind
                    self._settled.setdefault((document, tie.pair.other.figure), set()).add(kind)
                if tie.is_tied or tie.pair.is_sure:
                    self.columns.put(fact, document, tie.pair.other, agrees=tie.is_tied)
            if ties:
                found.append(ties)
        return found

    def _best(self, pairs: Sequence[Pair]) -> Tie | None:
        """The first of a document's figures that agrees, else the likeliest."""
        first: Tie | None = None
        for pair in pairs:
            tie = Tie(pair, self._check(pair))
            if tie.is_tied:
                return tie
            first = first or tie
        return first

    def _check(self, pair: Pair) -> Proposal:
        """The two figures against each other, adjusted for a split where there was one."""
        one = bound_by(self._evidence.of_fact(0, pair.fact), "filing")
        two = bound_by(self._evidence.of_fact(pair.document, pair.other), "filing")
        ratio = self.splits[pair.document]
        check = agree(one, two)
        if ratio != ONE and pair.fact.amount.unit.is_of_shares:
            may_stay = pair.fact.in_caption or not pair.fact.amount.mantissa
            if may_stay and check.outcome in TIED:
                return check
            check = adjusted(one, two, ratio)
            if check.outcome in TIED:
                reason = f"adjusted for the {told(ratio)}"
                note = f"{check.check.reason}; {reason}" if check.check.reason else reason
                return check.but(cause="split", reason=note)
            return check
        if check.outcome == "differs" and pair.rank:
            printed = agree(
                structs.replace(one, amount=pair.fact.printed),
                structs.replace(two, amount=pair.other.printed),
            )
            check = printed if printed.outcome in TIED else check
        return check


def column_pair(pair: Pair) -> ColumnPair:
    """The columns that a pair of figures stands in."""
    fact, other = pair.fact, pair.other
    return pair.document, fact.statement, other.statement, fact.column, other.column
