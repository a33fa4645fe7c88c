"""An item's number is the one its title belongs to."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.lexicon.items import items_titled
from tieout.model.check import Ref
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import not_tested, require


@rule("FM004", "item-number-does-not-fit-its-title", tick="FM")
def item_title(evidence: Evidence) -> Iterator[Proposal]:
    """Every item's number against the numbers that its printed title belongs to."""
    form = evidence.releases[0].form
    for item in form.items if form else ():
        if not item.title:
            continue
        numbers = items_titled(item.title)
        # The numbers without a point are those of before 23 August 2004.
        numbers = tuple(n for n in numbers if ("." in n) == ("." in item.number)) or numbers
        if not numbers:
            yield not_tested(Ref(0, item.figure), f"no item is titled “{item.title}”")
            continue
        expected = " or ".join(numbers)
        yield require(
            Ref(0, item.figure), item.number in numbers,
            f"“{item.title}”: reported Item {item.number}, expected Item {expected}",
            reported=item.number, expected=expected,
        )  # fmt: skip
