"""The work on the files under review, in a process of its own, within the limits of its files."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tieout import engine
from tieout.accepted.holding import today
from tieout.accepted.keeping import Change, changed
from tieout.accepted.saying import accepting, ticking
from tieout.accepted.support import exchanged, refuse_exchanged
from tieout.bundle import manifest
from tieout.bundle.manifest import Settings
from tieout.bundle.performing import performed
from tieout.bundle.sealing import Given, hashed, kept_in, said_in, sealed
from tieout.errors import Misuse, TieoutError
from tieout.model.workpaper import Release, Workpaper
from tieout.packages.gathered import package
from tieout.packages.outputs import output
from tieout.reports import rendered
from tieout.review import progress
from tieout.review.asked import (
    Answer,
    Asked,
    Check,
    Checked,
    Failed,
    Files,
    Made,
    Render,
    Say,
    Seal,
)
from tieout.review.desk import ACCEPTED
from tieout.review.progress import Progress
from tieout.review.shown import Fault, draft_shown, package_shown
from tieout.rules.base import all_rules

if TYPE_CHECKING:
    from tieout.workers import Ahead

_SUFFIXES = {"summary": "md", "terminal": "txt"}
"""How files of a form end that are not named as the form is."""


def ahead() -> "Ahead[Asked, Answer]":
    """Processes that do the work, started ahead; one that does not survive is a sentence.

    They are started anew, since the one that asks has threads.
    """
    from tieout.workers import Ahead  # what no browser has

    return Ahead(worked, _lost, _sized, start="spawn")


def worked(asked: Asked) -> Answer:
    """The answer, made in this process."""
    try:
        if isinstance(asked, Check):
            return _checked(_Read(asked.files), asked.before)
        if isinstance(asked, Render):
            return _rendered(asked)
        if isinstance(asked, Say):
            return _said(asked)
        return _sealed(asked)
    except TieoutError as reason:
        return Failed(str(reason))
    except MemoryError:  # the worker's to say
        raise
    except Exception as defect:
        return Failed(f"Internal error: {type(defect).__name__}: {defect}")


class _Read:
    """The files, each read once; those that cannot be read are left out, each with a sentence."""

    def __init__(self, files: Files) -> None:
        """Reads all but the books, which are read for each draft."""
        self.files = files
        self.faults = dict(files.faults)
        self._done = 0
        self.subjects = self._all("subject", files.given)
        self.against = self._all("against", files.given)
        previous = self._all("draft", files.previous)
        self.previous = {one.name: release for one, release in previous}

    def workpaper(self, number: int) -> Workpaper:
        """That of the draft of this number; raises TieoutError."""
        name = self.subjects[number][0].name
        self._say(f"checking {name}")
        draft = self.previous.get(name)
        rules = all_rules()
        entries = tuple(said_in(self.files.given, rules))
        subjects = [release for _, release in self.subjects]
        return performed(
            number,
            subjects,
            [release for _, release in self.against],
            support=[*self._books(subjects[number], draft)],
            draft=draft,
            rules=rules,
            said=entries,
            exchanged=exchanged(Path(self.files.folder), entries),
        )

    def content(self, number: int) -> bytes:
        """The bytes of the draft of this number."""
        return self.subjects[number][0].content

    def _books(self, subject: Release, draft: Release | None) -> Iterator[Release]:
        """The books that support this draft; what supports none is a fault of the file."""
        for one in self.files.given:
            if one.role == "support" and one.name not in self.files.faults:
                try:
                    book = engine.read_support(one.name, one.content, subject)
                    engine.refuse_itself(subject, (book,), draft)
                except TieoutError as reason:
                    self.faults[one.name] = str(reason)
                else:
                    yield book

    def _all(self, role: str, given: tuple[Given, ...]) -> list[tuple[Given, Release]]:
        """The files of a role that can be read."""
        found = []
        for one in given:
            if one.role != role or one.name in self.files.faults:
                continue
            self._say(f"reading {one.name}")
            try:
                found.append((one, engine.read(one.name, one.content)))
            except TieoutError as reason:
                self.faults[one.name] = str(reason)
        return found

    def _say(self, step: str) -> None:
        """Says how far the work is."""
        subjects = sum(one.role == "subject" for one in self.files.given)
        of = len(self.files.given) + len(self.files.previous) + subjects
        progress.said(step, self._done, of)
        self._done += 1


def _checked(read: _Read, before: Mapping[str, str]) -> Checked:
    """Every draft checked and drawn, and the package where there are several."""
    shown: list[msgspec.Raw] = []
    pages: list[bytes] = []
    drafts = [one for one in read.files.given if one.role == "subject"]
    for number, given in enumerate(drafts):
        try:
            workpaper = read.workpaper(_numbered(read, number))
            shown.append(draft_shown(workpaper, given.name, before.get(given.name, "")))
            pages.append(rendered("html", workpaper, given.content))
        except TieoutError as reason:
            shown.append(msgspec.Raw(msgspec.json.encode(Fault(given.name, str(reason)))))
            pages.append(b"")
    subjects = [release for _, release in read.subjects]
    beside, matrix = b"null", b""
    if len(subjects) > 1:
        made = package(subjects)
        beside, matrix = package_shown(made), output("html").render(made)
    kinds = {one.name: str(release.kind) for one, release in (*read.subjects, *read.against)}
    return Checked(tuple(shown), tuple(pages), msgspec.Raw(beside), matrix, read.faults, kinds)


def _rendered(asked: Render) -> Made:
    """A workpaper or the package in a form."""
    read = _Read(asked.files)
    if isinstance(asked.which, str):
        if len(read.subjects) < 2:
            raise Misuse("There is nothing to compare: a package has two drafts or more")
        return Made(output(asked.form).render(package([one for _, one in read.subjects])))
    number = _numbered(read, asked.which)
    content = rendered(asked.form, read.workpaper(number), read.content(number))
    return Made(content, _SUFFIXES.get(asked.form, asked.form))


def _said(asked: Say) -> Made:
    """The text of accepted.toml after what a person said; raises Misuse."""
    read = _Read(asked.files)
    content = next((one.content for one in asked.files.given if one.role == "accepted"), b"")
    kept = kept_in(ACCEPTED, content)
    if asked.what == "undo":
        if not (asked.which.isdigit() and int(asked.which) < len(kept.entries)):
            raise Misuse("That is not said any more: look at the page again")
        change = Change((int(asked.which),))
    else:
        workpaper = read.workpaper(_numbered(read, asked.number))
        day = today()
        if asked.what == "accept":
            change = accepting(
                workpaper, kept, asked.which, reason=asked.words, by=asked.by, on=day
            )
        else:
            file = Path(asked.files.folder) / asked.file if asked.file else None
            change = ticking(
                workpaper, kept, asked.which, support=asked.words, by=asked.by, on=day, file=file
            )
    return Made(changed(kept, change, ACCEPTED).encode())


def _sealed(asked: Seal) -> Made:
    """The bundle of the files; raises Misuse."""
    for sentence in asked.files.faults.values():
        raise Misuse(sentence)
    day = today()
    preparer = manifest.signed(asked.preparer, day)
    reviewer = manifest.signed(asked.reviewer, day) if asked.reviewer.strip() else None
    made = sealed(asked.files.given, Settings((), ()), all_rules(), preparer, reviewer)
    refuse_exchanged(Path(asked.files.folder), made.workpapers)
    return Made(made.raw, "tieout", hashed(made.raw), made.manifest_sha256)


def _numbered(read: _Read, number: int) -> int:
    """Which of the drafts that were read the one of that number is; raises Misuse."""
    drafts = [one for one in read.files.given if one.role == "subject"]
    if not 0 <= number < len(drafts):
        raise Misuse("There is no such draft any more: look at the page again")
    name = drafts[number].name
    if name in read.faults:
        raise Misuse(read.faults[name])
    return [one.name for one, _ in read.subjects].index(name)


def _lost(_: Asked, reason: str, told: Progress | None) -> Answer:
    """The answer of a process that did not survive, and what it said last."""
    step = told.step if told else "the check"
    return Failed(f"{step[:1].upper()}{step[1:]}: it broke off, since {reason}")


def _sized(asked: Asked) -> tuple[str, int]:
    """The files of the work, and how many bytes they have."""
    files = (*asked.files.given, *asked.files.previous)
    return "", sum(len(one.content) for one in files)
