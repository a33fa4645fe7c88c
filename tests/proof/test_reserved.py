"""What only words bind is made where it is said, or where it bears on what words refute."""

from collections.abc import Iterator

from tieout.engine import read
from tieout.evidence.gathered import Evidence
from tieout.proof.case import Docket
from tieout.proof.proposal import Proposal
from tieout.proof.reserved import Reserved, asked_for
from tieout.rules.verbs import agree

TOLD = b"Revenue was $87.2 million, or $81.2 million.\nCash was $5.4 million in all.\n"


def test_what_is_reserved_is_made_of_open_figures_and_beside_what_words_refute() -> None:
    evidence = Evidence.gather([read("release.txt", TOLD)])
    known = [evidence.of_claim(0, claim) for claim in evidence.subject.claims]
    asked: list[int] = []

    def reserve(figure: int) -> Reserved:
        def make() -> Iterator[Proposal]:
            asked.append(figure)
            yield from ()

        return Reserved(figure, make)

    reserved = [reserve(claim.figure) for claim in evidence.subject.claims]
    first, second, third = (one.figure for one in reserved)
    firm = [agree(one, one) for one in known]
    assert asked_for(Docket(evidence, firm), firm, reserved) == []
    assert asked == [], "all of them are tied"
    asked_for(Docket(evidence, firm[:1]), firm[:1], reserved)
    assert asked == [second, third]
    asked.clear()
    refuted = agree(known[1], known[0], prose=True).read(shared=64)
    asked_for(Docket(evidence, firm), [*firm, refuted], reserved)
    assert asked == [first, second], "the other sentence tells of something else"
