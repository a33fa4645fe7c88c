"""What people said of a workpaper, in the words and signs that every drawn report uses."""

from collections import Counter

from msgspec import Struct

from tieout.model.accepted import Accepted, Said
from tieout.model.check import Ref
from tieout.model.workpaper import Workpaper
from tieout.reports._places import Places
from tieout.reports._words import counted, fingerprint

LETTERS: dict[Said, str] = {"accepted": "A", "dismissed": "D", "ticked": "M"}
"""What stands beside a figure that a person answered for: no letter of a procedure."""

MEANINGS: dict[Said, str] = {
    "accepted": "differs, and a person accepts that, with a reason",
    "dismissed": "was a lead, which a person dismissed with a reason",
    "ticked": "not tested; a person ticked it by hand, with what supports it",
}


class Spoken(Struct, frozen=True, gc=False):
    """What a person said: of what, who and when, and why; `changed` where it does not hold."""

    said: Said
    rule: str
    sentence: str
    who: str
    why: str
    changed: str
    ref: Ref | None

    @property
    def letter(self) -> str:
        """What stands beside the figure."""
        return LETTERS[self.said]

    @property
    def answer(self) -> str:
        """Who, when and why in a sentence."""
        return f"{self.who[:1].upper()}{self.who[1:]}: {self.why}"


def spoken(one: Accepted, workpaper: Workpaper, places: Places) -> Spoken:
    """One thing a person said, in words."""
    entry = one.entry
    caption = places.caption(one.ref) if one.ref is not None else ""
    name = next((workpaper.checks[number].message for number in one.checks), "")
    if not name and one.standing == "holds":
        name = f"{caption}: {entry.reported}" if caption else entry.reported
    elif not name:
        name = " \u00b7 ".join(part for part in (entry.rule, caption or entry.reported) if part)
    why = entry.reason or entry.support
    if entry.file:
        why += f" ({entry.file}, SHA-256 {fingerprint(entry.sha256)})"
    return Spoken(entry.said, entry.rule, name, entry.signed, why, one.why, one.ref)


def holding(workpaper: Workpaper, said: Said) -> list[Accepted]:
    """What people said in this way that holds, in the order of the document."""
    found = [one for one in workpaper.accepted if one.standing == "holds"]
    kept = [one for one in found if one.entry.said == said and one.ref is not None]
    return sorted(kept, key=lambda one: one.ref or Ref(0, 0))


def counts(workpaper: Workpaper) -> dict[Said, int]:
    """How many figures people answered for, in each way; none for what nobody said.

    A figure that is tested by now is not counted as ticked by hand.
    """
    found: Counter[Said] = Counter()
    for said in LETTERS:
        found[said] = len({one.ref for one in holding(workpaper, said)})
    found["ticked"] = len(workpaper.ticked)
    return {said: found[said] for said in LETTERS if found[said]}


def answered(workpaper: Workpaper) -> dict[int, Accepted]:
    """The figures of the document that a person answered for, and nothing of which is open."""
    if not workpaper.accepted:
        return {}
    open_ones = {check.subject for check in (*workpaper.findings, *workpaper.leads)}
    found = {
        one.ref.figure: one
        for said in ("dismissed", "accepted")
        for one in holding(workpaper, said)
        if one.ref is not None and one.ref.document == 0 and one.ref not in open_ones
    }
    return found | workpaper.ticked


def lapsed(workpaper: Workpaper) -> str:
    """How much of what people said does not hold any more; empty for none."""
    number = len(workpaper.notices)
    verb = "does" if number == 1 else "do"
    return f"{counted(number, 'sign-off')} {verb} not hold any more" if number else ""


def elsewhere(workpaper: Workpaper) -> str:
    """How much of what people said is of other documents; empty for none."""
    number = sum(one.standing == "elsewhere" for one in workpaper.accepted)
    verb = "is" if number == 1 else "are"
    said = counted(number, "sign-off")
    return f"{said} {verb} of other documents, and not used here" if number else ""
