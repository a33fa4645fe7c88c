"""A document that is checked again whenever it, or what it is held against, is saved."""

import time
from datetime import UTC, datetime
from pathlib import Path

from tieout.cli._accepted import is_there, place_of
from tieout.cli._checking import Asked, Report, made
from tieout.cli._streams import deliver, tell
from tieout.errors import Misuse, TieoutError
from tieout.review.watched import BEAT, Watched
from tieout.sources import sized
from tieout.workers import outcomes

_Again = tuple[Asked, bytes | None]
"""What is asked, and the document as it was before it was saved."""


def watched(asked: Asked, output: str | None) -> int:
    """The status of the last check, when Ctrl-C ends it; raises Misuse for what cannot be watched.

    Each report says what changed since the document was saved the last time.
    """
    if "-" in asked.files:
        raise Misuse("standard input cannot be watched: give a file")
    beside = [*asked.files[1:], *asked.support, str(place_of(asked.file, asked.accepted))]
    files = Watched((asked.file, *beside))
    report = _checked(asked, None)
    status, last, before = _shown(report, asked, output), report.source, None
    tell(f"watching {asked.file}; Ctrl-C ends it")
    try:
        while True:
            time.sleep(BEAT)
            if not (saved := files.saved()):
                continue
            at = f"{datetime.now(UTC).astimezone():%H:%M:%S}"
            gone = [file for file in saved if not is_there(Path(file))]
            for word, those in (
                ("saved", [one for one in saved if one not in gone]),
                ("gone", gone),
            ):
                if those:
                    tell(f"{at} {word}: {', '.join(those)}")
            if asked.file in saved:
                before = last
            try:
                report = _checked(asked, before)
            except TieoutError as reason:  # half saved, it may be; the next save will do
                tell(str(reason))
                status = 2
                continue
            status, last = _shown(report, asked, output), report.source
    except KeyboardInterrupt:
        return status


def _checked(asked: Asked, before: bytes | None) -> Report:
    """The report, made in a process of its own, within its limits; raises TieoutError."""
    (report,) = outcomes(_made, _lost, _sized, [(asked, before)], jobs=1)
    return report


def _shown(report: Report, asked: Asked, output: str | None) -> int:
    """Shows a report, and gives its status."""
    deliver(report.content, output, asked.form, lambda: report.written)
    if report.refusal:
        tell(report.refusal)
        return 2
    return report.status


def _made(again: _Again) -> Report:
    """The report, made in a process of its own."""
    return made(*again)


def _lost(again: _Again, reason: str) -> Report:
    """Raises Misuse for a document that its process did not survive."""
    raise Misuse(f"{again[0].file} cannot be read: {reason}")


def _sized(again: _Again) -> tuple[str, int]:
    """The document's name, and how many bytes there are to read."""
    asked, before = again
    files = (*asked.files, *asked.support)
    return asked.file, sum(sized(file)[1] for file in files) + len(before or b"")
