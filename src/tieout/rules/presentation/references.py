"""A table, schedule or note that is spoken of stands in the document that numbers them."""

import re
from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.model.check import Ref
from tieout.patterns import pattern
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import require

_FEWEST = 3
_NAMES = ("Table", "Schedule", "Note")
_HEADED = pattern(
    r"^[ \t\u00a0\f]*(?P<name>table|schedule|note)s?(?P<numbers>[^\n]{1,30})",
    re.MULTILINE | re.IGNORECASE,
)
_NUMBER = pattern(r"(?<![0-9])[1-9][0-9]?(?![0-9])")
_SPOKEN = pattern(
    r"(?:\(|\b(?:see|to|in|also|and|per|with|of|on|from|under|the|accompanying|attached))"
    r"[ \u00a0\n]?(?P<name>Table|Schedule|Note)[ \u00a0](?P<number>[1-9][0-9]?)"
    r"(?![0-9A-Za-z%-]|[.,][0-9])"
)
# Words of another document, whose tables and notes are not this one's.
_ELSEWHERE = pattern(
    r"annual|audited|10-[KQ]|20-F|40-F|item|filed|filing|prospectus|proxy|registration|agreement"
    r"|indenture|lease|contract|regulation|rule|section|supplement|presentation|website",
    re.IGNORECASE,
)
_AROUND = 250


@rule("PR004", "reference-leads-nowhere", tick="PR")
def references(evidence: Evidence) -> Iterator[Proposal]:
    """The first reference to the one number that the headings of its name have not."""
    if evidence.is_bare_form:
        return  # what a form without a release attaches are contracts, with schedules of their own
    text = evidence.text(_told_by)
    folded = text.casefold()
    if all(folded.count(name.casefold()) < _FEWEST for name in _NAMES):
        return
    headed: dict[str, set[int]] = {name: set() for name in _NAMES}
    for line in _HEADED.finditer(text):
        found = _NUMBER.findall(line["numbers"])
        headed[line["name"].capitalize()].update(int(one) for one in found)
    missing: dict[str, dict[int, int]] = {
        name: {} for name, numbers in headed.items() if _is_series(numbers)
    }
    for spoken in _SPOKEN.finditer(text) if missing else ():
        name, number = spoken["name"], int(spoken["number"])
        if name not in missing or number in headed[name] or number in missing[name]:
            continue
        around = text[max(0, spoken.start() - _AROUND) : spoken.end() + _AROUND]
        if not _ELSEWHERE.search(around):
            missing[name][number] = spoken.start("number")
    for name, places in missing.items():
        # Several that are missing are of another document, or of one cut short.
        if len(places) != 1:
            continue
        ((number, place),) = places.items()
        for figure in evidence.figures_at(place):
            yield require(
                Ref(0, figure),
                condition=False,
                reason=f"{name} {number}: the document has {name} 1 to {name} {max(headed[name])}",
                reported=str(number),
                severity="warning",
            )


def _told_by(text: str) -> object:
    """All that a reference is told by in a stretch of text; all of it, where there is one."""
    named = [text.casefold().count(name.casefold()) for name in _NAMES]
    return text if any(named) else ""


def _is_series(numbers: set[int]) -> bool:
    """True for three numbers or more from 1 on, with none left out."""
    return len(numbers) >= _FEWEST and max(numbers) == len(numbers)
