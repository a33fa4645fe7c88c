"""A figure told as a benefit that the statement shows as an expense, as a gain that is a loss."""

from collections.abc import Sequence

from msgspec import structs

from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import Quantity
from tieout.evidence.sides import sides
from tieout.lexicon.sides import side_of
from tieout.model.claim import Claim
from tieout.patterns import pattern
from tieout.proof.proposal import Proposal
from tieout.rules.verbs import agree

_SIGNED = pattern(r"[(\u2212\u2013-]\s*+(?:\$\s*+)?\Z|\$\s*[(\u2212-]\s*\Z")
_ENDS = pattern(r"[,;.()0-9]|\b(?:compared|versus|from|and|or|in|for|as|while|which|on|to)\b")


def on_other_side(
    evidence: Evidence, claim: Claim, agreeing: Sequence[Quantity]
) -> Proposal | None:
    """The claim against the lines that have its number with the other sign; None where none has.

    The words around the figure must name the side, with no brackets that turn it, and the sums of
    the statement show the lines' own. One line on the side told bears the words out.
    """
    said = side_of(claim.caption)
    if not said or side_of(_words_around(evidence, claim)) != said:
        return None
    known = sides(evidence)
    shown = [
        (known.of(one.ref.figure), one)
        for one in agreeing
        if one.ref.document == 0 and not one.is_derived
    ]
    if not any(side == -said for side, _ in shown) or any(side == said for side, _ in shown):
        return None
    line = next(one for side, one in shown if side == -said)
    sources = dict.fromkeys(ref for _, one in shown for ref in one.sources)
    spoken = evidence.of_claim(0, claim).magnitude()
    told = spoken if said > 0 else structs.replace(spoken, amount=-spoken.amount)
    amount = -abs(line.amount) if said > 0 else abs(line.amount)
    other = structs.replace(line, amount=amount, wider=None, sources=tuple(sources))
    made = agree(told, other)
    if made.outcome != "differs":
        return None
    place = made.check.message.partition(": reported")[0]
    of = "cash" if "cash" in claim.caption else "the result"
    way = f"{'lowers' if said > 0 else 'raises'} {of}"
    reported = f"{place}: reported {spoken.style.show(spoken.amount)}"
    return made.but(
        message=f"{reported} as {'raising' if said > 0 else 'lowering'} {of}; the sums of the"
        f" statement show that it {way}",
        reason=f"the sums of the statement show that it {way}",
    ).read(is_defined=True, bound=line.bound)


def _words_around(evidence: Evidence, claim: Claim) -> str:
    """The words between the figure before and the claim's, and the first ones behind it.

    None where the figure is printed with a sign of its own.
    """
    document = evidence.document
    figure, text = document.figures[claim.figure], document.text
    start, stop = claim.sentence.start, claim.sentence.end
    if claim.figure and document.figures[claim.figure - 1].end > start:
        start = document.figures[claim.figure - 1].end
    behind = _ENDS.split(text[figure.end : stop], maxsplit=1)[0]
    before = text[start : figure.start]
    return "" if _SIGNED.search(before) else f"{before} {behind}"
