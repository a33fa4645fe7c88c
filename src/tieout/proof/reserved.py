"""What words alone may bind of a figure: proposed only where the judge asks for it."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from tieout.lexicon.labels import UNNAMED
from tieout.proof.case import Docket
from tieout.proof.proposal import Proposal


class Reserved(Struct, frozen=True):
    """What a rule would propose of a claim of the subject, by the words around it.

    Most figures are tied by something firmer, and no words are then held against one another.
    """

    figure: int
    make: Callable[[], Iterable[Proposal]]


def asked_for(
    docket: Docket, proposals: Sequence[Proposal], reserved: Sequence[Reserved]
) -> list[Proposal]:
    """What is reserved of figures that nothing ties, or that bears on another that words refute.

    It does where it is of the same sentence, or of the same noun; the rest would not be said, nor
    bear anything out.
    """
    made = [each for one in reserved if one.figure not in docket.tied for each in one.make()]
    refuted = [
        claim
        for one in (*proposals, *made)
        if one.shared is not None and one.outcome == "differs"
        if (claim := docket.claims.get(one.check.subject.figure)) is not None
    ]
    sentences = {claim.sentence.start for claim in refuted}
    nouns = {claim.concept for claim in refuted} - {UNNAMED}
    for one in reserved if refuted else ():
        claim = docket.claims[one.figure]
        is_beside = claim.sentence.start in sentences or claim.concept in nouns
        if one.figure in docket.tied and is_beside:
            made += one.make()
    return made
