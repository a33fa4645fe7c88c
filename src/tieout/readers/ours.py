"""Files that tieout wrote, told by how they begin, and the document that a report was made of."""

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from tieout.errors import Unreadable
from tieout.patterns import pattern
from tieout.readers.archived import is_archive_with

if TYPE_CHECKING:
    from zipfile import ZipFile

_HEAD = 4096
_COLOUR = pattern(r"\x1b\[[0-9;]*m")
_MARKDOWN = r"# [^\n]+\n\nSummary of a check by tieout\b"
_REPORTS = (
    r'\{\s*"format":\s*"tieout-',  # a workpaper, a series
    # a line of a batch, and what seeding errors has shown
    r'\{"name":"(?:[^"\\]|\\.)*","(?:(?:sha256|error)":"|seed":-?[0-9])',
    r"[^\n]+: [0-9,]+ errors? seeded\n",
    r'\{\s*"documentInfo": \{\s*"documentType": "https://xbrl\.org/2021/xbrl-json",\s*'
    r'"namespaces": \{[^}]*"urn:tieout:',
    r'\{\s*"document": \{\s*"name": "(?:[^"\\]|\\.)*",\s*"sha256": "[0-9a-f]{64}"\s*\},\s*"facts"',
    r'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n(?:<meta [^>\n]*>\n){0,8}'
    r"<title>[^<]* \u2014 tieout (?:workpaper|package|series)</title>",
    r"document,statement,caption,concept,dimensions,period,",
    r"concept,caption,statement,unit,quarter,fiscal_year,",
    # the terminal's: names over the bar of coverage, behind what was not understood
    r"(?:! [^\n]+\n(?:  [^\n]+\n){0,16}\n)?(?:[^\n]+\n){1,32}\n"
    r"[\u2588\u2593\u2573\u2592\u2591\u00b7]{20}",
    _MARKDOWN,
    r"(?:[^\n]+\n){0,16}(?:[^\n]+ )?(?:[0-9a-f]\n?){64}[0-9,]+ figures?, [0-9,]+ tables?,",
    # documents side by side, and a company's quarters
    r"(?:[^\n]+\n){0,4}[^\n]*[0-9] documents?\n1  [^\n]+\n",
    r"[^\n]+\n(?:[^\n]+\n){0,16}\n[^\n\u2500]+\u2500{2,}\n[a-z-]+:[A-Z]"
    r"[^\n]*\n(?:[^\n]+\n){0,6}quarter +ended ",
)
_XML = r'<\?xml version="1\.0" encoding="UTF-8"\?>\n'
_OTHERS = (
    r'\[(?:\]|\{"company":(?:"(?:[^"\\]|\\.)*"|null),"form":"(?:[^"\\]|\\.)*","quarter":)',
    _XML + r'<link:linkbase xmlns:link="[^"]*" xmlns:xlink="[^"]*">\n',
    _XML + r'<xsd:schema xmlns:xsd="[^"]*" xmlns:xbrli="[^"]*" xmlns:link="[^"]*" xmlns:xlink=',
    r"company,form,quarter,dated,figures,ticked,findings,name\r\n",
    r"company +form +quarter +dated +figures +ticked +findings +name\n",
)
_REPORT = pattern(r"(?:" + r"|".join(_REPORTS) + r")")
_OURS = pattern(r"(?:" + r"|".join((*_REPORTS, *_OTHERS)) + r")")
_SUMMARY = pattern(_MARKDOWN)
_NAMES = (
    pattern(r'"documents": ?\[\s*\{\s*(?:"id":"d0",)?"name": ?"((?:[^"\\]|\\.)*)"'),
    pattern(r'\A\{(?:\s*"document": \{)?\s*"name": ?"((?:[^"\\]|\\.)*)"'),
    pattern(r"<title>([^<]*) \u2014 tieout workpaper</title>"),
    pattern(r"\n\| checked \| ((?:[^|\\\n]|\\.)*) \|"),
    pattern(r"(?:\A|\n)([^\n]+), sha256 [0-9a-f]{64}\n"),
    pattern(r"\n([^\n]+), checked by itself\n"),
    pattern(r"\A([^\n]+): [0-9,]+ errors? seeded\n"),
)
"""The document that a report names in the first place."""
_ABOUT = pattern(rb"<dc:description>Made by tieout(?: of ([^<]*))?</dc:description>")
_BODY = pattern(r"word/document[0-9]*\.xml\Z")
_FEW = 4
_OF_PARQUET = b"trailing_twelve_months"
_PDF, _MARKED_PDF = b"%PDF-", b"%marked by tieout "
_DIGEST, _PART = 64, 2**20
_COMMENT, _COMMENT_ENDS = b"\n<!-- written by tieout ", b" -->\n"
_LARGEST = 2**24
_MARKED = b"<!-- marked by tieout -->"
_NEVER_SAVED = b">2000-01-01T00:00:00Z</dcterms:modified>"


def about(name: str = "") -> str:
    """What a workbook of tieout says of itself, and of the document it was made of."""
    return f"Made by tieout of {name}" if name else "Made by tieout"


def ended(report: bytes) -> bytes:
    """A summary with a mark behind it, which shows whether anybody has edited it since."""
    return b"%s%s%s%s" % (report, _COMMENT, sha256(report).hexdigest().encode(), _COMMENT_ENDS)


def refuse_reports(name: str, raw: bytes) -> None:
    """Raises Unreadable for a report of tieout, and names what to give in place of it.

    A draft or a PDF with tieout's marks is still the document.
    """
    of = _made_of(raw)
    if of is None:
        return
    if of:
        raise Unreadable(f"{name} is a report that tieout made of {of}: give {of} itself")
    raise Unreadable(f"{name} is a report that tieout made: give the document it was made of")


def _made_of(raw: bytes) -> str | None:
    """The document that a report was made of, empty where it names none; None for no report."""
    if is_archive_with(raw, b"xl/workbook.xml"):
        return _made_of_workbook(raw) if b"docProps/core.xml" in raw else None
    head = _COLOUR.sub("", raw[:_HEAD].decode("utf-8", "replace"))
    if _REPORT.match(head) is None:
        return None
    return next((_plain(one[1]) for names in _NAMES if (one := names.search(head))), "")


def _made_of_workbook(raw: bytes) -> str | None:
    """The same of a workbook."""
    from tieout.readers.zipped import open_archive, part_of

    with open_archive(raw) as archive:
        told = _ABOUT.search(part_of(archive, "docProps/core.xml"))
    return None if told is None else _plain((told[1] or b"").decode("utf-8", "replace"))


def _plain(name: str) -> str:
    """A name without what the formats escape in it."""
    import html

    return html.unescape(name).replace("\\", "")


def is_ours(path: Path) -> bool:
    """True for a file that begins as something tieout writes, and for an empty one.

    What bears no mark, as a document's bare text or the answer to a query, is nobody's: False. So
    is a draft, a PDF, a workbook or a summary that somebody has edited since. Raises OSError.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
        if head.startswith(b"PAR1"):
            file.seek(0, 2)
            file.seek(max(file.tell() - 2 * _HEAD, 0))
            return _OF_PARQUET in file.read()
        if _PDF in head and _is_our_pdf(file):
            return True
        if head.startswith(b"PK\x03\x04"):
            return _is_our_archive(path)
        words = _COLOUR.sub("", head.decode("utf-8", "replace"))
        if _SUMMARY.match(words):
            return _is_unedited(file)
    return not head or _OURS.match(words) is not None


def _is_unedited(file: BinaryIO) -> bool:
    """True for a summary that ends as tieout ended it."""
    file.seek(0)
    told, _, mark = file.read(_LARGEST).rpartition(_COMMENT)
    return mark == sha256(told).hexdigest().encode() + _COMMENT_ENDS


def _is_our_pdf(file: BinaryIO) -> bool:
    """True for a marked PDF that nothing was put into, before or behind since tieout wrote it."""
    mark = len(_MARKED_PDF) + _DIGEST + 1
    size = file.seek(0, 2)
    file.seek(max(0, size - mark))
    told, digest = file.read(), sha256()
    if not told.startswith(_MARKED_PDF):
        return False
    file.seek(0)
    left = size - mark
    while left > 0 and (part := file.read(min(left, _PART))):
        digest.update(part)
        left -= len(part)
    return told[len(_MARKED_PDF) : -1] == digest.hexdigest().encode()


def _is_our_archive(path: Path) -> bool:
    """True for a workbook or a marked draft that nobody saved after tieout."""
    import zipfile

    try:
        with zipfile.ZipFile(path) as archive:
            bodies = [one for one in archive.namelist() if _BODY.match(one)]
            if any(_MARKED in _begun(archive, one) for one in bodies[:_FEW]):
                return True
            return _NEVER_SAVED in _begun(archive, "docProps/core.xml")
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, ValueError, EOFError):
        return False


def _begun(archive: "ZipFile", name: str) -> bytes:
    """How a part of an archive begins."""
    with archive.open(name) as part:
        return part.read(2 * _HEAD)
