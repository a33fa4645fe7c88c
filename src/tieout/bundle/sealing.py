"""A bundle sealed: documents checked, and put into one archive with their workpaper."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from msgspec import Struct

from tieout import engine
from tieout.accepted import reading
from tieout.accepted.holding import asked
from tieout.accepted.reading import Kept
from tieout.bundle import archive, manifest
from tieout.bundle.manifest import Manifest, Member, Role, Settings, Signed
from tieout.bundle.performing import performed
from tieout.bundle.tool import tool
from tieout.errors import Misuse
from tieout.harmless import on_a_line
from tieout.limits import allow
from tieout.model.accepted import Entry
from tieout.model.workpaper import Release, Workpaper
from tieout.patterns import pattern
from tieout.readers.zipped import LARGEST
from tieout.reports import report
from tieout.rules.base import Rule

WORKPAPERS = ("json", "html")
"""The forms of the workpaper in a bundle: for programs, and for people."""

_HELD = 20
"""Bytes for each byte of the documents: every form of the workpaper is held, and then again in the
archive that it goes into."""

_ODD = pattern(r"[^A-Za-z0-9._ -]")
_LONGEST_NAME = 80


class Given(Struct, frozen=True, gc=False):
    """A file that a workpaper is made of."""

    role: Role
    name: str
    content: bytes


class Sealed(Struct, frozen=True, gc=False):
    """A bundle's bytes, its manifest with the hash to be written down, and what was found.

    There is a workpaper for each document that was checked.
    """

    raw: bytes
    manifest: Manifest
    manifest_sha256: str
    workpapers: tuple[Workpaper, ...]


def sealed(
    given: Sequence[Given],
    settings: Settings,
    rules: Sequence[Rule],
    preparer: Signed,
    reviewer: Signed | None = None,
) -> Sealed:
    """The bundle of these files; the same ones, signed on the same days, give the same bytes.

    Raises Unreadable for a document that cannot be read, and Misuse where all is too much.
    """
    subjects = sum(one.role == "subject" for one in given)
    if len(given) + subjects * len(WORKPAPERS) > manifest.MOST_MEMBERS:
        raise Misuse(f"a bundle holds {manifest.MOST_MEMBERS} files at most: seal fewer together")
    workpapers = workpapers_of(given, rules)
    allow(_HELD * sum(len(one.content) for one in given))
    members = dict(_members(given, workpapers))
    listed = tuple(
        Member(path, one.role, one.name, len(one.content), hashed(one.content))
        for path, one in members.items()
    )
    made = Manifest(manifest.FORMAT, preparer, reviewer, settings, tool(rules), listed)
    head = manifest.written(made)
    contents = {path: one.content for path, one in members.items()}
    if sum(map(len, contents.values())) + len(head) > LARGEST:
        raise Misuse(f"a bundle holds {LARGEST // 2**20} MB at most: seal fewer documents together")
    raw = archive.written({manifest.NAME: head, **contents})
    return Sealed(raw, made, hashed(head), workpapers)


def workpapers_of(given: Sequence[Given], rules: Sequence[Rule]) -> tuple[Workpaper, ...]:
    """The workpapers of these files, one a subject."""
    subjects, against = [*_read(given, "subject")], [*_read(given, "against")]
    draft = next(_read(given, "draft"), None)
    said = tuple(said_in(given, rules))
    found: list[Workpaper] = []
    for number, subject in enumerate(subjects):
        books = [
            engine.read_support(one.name, one.content, subject)
            for one in given
            if one.role == "support"
        ]
        paper = performed(
            number, subjects, against, support=books, draft=draft, rules=rules, said=said
        )
        found.append(paper)
    return tuple(found)


def rendered(workpapers: Sequence[Workpaper]) -> list[dict[str, bytes]]:
    """Each workpaper in every form that a bundle has, by the member's path; JSON is the first."""
    found: list[dict[str, bytes]] = []
    for number, one in enumerate(workpapers, 1):
        name = f"workpaper-{number}" if len(workpapers) > 1 else "workpaper"
        found.append({f"{name}.{form}": report(form).render(one) for form in WORKPAPERS})
    return found


def hashed(content: bytes) -> str:
    """The SHA-256 of it."""
    return hashlib.sha256(content).hexdigest()


def _read(given: Sequence[Given], role: Role) -> Iterator[Release]:
    """The files of a role as documents."""
    return (engine.read(one.name, one.content) for one in given if one.role == role)


def said_in(given: Sequence[Given], rules: Sequence[Rule]) -> Iterator[Entry]:
    """What people said, as accepted.toml has it, of what these rules find; raises Misuse."""
    codes = {one.code for one in rules}
    for one in given:
        if one.role == "accepted":
            yield from asked(kept_in(one.name, one.content).entries, codes)


def kept_in(name: str, content: bytes) -> Kept:
    """What these bytes of an accepted.toml keep; raises Misuse."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Misuse(f"{name} is no UTF-8: save it as UTF-8") from None
    return reading.read(name, text.replace("\r\n", "\n"))


def _members(
    given: Sequence[Given], workpapers: Sequence[Workpaper]
) -> Iterator[tuple[str, Given]]:
    """The members of the archive, each under a path that is safe to unpack anywhere."""
    for number, one in enumerate(given, 1):
        # What folders a file lay in is nobody's business.
        name = on_a_line(PurePath(one.name).name.encode("utf-8", "replace").decode())
        safe = _ODD.sub("_", name)[-_LONGEST_NAME:].strip(". ")
        path = "accepted.toml" if one.role == "accepted" else f"{one.role}/{number}-{safe}"
        yield path, Given(one.role, name, one.content)
    for forms in rendered(workpapers):
        for path, content in forms.items():
            yield path, Given("workpaper", path, content)
