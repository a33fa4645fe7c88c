"""An exhibit spoken of is listed, and the Exhibit Index lists the same exhibits."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.model.announcement import Exhibit, Form8K
from tieout.model.check import Ref
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import not_tested, require


@rule("FM005", "exhibit-is-not-listed", tick="FM")
def exhibit_list(evidence: Evidence) -> Iterator[Proposal]:
    """Every exhibit number of the narrative and of the index against the list, and back."""
    form = evidence.releases[0].form
    if form is None:
        return
    listed = {exhibit.number: exhibit for exhibit in form.exhibits}
    for spoken_of in form.mentions:
        if listed:
            yield _in_list(spoken_of, listed, "the list of exhibits has")
        else:
            yield not_tested(Ref(0, spoken_of.figure), "needs the list of exhibits")
    index = {exhibit.number: exhibit for exhibit in form.index}
    for exhibit in form.index:
        yield _in_list(exhibit, listed, "the list of exhibits has")
    for exhibit in form.exhibits:
        if index:
            yield _in_list(exhibit, index, "the Exhibit Index has")
        elif _is_contradicted(form, exhibit):
            mentions = {one.number: one for one in form.mentions}
            yield _in_list(exhibit, mentions, "the narrative speaks of")
        elif exhibit.number in {one.number for one in form.mentions}:
            yield _in_list(exhibit, {exhibit.number: exhibit}, "the narrative speaks of")


def _in_list(exhibit: Exhibit, numbers: dict[str, Exhibit], says: str) -> Proposal:
    """The exhibit's number among those of another list."""
    found = numbers.get(exhibit.number)
    others = ", ".join(numbers)
    return require(
        Ref(0, exhibit.figure), found is not None,
        f"Exhibit {exhibit.number}: {says} {others}", reported=exhibit.number, expected=others,
        operands=[Ref(0, found.figure)] if found and found.figure != exhibit.figure else [],
    )  # fmt: skip


def _is_contradicted(form: Form8K, exhibit: Exhibit) -> bool:
    """True for a listed exhibit never spoken of, where one spoken of is not listed."""
    listed = {one.number for one in form.exhibits}
    spoken_of = {one.number for one in form.mentions}
    return exhibit.number not in spoken_of and bool(spoken_of - listed)
