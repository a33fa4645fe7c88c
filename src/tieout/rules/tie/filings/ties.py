"""Every figure of the subject held against the filings that reported it, and told apart."""

from collections.abc import Hashable, Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct, structs

from tieout.lexicon.changed import is_as_before
from tieout.model.check import Cause, Check, Severity
from tieout.model.evidence import Evidence
from tieout.model.relation import Role, in_time, role
from tieout.model.statement import Fact
from tieout.rules.bearing import proven
from tieout.rules.tie.filings.causes import Causes, Reason
from tieout.rules.tie.filings.columns import Columns
from tieout.rules.tie.filings.pairs import Counterparts, Pair, caption_key
from tieout.rules.tie.filings.splits import ONE, adjusted, is_of_shares, split_between, told
from tieout.rules.tie.filings.totals import Beside, out_of_step, reclassified
from tieout.rules.verbs import UNSETTLED, agree, not_tested

_TIED = ("agrees", "rounds")
_NOT_ONE = "hardly a figure of this column is as reported there: it may not be the same column"
_RESULTS = ("us-gaap:NetIncomeLoss", "us-gaap:ProfitLoss", "us-gaap:OperatingIncomeLoss")
_FEWEST = 2
"""A restatement moves a line and its total, or two lines."""

_Column: TypeAlias = tuple[int, int, int, int, int]


class Tie(Struct, frozen=True, gc=False):
    """A figure of the subject beside another filing's, with the check the two make."""

    pair: Pair
    check: Check

    @property
    def is_tied(self) -> bool:
        """True where the figure is as the other filing has it."""
        return self.check.outcome in _TIED


def ties(evidence: Evidence, *, roles: Sequence[Role]) -> Iterator[Check]:
    """The checks of every figure that filings of these roles report too, with causes."""
    held = _Held(evidence, roles)
    for by_document in held.figures():
        yield from held.told_apart(by_document)


class _Held:
    """The subject's figures, each beside those of the other filings."""

    def __init__(self, evidence: Evidence, roles: Sequence[Role]) -> None:
        """Every figure beside those of the filings of these roles."""
        self._evidence = evidence
        self._roles = {
            number: role(evidence.subject, other)
            for number, other in enumerate(evidence.releases)
            if number
        }
        documents = [number for number, one in self._roles.items() if one in roles]
        self._documents = sorted(documents, key=lambda one: in_time(evidence.releases[one]))
        self._splits = {
            number: split_between(evidence, number) if self._roles[number] != "companion" else ONE
            for number in self._documents
        }
        self._columns, self._causes = Columns(), Causes(evidence)
        self._moves_of: dict[_Column, tuple[frozenset[int], frozenset[int]]] = {}
        self._ties = self._all() if documents else []
        self._lines: dict[_Column, list[Tie]] = {}
        self._on_faces: dict[Hashable, Tie] = {}
        for by_document in self._ties:
            for tie in by_document.values():
                self._lines.setdefault(_column(tie.pair), []).append(tie)
                if evidence.is_face(0, tie.pair.fact) and not tie.is_tied and tie.pair.is_sure:
                    self._on_faces[_move(tie)] = tie

    def figures(self) -> Sequence[dict[int, Tie]]:
        """Every figure that another filing has, beside that of each filing that has it."""
        return self._ties

    def _all(self) -> list[dict[int, Tie]]:
        """The ties of every figure, and each counted for its columns."""
        counterparts, documents = Counterparts(self._evidence), frozenset(self._documents)
        found: list[dict[int, Tie]] = []
        done: set[tuple[int, int, int]] = set()
        for fact in self._evidence.subject.facts:
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
                if tie.is_tied or tie.pair.is_sure:
                    self._columns.put(fact, document, tie.pair.other, agrees=tie.is_tied)
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

    def _check(self, pair: Pair) -> Check:
        """The two figures against each other, adjusted for a split where there was one."""
        one = proven(self._evidence.known(0, pair.fact))
        two = proven(self._evidence.known(pair.document, pair.other))
        ratio = self._splits[pair.document]
        check = agree(one, two)
        if ratio != ONE and is_of_shares(pair.fact.amount):
            may_stay = pair.fact.in_caption or not pair.fact.amount.mantissa
            if may_stay and check.outcome in _TIED:
                return check
            check = adjusted(one, two, ratio)
            if check.outcome in _TIED:
                reason = f"adjusted for the {told(ratio)}"
                note = f"{check.reason}; {reason}" if check.reason else reason
                return structs.replace(check, cause="split", reason=note)
            return check
        if check.outcome == "differs" and pair.rank:
            printed = agree(
                structs.replace(one, amount=pair.fact.printed),
                structs.replace(two, amount=pair.other.printed),
            )
            check = printed if printed.outcome in _TIED else check
        return check

    def told_apart(self, ties: dict[int, Tie]) -> Iterator[Check]:
        """One figure's checks: those that agree, and what the last filing has that does not."""
        prior = [one for one in self._documents if one in ties and self._roles[one] != "later"]
        later = [one for one in self._documents if one in ties and self._roles[one] == "later"]
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
                yield ties[document].check
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
        statement = self._evidence.subject.statements[pair.fact.statement]
        is_one = self._columns.is_one(pair.fact, pair.document, pair.other)
        if statement.is_face:
            opens = statement.kind == "cash_flow_statement" and pair.other.period is not None
            opens = opens and pair.other.period.is_instant
            return is_one or opens or self._reason(tie) is not None
        one = self._columns.are_tables_one(pair.fact, pair.document, pair.other)
        return is_one and one

    def _unsettled(self, tie: Tie) -> Check:
        """A figure that nothing shows to be the other filing's."""
        is_sure = tie.pair.is_sure and tie.check.outcome == "differs"
        return not_tested(tie.check.subject, _NOT_ONE if is_sure else UNSETTLED)

    def _as_last_reported(self, ties: dict[int, Tie], document: int, prior: Sequence[int]) -> Check:
        """A tick; of a figure restated since it was first reported it says so."""
        check, first = ties[document].check, prior[0]
        if first == document or not self._counts(ties[first]) or ties[first].is_tied:
            return check
        old = ties[first].check
        reason = self._reason(ties[first])
        note = f"as last reported, changed since it was first reported as {old.expected}"
        note += f" ({reason})" if reason is not None else ""
        note = f"{check.reason}; {note}" if check.reason else note
        return structs.replace(check, reason=note, cause=reason.cause if reason else check.cause)

    def _is_taken_back(self, ties: dict[int, Tie], prior: Sequence[int], last: int) -> bool:
        """True where a figure is as first reported, and not as restated since."""
        before = prior[: prior.index(last)]
        return any(ties[one].is_tied and self._counts(ties[one]) for one in before)

    def _changed(self, tie: Tie, is_taken_back: bool) -> Check:  # noqa: FBT001 - said by name above
        """A figure that differs, with its cause; a warning where the documents explain it."""
        check, pair = tie.check, tie.pair
        is_later = self._roles[pair.document] == "later"
        found = None if is_taken_back else self._reason(tie)
        ratio = self._splits[pair.document]
        reason = str(found or "")
        if is_taken_back:
            reason = "as first reported, not as restated since"
        elif ratio != ONE and is_of_shares(pair.fact.amount):
            reason = f"after adjusting for the {told(ratio)}"
        said = ("as a later filing has it" if is_later else "", reason)
        message = "; ".join([check.message, *(one for one in said if one)])
        severity: Severity = "warning" if is_later or found is not None else check.severity
        cause: Cause = "" if check.severity == "warning" else "unexplained"
        return structs.replace(
            check,
            severity=severity,
            cause=cause if found is None else found.cause,
            message=message,
            reason=reason,
        )

    def _reason(self, tie: Tie) -> Reason | None:
        """What explains that a figure differs: words of its own column first, then arithmetic."""
        pair, documents = tie.pair, self._telling(tie.pair.document)
        if self._splits[pair.document] != ONE and is_of_shares(pair.fact.amount):
            return None
        head = self._causes.in_head(0, pair.fact)
        if head is None and self._roles[pair.document] == "later":
            head = self._causes.in_head(pair.document, pair.other)
        reclassed, broken = self._moved(pair)
        if pair.fact.line in broken:
            return None
        if head is not None:
            return head
        words = self._words(pair, documents)
        if words is not None and words.cause != "reclassified":
            return words
        if tie.check.severity == "error" and pair.fact.line in reclassed:
            return Reason("reclassified", "the totals agree")
        if not self._evidence.is_face(0, pair.fact) and (on_face := self._on_faces.get(_move(tie))):
            return self._reason(on_face)
        is_result = pair.fact.concept in _RESULTS or is_of_shares(pair.fact.amount)
        has_total = any(
            pair.fact.line in {line for line, _ in one.readings[0]} or one.total == pair.fact.line
            for one in self._evidence.subject.statements[pair.fact.statement].calculation
            if one.readings
        )
        return None if has_total or is_result else words

    def _words(self, pair: Pair, documents: Sequence[int]) -> Reason | None:
        """What the prose says of a figure's period.

        A column of what was reported before is just that, and a unit apart is rounding.
        """
        period = pair.fact.period
        if period is None or _is_before(self._evidence, pair.fact) or not self._moves(pair):
            return None
        if pair.fact.amount.unit == "shares" and "Diluted" not in pair.fact.concept:
            return None  # only what dilutes depends on the result
        kind = self._evidence.subject.statements[pair.fact.statement].kind
        return self._causes.in_words(documents, period, kind)

    def _moves(self, pair: Pair) -> bool:
        """True where lines of the pair's column differ by more than a unit: never one alone."""
        moved = {
            one.pair.fact.line
            for one in self._lines.get(_column(pair), ())
            if one.check.outcome == "differs" and one.check.severity == "error" and one.pair.is_sure
        }
        return len(moved) >= _FEWEST

    def _telling(self, document: int) -> Sequence[int]:
        """The documents whose words may say why a figure of that one changed."""
        kind = self._roles[document]
        if kind == "later":
            return [document]
        return [0, document] if kind == "companion" else self._causes.since(document)

    def _moved(self, pair: Pair) -> tuple[frozenset[int], frozenset[int]]:
        """The lines of the pair's column that were reclassified, and those out of step."""
        key = _column(pair)
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
                self._evidence.subject.statements[one],
                column,
                self._evidence.releases[document].statements[two],
                other,
                lines,
                frozenset(moved),
            )
            self._moves_of[key] = reclassified(beside), out_of_step(beside)
        return self._moves_of[key]


def _move(tie: Tie) -> Hashable:
    """A line by its caption and period, and by how much it differs from another filing's."""
    pair, period = tie.pair, tie.pair.fact.period
    caption = caption_key(pair.fact.caption)
    return pair.document, caption, period, tie.check.difference.lstrip("\u2212$")


def _is_before(evidence: Evidence, fact: Fact) -> bool:
    """True for a figure in a column of what was reported before it was restated."""
    statement = evidence.subject.statements[fact.statement]
    return is_as_before(statement.columns[fact.column].header)


def _column(pair: Pair) -> _Column:
    """The columns that a pair of figures stands in."""
    fact, other = pair.fact, pair.other
    return pair.document, fact.statement, other.statement, fact.column, other.column


def _is_turned(pair: Pair) -> bool:
    """True where two figures have all but the sign, and their lines say the sign otherwise."""
    one, two = pair.fact.printed, pair.other.printed
    is_like = one.mantissa == -two.mantissa and one.exponent == two.exponent
    return is_like and pair.fact.caption != pair.other.caption
