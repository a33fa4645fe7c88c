"""The check boxes of a form's cover: the rule each names, and whether it is ticked."""

import re

from tieout.forms.lines import Line, line_at
from tieout.lexicon.markup import clean
from tieout.model.announcement import CheckBox
from tieout.model.document import Document, Span
from tieout.patterns import pattern

_SENTENCE = pattern(
    r"(?:written\s+communications?|soliciting\s+materials?|pre-?\s?commencement\s+communications?)"
    r"\s+pursuant\s+to\s+rule\b",
    re.IGNORECASE,
)
_CITATION = pattern(
    r"\(\s?[0-9]{2}\s?C\.?F\.?R\.?[^()]{1,30}(?:\([a-z0-9]{1,3}\))?[^()]{0,5}\)", re.IGNORECASE
)
# Wingdings' crossed and ticked boxes come out as "x", "þ" and "ý"; "o" and "¨" are empty ones.
_TICKED = pattern(
    r"[\[(/|]\s{0,3}[xX\u2713\u2714\u221a]\s{0,3}[\])/|]"
    r"|[\u2611\u2612\u2713\u2714\u2717\u2718\u00fe\u00fd\u25a0]"
    r"|(?<![A-Za-z])[xX](?![A-Za-z])"
)
_LONGEST = 260
_LONGEST_MARK = 12


def check_boxes(document: Document, lines: list[Line]) -> tuple[CheckBox, ...]:
    """The boxes of the cover that these lines are, in order."""
    if not lines:
        return ()
    text, start, end = document.text, lines[0].start, lines[-1].end
    if not (found := list(_SENTENCE.finditer(text, start, end))):
        return ()
    stops = [*(match.start() for match in found[1:]), end]
    return tuple(
        _box(text, lines, match.start(), stop) for match, stop in zip(found, stops, strict=True)
    )


def _box(text: str, lines: list[Line], start: int, stop: int) -> CheckBox:
    """The box in front of the sentence that starts here."""
    citation = _CITATION.search(text, start, min(stop, start + _LONGEST))
    number = line_at(lines, start)
    end = citation.end() if citation else min(stop, lines[number].end)
    ticked = _is_ticked(text, lines, number, start)
    return CheckBox(clean(text[start:end]), ticked, Span(start, end))


def _is_ticked(text: str, lines: list[Line], number: int, start: int) -> bool:
    """True where the mark in front of the sentence, on its line or the one before, is a tick."""
    line = lines[number]
    mark = text[line.start : start]
    if not mark.strip() and number:
        before = lines[number - 1].text
        mark = before if len(before) <= _LONGEST_MARK else ""
    return bool(_TICKED.search(clean(mark)[-_LONGEST_MARK:]))
