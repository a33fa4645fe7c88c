"""Read to Placed: what each line is where it stands, what makes it, and what its sign means."""

from collections.abc import Sequence
from functools import partial

from msgspec import Struct, structs

from tieout.lexicon.labels import known
from tieout.model.memo import Memo, afresh
from tieout.model.statement import Line, Sum
from tieout.statements.columns import restated
from tieout.statements.concepts.likely import likely_named
from tieout.statements.concepts.once import is_shared, told_once
from tieout.statements.concepts.places import apart
from tieout.statements.concepts.together import ALL_NET, NET, dated, opening_with_all
from tieout.statements.kinds import Kind
from tieout.statements.lines import names_only_loss
from tieout.statements.reading import Read
from tieout.statements.sums.nested import borne_out

_RESULTS = (NET, ALL_NET)
_OPENING = frozenset(
    {
        *_RESULTS,
        "us-gaap:IncomeLossFromContinuingOperations",
        "us-gaap:IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest",
    }
)
_OWED = frozenset(
    {"us-gaap:Liabilities", "us-gaap:LiabilitiesCurrent", "us-gaap:LiabilitiesNoncurrent"}
)
_CREDIT_WORDS = ("liabilit", "equity")


class Placed(Struct, frozen=True):
    """What was read, with its lines under their final concepts, and its sums."""

    read: Read
    lines: tuple[Line, ...]
    sums: tuple[Sum, ...]


def placed_in(read: Sequence[Read], memo: Memo = afresh) -> tuple[Placed, ...]:
    """What was read, each line with what it is where it stands.

    Where others than the registrant's owners share in the result of an income statement, cash
    flows and comprehensive income open with everybody's.
    """
    placed = [memo("placed", partial(_placed, one), one) for one in read]
    shared = any(
        is_shared(one.lines)
        for one in placed
        if one.read.known.kind.is_face and one.read.known.kind.on == "income"
    )
    return tuple(
        memo("opening", partial(_opening_with_all, one), one)
        if shared and _opens_with_result(one.read.known.kind)
        else one
        for one in placed
    )


def _opening_with_all(placed: Placed) -> Placed:
    """A statement that opens with everybody's result."""
    return structs.replace(placed, lines=opening_with_all(placed.lines))


def _opens_with_result(kind: Kind) -> bool:
    """True for statements that start from the result."""
    return kind.is_face and (kind.on == "cash" or kind.name == "comprehensive_income")


def _placed(read: Read) -> Placed:
    """One statement's lines and sums: the passes of its kind, one after the other."""
    kind = read.known.kind
    lines: Sequence[Line] = read.lines
    for place in kind.places:
        lines = place(lines)
    added = kind.adds(lines)
    for settle in kind.settles:
        lines = settle(lines, added.sums)
    sums = borne_out(lines, added.sums) if read.known.is_choice else added.sums
    if kind.is_face:
        lines = likely_named(apart(lines), kind.name, kind.on)
    totals = {one.total for one in added.sums}
    lines = dated(_directed(lines, added.weights, totals, kind), read.columns)
    if kind.is_face:
        lines = told_once(tuple(map(restated, lines)), read.columns, totals)
    return Placed(read, lines, sums)


def _directed(
    lines: Sequence[Line], weights: Sequence[int], totals: set[int], kind: Kind
) -> list[Line]:
    """The lines, each with what its printed sign means in XBRL.

    Cash, like an asset, is a debit: what raises it has the sign of a debit.
    """
    on_assets = kind.on in ("balance", "cash")
    owed = _owed_in_brackets(lines) if kind.is_instant else -1
    directed: list[Line] = []
    for number, (line, weight) in enumerate(zip(lines, weights, strict=True)):
        if kind.is_instant and line.is_heading and _names_credit(line.caption):
            on_assets = False
        way = _direction(line, weight, is_asset=on_assets)
        if number <= owed and not on_assets and line.signs == {-1}:
            way = -way
        if way < 0 or number in totals:
            line = structs.replace(line, direction=way, is_total=number in totals)
        if line.likely is not None:
            way = _signed(line.likely.side, weight, is_asset=on_assets)
            line = structs.replace(line, likely=structs.replace(line.likely, direction=way))
        directed.append(line)
        if line.concept == "us-gaap:Assets":
            on_assets = False
    return directed


def _names_credit(caption: str) -> bool:
    """True for what is owed, and what the owners have."""
    words = caption.lower()
    return any(word in words for word in _CREDIT_WORDS)


def _owed_in_brackets(lines: Sequence[Line]) -> int:
    """The last total of what is owed where such totals stand in brackets; −1 where none does.

    Assets less liabilities are net assets on a sheet that prints its liabilities so.
    """
    totals = [number for number, line in enumerate(lines) if line.concept in _OWED]
    is_so = bool(totals) and all(lines[number].signs == {-1} for number in totals)
    return totals[-1] if is_so else -1


def _direction(line: Line, weight: int, *, is_asset: bool) -> int:
    """+1 where the printed sign is XBRL's, −1 where it is the opposite.

    A figure that enters the result (or the credit side of a balance sheet) with weight w has the
    sign w on a credit concept and −w on a debit concept; assets the other way round.
    """
    if line.unit.is_per_share:
        return -1 if names_only_loss(line.caption) and line.signs == {1} else 1
    if line.concept in _OPENING and is_asset:
        return 1  # the result opens a cash flow statement with the sign it has everywhere
    return _signed(known(line.concept).side, weight, is_asset=is_asset)


def _signed(side: str, weight: int, *, is_asset: bool) -> int:
    """The sign of a concept of that balance, where figures enter with that weight."""
    if not weight or not side:
        return 1
    return weight if side == ("debit" if is_asset else "credit") else -weight
