"""In a loss the diluted shares are the basic ones: more shares would make the loss smaller."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.recompute.earnings_per_share import BASIC, DILUTED, is_in_loss
from tieout.rules.verbs import agree

_OTHER_CLASS = "the shares may be dilutive of another class's or another part's result"


@rule("TI012", "diluted-shares-differ-in-a-loss", tick="T")
def diluted_in_loss(evidence: Evidence) -> Iterator[Proposal]:
    """Holds the diluted shares of every period of a loss against the basic ones."""
    for fact in evidence.reported:
        if fact.concept != DILUTED or fact.dimensions or not evidence.is_face(0, fact):
            continue
        basic = evidence.find(BASIC, fact.period)
        if basic is None or basic.is_derived or basic.ref.figure == fact.figure:
            continue
        if not is_in_loss(evidence, fact.period):
            continue
        check = agree(evidence.of_fact(0, fact), basic, severity="warning")
        yield check.read(
            bound="caption",
            bindings=(("diluted in a loss", fact.statement, fact.line),),
            doubt="" if check.ties else _OTHER_CLASS,
        )
