"""A workpaper as it was sealed beside one made again: what differs, in sentences."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any, Literal, TypeAlias

import msgspec
from msgspec import Struct

from tieout.errors import Unreadable
from tieout.model.check import Ref
from tieout.model.workpaper import Workpaper
from tieout.reports._places import Places
from tieout.reports._words import counted

Kind: TypeAlias = Literal["document", "figure", "finding", "lead", "fact", "claim", "other"]

_LONGEST = 400
"""Characters of a sentence: what was sealed may say anything."""


class Difference(Struct, frozen=True, gc=False):
    """One thing in which a workpaper is not the one sealed."""

    kind: Kind
    sentence: str


class _Place(Struct, frozen=True, gc=False):
    document: str
    span: tuple[int, int]
    text: str


class _Document(Struct, frozen=True, gc=False):
    id: str
    name: str
    role: str
    sha256: str


class _Figure(Struct, frozen=True, gc=False):
    span: tuple[int, int]
    text: str
    outcome: str


class _Check(Struct, frozen=True, gc=False):
    rule: str
    outcome: str
    subject: _Place
    reported: str
    expected: str
    message: str
    reason: str | None = None


class _Told(Struct, frozen=True, gc=False):
    """A fact or a claim."""

    document: str
    span: tuple[int, int]
    text: str
    concept: str
    period: str | None
    value: str
    unit: str


class _Paper(Struct, frozen=True, gc=False):
    """What every version's workpaper has: the contract's keys, of which none is ever renamed."""

    documents: list[_Document]
    figures: list[_Figure]
    checks: list[_Check]
    leads: list[_Check]
    facts: list[_Told]
    claims: list[_Told]


def differences(sealed: bytes, now: bytes, workpaper: Workpaper, version: str) -> list[Difference]:
    """What differs between two workpapers' JSON; `workpaper` is the second, and says where.

    `version` is the tieout that sealed the first, as the manifest has it. Raises Unreadable where
    what was sealed is no workpaper. Empty where the bytes are the same, or differ in the version
    alone.
    """
    if sealed == now:
        return []
    try:
        before = msgspec.json.decode(sealed, type=_Paper)
        plain: dict[str, Any] = msgspec.json.decode(sealed)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise Unreadable("its workpaper.json is no workpaper") from None
    after = msgspec.json.decode(now, type=_Paper)
    where = _Where(workpaper)
    kinds: tuple[tuple[Kind, Iterable[str]], ...] = (
        ("document", _documents(before, after)),
        ("finding", _checks(_findings(before), _findings(after), where, "a finding")),
        ("lead", _checks(before.leads, after.leads, where, "a lead")),
        ("figure", _figures(before, after, where)),
        ("fact", _told(before.facts, after.facts, where)),
        ("claim", _told(before.claims, after.claims, where)),
    )
    found = [Difference(kind, _cut(one)) for kind, told in kinds for one in told]
    again: dict[str, Any] = msgspec.json.decode(now)
    rest = _others(plain, {**again, "tieout": version})
    found = found or [Difference("other", _cut(one)) for one in rest]
    if found:
        return found
    # A key that stands twice shows other values to other programs. Of another version only the
    # order of the keys may be another one.
    if version == again["tieout"] or msgspec.json.encode(plain) != sealed:
        return [Difference("other", "the same values, in other bytes of JSON than are written")]
    return []


class _Where:
    """Places in words, by a figure's document and span."""

    def __init__(self, workpaper: Workpaper) -> None:
        """The places of the workpaper made again."""
        self._places = Places(workpaper)
        self._figures = {
            (f"d{document}", (figure.start, figure.end)): Ref(document, number)
            for document, release in enumerate(workpaper.releases)
            for number, figure in enumerate(release.document.figures)
        }

    def __call__(self, document: str, span: tuple[int, int]) -> str:
        """Where that is; where no figure stands there now, the characters it was read from."""
        ref = self._figures.get((document, span))
        if ref is None:
            return f"characters {span[0]:,} to {span[1]:,} of document {document}"
        return self._places.where(ref)


def _documents(before: _Paper, after: _Paper) -> Iterator[str]:
    """Documents that are others, or are taken for something else."""
    was, now = ({one.id: one for one in paper.documents} for paper in (before, after))
    for number in sorted(was.keys() | now.keys()):
        one, other = was.get(number), now.get(number)
        if one is None or other is None:
            name = one.name if one else other.name if other else ""
            yield f"{name} {'is a document now' if one is None else 'was a document when sealed'}"
        elif one != other:
            yield (
                f"{one.name} ({one.role}, SHA-256 {one.sha256}) was document {number} when sealed; "
                f"now it is {other.name} ({other.role}, SHA-256 {other.sha256})"
            )


def _figures(before: _Paper, after: _Paper, where: _Where) -> Iterator[str]:
    """Figures that ended otherwise, or are not the same ones."""
    was, now = ({one.span: one for one in paper.figures} for paper in (before, after))
    for span in sorted(was.keys() | now.keys()):
        one, other = was.get(span), now.get(span)
        place = where("d0", span)
        if one is None and other is not None:
            yield f"\u201c{other.text}\u201d ({place}) is a figure now, and was none when sealed"
        elif other is None and one is not None:
            yield f"\u201c{one.text}\u201d ({place}) was a figure when sealed, and is none now"
        elif one is not None and other is not None and one.text != other.text:
            yield f"\u201c{one.text}\u201d when sealed is \u201c{other.text}\u201d now ({place})"
        elif one is not None and other is not None and one.outcome != other.outcome:
            how = f"{one.outcome} when sealed, {other.outcome} now"
            yield f"\u201c{one.text}\u201d ({place}): {how}"


def _findings(paper: _Paper) -> list[_Check]:
    """The checks that differ."""
    return [one for one in paper.checks if one.outcome == "differs"]


def _checks(
    before: Iterable[_Check], after: Iterable[_Check], where: _Where, what: str
) -> Iterator[str]:
    """Checks that only one of the two has."""
    was, now = (Counter(_key(one) for one in checks) for checks in (before, after))
    told = {_key(one): one for one in (*before, *after)}
    for words, keys in ((f"{what} when sealed, and not now", was - now),
                        (f"{what} now, and not when sealed", now - was)):  # fmt: skip
        for key in keys:
            one = told[key]
            said = one.message or one.reason or f"reported {one.reported}, expected {one.expected}"
            yield f"{words}: {said} ({where(one.subject.document, one.subject.span)}, {one.rule})"


def _key(check: _Check) -> Hashable:
    """What makes two checks the same."""
    at = check.subject
    return check.rule, at.document, at.span, check.reported, check.expected


def _told(before: Iterable[_Told], after: Iterable[_Told], where: _Where) -> Iterator[str]:
    """Facts, or claims, that are not read as they were."""
    was, now = (Counter(each) for each in (before, after))
    for words, only in (("when sealed", was - now), ("now", now - was)):
        for one in only:
            yield (
                f"\u201c{one.text}\u201d ({where(one.document, one.span)}) is read only {words} as "
                f"{one.concept}, {one.period or 'no period'}, {one.value} {one.unit}"
            )


def _others(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    """What differs where no figure, finding, fact or claim does."""
    for key in sorted(before.keys() | after.keys()):
        one, other = before.get(key), after.get(key)
        if one == other:
            continue
        if isinstance(one, list) and isinstance(other, list):
            number = sum(a != b for a, b in zip(one, other, strict=False))
            number += abs(len(one) - len(other))
            yield f"{counted(number, 'entry').replace('entrys', 'entries')} of {key!r} in the JSON"
        else:
            yield f"{key!r} in the JSON"


def _cut(sentence: str) -> str:
    """The sentence, or its beginning."""
    return sentence if len(sentence) <= _LONGEST else f"{sentence[:_LONGEST]}\u2026"
