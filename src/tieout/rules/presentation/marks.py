"""Every mark of a table has its note, and every note its mark."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.model.check import Ref
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.presentation.notes import Note, Series, series, told_by
from tieout.rules.verbs import require

_FEWEST = 3


@rule("PR002", "mark-and-note-do-not-match", tick="PR")
def marks(evidence: Evidence) -> Iterator[Proposal]:
    """The mark without a note, and the note without a mark, of series otherwise complete."""
    for one in series(evidence.text(told_by), evidence.spanned()):
        for found, reason in (*_without_note(one), *_without_mark(one)):
            for figure in evidence.figures_at(found.at):
                yield require(
                    Ref(0, figure),
                    condition=False,
                    reason=reason,
                    reported=f"({found.mark})",
                    severity="warning",
                )


def _without_note(one: Series) -> Iterator[tuple[Note, str]]:
    """The first mark whose number alone is missing among the notes, or follows the last one."""
    notes = {note.mark for note in one.notes}
    marks = {mark.mark for mark in one.marks}
    missing = marks - notes
    if len(missing) != 1 or len(notes) < _FEWEST - 1 or not notes <= marks:
        return
    (mark,) = missing
    if notes | missing == set(range(1, len(notes) + 2)) and mark not in one.may_be_notes:
        told = ", ".join(f"({note.mark})" for note in one.notes)
        first = next(found for found in one.marks if found.mark == mark)
        yield first, f"mark ({mark}): there is no such note; the notes below are {told}"


def _without_mark(one: Series) -> Iterator[tuple[Note, str]]:
    """The note to which nothing above leads, where marks lead to all others."""
    notes = {note.mark for note in one.notes}
    unled = notes - {mark.mark for mark in one.marks}
    if len(notes) < _FEWEST or len(unled) != 1 or notes != set(range(1, len(notes) + 1)):
        return
    (mark,) = unled
    if mark not in one.may_lead:
        note = next(found for found in one.notes if found.mark == mark)
        yield note, f"note ({mark}): nothing in the tables above refers to it"
