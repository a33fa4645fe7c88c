"""What changed between two drafts of one release: figures, ticks, findings."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from tieout.drafts.pairing import Pairing
from tieout.model.check import Check, Ref
from tieout.model.redraft import LostTick, Pair, Redraft
from tieout.model.workpaper import Workpaper

_TICKED = ("agrees", "rounds")


def compare(was: Workpaper, now: Workpaper) -> Redraft:
    """The previous draft's workpaper beside this one's; both are against the same filings."""
    pairing = Pairing(was.subject, now.subject)
    pairs = pairing.pairs()
    equal = [pairing.are_equal(pair) for pair in pairs]
    unchanged = tuple(pair for pair, is_equal in zip(pairs, equal, strict=True) if is_equal)
    changed = tuple(pair for pair, is_equal in zip(pairs, equal, strict=True) if not is_equal)
    before, after = dict(pairs), {now: was for was, now in pairs}
    held = {now for _, now in unchanged}
    ticked = [pair for pair in pairs if _ticks(was, pair[0])]
    again = [figure for one, figure in ticked if _ticks(now, figure)]
    proofs = _proofs(now)
    kept = {figure for figure in again if _is_as_before(figure, proofs, held)}
    altered = set(changed)
    return Redraft(
        unchanged,
        changed,
        tuple(n for n in range(len(now.endings)) if n not in after),
        tuple(n for n in range(len(was.endings)) if n not in before),
        tuple(figure for figure in again if figure in kept),
        tuple(figure for figure in again if figure not in kept),
        tuple(
            LostTick(one, figure, _why(was, now, (one, figure), before, altered))
            for one, figure in ticked
            if not _ticks(now, figure)
        ),
        tuple(n for one, n in pairs if _ticks(now, n) and not _ticks(was, one)),
        *_findings(was, now, before),
    )


def _ticks(paper: Workpaper, figure: int) -> bool:
    """True where a figure has a tick mark."""
    return paper.endings[figure].outcome in _TICKED


def _proofs(paper: Workpaper) -> Mapping[int, list[Check]]:
    """The checks that prove each figure of the subject."""
    proofs: defaultdict[int, list[Check]] = defaultdict(list)
    for check in paper.checks:
        if check.outcome in _TICKED:
            for ref in (check.subject, *(one.ref for one in check.operands if one.pinned)):
                if ref.document == 0:
                    proofs[ref.figure].append(check)
    return proofs


def _is_as_before(figure: int, proofs: Mapping[int, list[Check]], unchanged: set[int]) -> bool:
    """True where the figure and all that one of its proofs rests on are as they were."""
    return figure in unchanged and any(
        all(ref.figure in unchanged for ref in _refs(check) if ref.document == 0)
        for check in proofs.get(figure, ())
    )


def _refs(check: Check) -> Iterator[Ref]:
    """The figures a check speaks of."""
    yield check.subject
    yield from (one.ref for one in check.operands)


def _why(
    was: Workpaper, now: Workpaper, pair: Pair, before: Mapping[int, int], changed: set[Pair]
) -> str:
    """Why a figure has lost its tick: what differs, what it was computed from, or what it was."""
    figure = pair[1]
    ending = now.endings[figure]
    if ending.outcome == "differs":
        ends = (now.checks[n] for n in ending.checks)
        differing = (c for c in ends if c.outcome == "differs" and c.subject == Ref(0, figure))
        return next((check.message for check in differing), ending.reason)
    if pair in changed:
        old, new = was.figure(0, pair[0]).text, now.figure(0, figure).text
        return f"it was {old} and is now {new}: {ending.reason}"
    for number in was.endings[pair[0]].checks:
        check = was.checks[number]
        for ref in _refs(check) if check.outcome in _TICKED else ():
            if ref.document or ref.figure == pair[0]:
                continue
            rested = f"{check.rule} rested on {was.figure(0, ref.figure).text}"
            place = before.get(ref.figure)
            if place is None:
                return f"{rested}, which is gone"
            if (ref.figure, place) in changed:
                return f"{rested}, now {now.figure(0, place).text}"
    return ending.reason


def _findings(
    was: Workpaper, now: Workpaper, before: Mapping[int, int]
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """Findings fixed, new, and still open: one of a rule at the same figure is the same."""
    left: defaultdict[tuple[str, Ref], list[int]] = defaultdict(list)
    fixed: list[int] = []
    for number, check in enumerate(was.checks):
        if check.outcome == "differs":
            ref = check.subject
            place = before.get(ref.figure) if ref.document == 0 else ref.figure
            if place is None:
                fixed.append(number)
            else:
                left[check.rule, Ref(ref.document, place)].append(number)
    new: list[int] = []
    still: list[int] = []
    for number, check in enumerate(now.checks):
        if check.outcome == "differs":
            same = left[check.rule, check.subject]
            (still if same else new).append(number)
            del same[:1]
    fixed += [number for numbers in left.values() for number in numbers]
    return tuple(sorted(fixed)), tuple(new), tuple(still)
