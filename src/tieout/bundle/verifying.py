"""A bundle verified: every hash computed again, the check made again, and what differs in words."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from tieout.bundle import archive, manifest
from tieout.bundle.differences import Difference, differences
from tieout.bundle.manifest import Manifest, Member, Role
from tieout.bundle.sealing import Given, hashed, rendered, workpapers_of
from tieout.bundle.tool import changes, tool
from tieout.errors import TieoutError, Unreadable
from tieout.model.workpaper import Workpaper
from tieout.rules.base import Rule

Status: TypeAlias = Literal["same", "differs", "tampered"]

_MOST_OF: dict[Role, int] = {"draft": 1, "accepted": 1, "manifest": 0}
"""How many members of a role there may be, where that is limited."""

_NAME_AT = 30
"""Where an archive has the name of its first member."""


class NoBundle(Unreadable):
    """What was given is no archive that sealing writes, whole or damaged."""


class Opened(Struct, frozen=True, gc=False):
    """A bundle read: its members, and in sentences what of it is not as it was sealed.

    `manifest` is None where that itself is damaged.
    """

    manifest: Manifest | None
    members: dict[str, bytes]
    tampering: tuple[str, ...]
    sha256: str
    manifest_sha256: str


class Verdict(Struct, frozen=True, gc=False):
    """What verifying came to: what was tampered with, what differs, and what is only to be known.

    Where anything was tampered with, nothing was checked again. `unproven` are the pages that
    another tool draws otherwise: of them only the values are known to be the same.
    """

    status: Status
    tampering: tuple[str, ...]
    differences: tuple[Difference, ...]
    notes: tuple[str, ...]
    figures: int = 0
    findings: int = 0
    unproven: tuple[str, ...] = ()


def opened(raw: bytes, written_down: str = "") -> Opened:
    """The bundle in these bytes; raises NoBundle for what is none, and Unreadable.

    `written_down` is the hash that was noted when it was sealed, of the file or of its manifest.
    """
    whole = hashed(raw)
    try:
        held = archive.held(raw)
    except Unreadable as reason:
        if not _begins_as_one(raw):
            raise NoBundle(f"it is no bundle that tieout sealed: {reason}") from None
        return Opened(None, {}, ("the archive is damaged, and cannot be opened",), whole, "")
    head = held.members.get(manifest.NAME, b"")
    tampering = list(held.damage)
    about: Manifest | None = None
    if head:
        about = manifest.read(head)
        tampering += _against(about, held.members, tampering)
        if not tampering:
            tampering += _strays(raw, about, held.members)
    elif not tampering and _begins_as_one(raw):
        tampering.append(f"{manifest.NAME} is missing")
    elif not tampering:
        raise NoBundle(f"it is no bundle that tieout sealed: it has no {manifest.NAME}")
    noted = written_down.lower()
    if noted and noted not in (whole, hashed(head)):
        tampering.append(
            f"it is not the bundle whose hash was written down: the file's is {whole}, "
            f"its manifest's {hashed(head)}"
        )
    return Opened(about, held.members, tuple(tampering), whole, hashed(head) if head else "")


def verified(bundle: Opened, rules: Sequence[Rule]) -> Verdict:
    """The verdict on a bundle, with the check made again by these rules; raises Unreadable."""
    about = bundle.manifest
    if bundle.tampering or about is None:
        return Verdict("tampered", bundle.tampering, (), ())
    notes = tuple(changes(about.tool, tool(rules)))
    given = [
        Given(one.role, one.name, bundle.members[one.path])
        for one in about.members
        if one.role != "workpaper"
    ]
    try:
        workpapers = workpapers_of(given, rules)
        again = rendered(workpapers)
        found = [
            one
            for workpaper, forms in zip(workpapers, again, strict=True)
            for one in _compared(bundle, about, forms, workpaper)
        ]
    except TieoutError as reason:
        raise Unreadable(f"it cannot be checked again: {reason}") from None
    made = {path for forms in again for path in forms}
    found += (
        Difference("other", f"{one.path} is no workpaper that the check makes: nothing proves it")
        for one in about.members
        if one.role == "workpaper" and one.path not in made
    )
    pages = [
        path
        for forms in again
        for path, content in forms.items()
        if not path.endswith(".json") and content != bundle.members.get(path)
    ]
    drawn = [f"{path} is not drawn as it was when sealed" for path in pages]
    if drawn and not notes:
        found += (Difference("other", one) for one in drawn)
        drawn = []
    figures = sum(len(one.endings) for one in workpapers)
    findings = sum(len(one.findings) for one in workpapers)
    status: Status = "differs" if found else "same"
    unproven = tuple(pages) if drawn else ()
    return Verdict(status, (), tuple(found), (*notes, *drawn), figures, findings, unproven)


def _compared(
    bundle: Opened, about: Manifest, forms: Mapping[str, bytes], workpaper: Workpaper
) -> Iterator[Difference]:
    """In what a workpaper differs from the one sealed; of several, each with its document."""
    path, now = next(iter(forms.items()))
    is_one = sum(one.role == "subject" for one in about.members) == 1
    name = workpaper.subject.document.name
    for one in differences(bundle.members.get(path, b""), now, workpaper, about.tool.tieout):
        yield one if is_one else replace(one, sentence=f"{name}: {one.sentence}")


def _against(about: Manifest, members: Mapping[str, bytes], damage: Sequence[str]) -> Iterator[str]:
    """What of the archive is not as its manifest says."""
    listed: dict[str, Member] = {}
    for one in about.members:
        if one.path in listed or one.path == manifest.NAME:
            yield f"{manifest.NAME} lists {one.path} twice"
        listed[one.path] = one
    for path, one in listed.items():
        if path not in members:
            if not any(said.startswith(f"{path} is") for said in damage):
                yield f"{path} is missing"
        elif hashed(members[path]) != one.sha256 or len(members[path]) != one.size:
            yield f"{path} is not what was sealed: its SHA-256 is another one"
    added = members.keys() - listed.keys() - {manifest.NAME}
    yield from (f"{path} was added" for path in sorted(added))
    roles = Counter(one.role for one in about.members)
    if not roles["subject"]:
        yield f"{manifest.NAME} does not say what was checked"
    for role, most in _MOST_OF.items():
        if roles[role] > most:
            paths = ", ".join(one.path for one in about.members if one.role == role)
            yield f"{manifest.NAME} lists {paths} as {role}, and sealing lists {most or 'none'}"


def _strays(raw: bytes, about: Manifest, members: Mapping[str, bytes]) -> Iterator[str]:
    """Where the archive's own bytes are not those that sealing writes."""
    order = (manifest.NAME, *(one.path for one in about.members))
    if at := archive.stray(raw, {path: members[path] for path in order}):
        yield f"the archive is not as tieout writes it, from {at} on"


def _begins_as_one(raw: bytes) -> bool:
    """True for what begins as a bundle does, but for a byte: its first member is a manifest."""
    name = manifest.NAME.encode()
    at = raw[_NAME_AT : _NAME_AT + len(name)]
    return sum(one == other for one, other in zip(at, name, strict=False)) >= len(name) - 1
