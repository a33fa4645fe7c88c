"""What the page's script is told: where figures stand, and the workings it makes."""

import json
from collections.abc import Iterator
from typing import TypeAlias

from tieout.model.check import Check, Ref
from tieout.model.workpaper import Workpaper
from tieout.reports._places import Places
from tieout.reports._sections import coverage
from tieout.reports.html.formulas import pieces
from tieout.reports.html.markup import plain
from tieout.reports.html.ticks import in_full
from tieout.reports.html.workings import bound

Told: TypeAlias = list[int]
"""Words, by their numbers in the list of all words."""


class Data:
    """The data of a workpaper: every word once, everything else by number.

    {"words": [...],
     "figures": [what it is of and where it stands, or one reason of an excluded figure],
     "others": {document: {figure: [the same]}},
     "checks": [[rule, outcome, subject, operands, formula,
                 reported, expected, difference, reason]],
     "parts": [[number of its choice, title, first figure, last figure]]}

    What a figure is of and where it stands are words that are set with commas; a subject and an
    operand are a number, or document and number. In a formula an operand stands as {} in their
    order. What is expected is told only where it is printed otherwise than what is reported. Words
    that are empty are left out at the end of a check.
    """

    def __init__(self, workpaper: Workpaper, places: Places) -> None:
        """The data of this workpaper."""
        self._workpaper, self._places = workpaper, places
        self._words: dict[str, int] = {"": 0}

    def json(self) -> str:
        """The data, as JSON that is safe to stand in a page."""
        others: dict[int, dict[int, Told]] = {}
        for ref in sorted(set(bound(self._workpaper))):
            others.setdefault(ref.document, {})[ref.figure] = self._place(ref)
        told: dict[str, object] = {
            "figures": list(self._figures()),
            "others": others,
            "checks": [self._check(check) for check in self._unwritten()],
            "parts": [
                [number, self._word(one.title), one.figures.start, one.figures.stop]
                for number, one in enumerate(coverage(self._workpaper))
            ],
        }
        told["words"] = list(self._words)
        return plain(json.dumps(told, ensure_ascii=False, separators=(",", ":")))

    def _figures(self) -> Iterator[int | Told]:
        """What there is to say of every figure of the subject."""
        for number, ending in enumerate(self._workpaper.endings):
            if ending.outcome == "excluded":
                yield self._word(ending.reason)
            else:
                yield self._place(Ref(0, number))

    def _unwritten(self) -> Iterator[Check]:
        """Every check that no entry of its figure is written of, if it has something to show."""
        full = in_full(self._workpaper)
        for check in self._workpaper.checks:
            ref = check.subject
            is_written = ref.document == 0 and ref.figure in full
            if not is_written and (check.outcome == "agrees" or check.operands):
                yield check

    def _check(self, check: Check) -> list[object]:
        """One check."""
        plainly = check.outcome == "agrees" and check.reported == check.expected
        reported, expected = ("", "") if plainly else (check.reported, check.expected)
        told: list[object] = [
            self._word(check.rule),
            self._word(check.outcome),
            _ref(check.subject),
            [_ref(one.ref) for one in check.operands],
            self._word(self._formula(check)),
            self._word(reported),
            self._word(expected),
            self._word("" if check.outcome == "agrees" else check.difference),
            self._word(check.reason),
        ]
        while told[-1] == 0:
            told.pop()
        return told

    def _formula(self, check: Check) -> str:
        """The formula with {} for each operand; whole where not every operand is printed in it."""
        cut = list(pieces(check, self._places.text))
        refs = [piece for piece in cut if isinstance(piece, Ref)]
        if "{}" in check.formula or refs != [one.ref for one in check.operands]:
            return check.formula
        return "".join("{}" if isinstance(piece, Ref) else piece for piece in cut)

    def _place(self, ref: Ref) -> Told:
        """What a figure is of and where it stands; captions and titles are said again and again."""
        return [self._word(word) for word in self._places.called(ref)]

    def _word(self, word: str) -> int:
        """The number of a word."""
        return self._words.setdefault(word, len(self._words))


def _ref(ref: Ref) -> int | list[int]:
    """A figure."""
    return ref.figure if ref.document == 0 else [ref.document, ref.figure]
