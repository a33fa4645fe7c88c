"""Whether a file is one that tieout wrote: it begins as a report does, or is empty."""

import zipfile
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from tieout.patterns import pattern

_HEAD = 4096
_COLOUR = pattern(r"\x1b\[[0-9;]*m")
_XML = r'<\?xml version="1\.0" encoding="UTF-8"\?>\n'
_BEGINNINGS = (
    r'\{\s*"format":\s*"tieout-',  # a workpaper, a series
    # a line of a batch, and what seeding errors has shown
    r'\{"name":"(?:[^"\\]|\\.)*","(?:(?:sha256|error)":"|seed":-?[0-9])',
    r"[^\n]+: [0-9,]+ errors? seeded\n",
    r'\[(?:\]|\{"company":(?:"(?:[^"\\]|\\.)*"|null),"form":"(?:[^"\\]|\\.)*","quarter":)',
    r'\{\s*"documentInfo": \{\s*"documentType": "https://xbrl\.org/2021/xbrl-json",\s*'
    r'"namespaces": \{[^}]*"urn:tieout:',
    r'\{\s*"document": \{\s*"name": "(?:[^"\\]|\\.)*",\s*"sha256": "[0-9a-f]{64}"\s*\},\s*"facts"',
    _XML + r'<link:linkbase xmlns:link="[^"]*" xmlns:xlink="[^"]*">\n',
    _XML + r'<xsd:schema xmlns:xsd="[^"]*" xmlns:xbrli="[^"]*" xmlns:link="[^"]*" xmlns:xlink=',
    r'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
    r'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src',
    r"document,statement,caption,concept,dimensions,period,",
    r"concept,caption,statement,unit,quarter,fiscal_year,",
    r"company,form,quarter,dated,figures,ticked,findings,name\r\n",
    # the terminal's: names over the bar of coverage, behind what was not understood
    r"(?:! [^\n]+\n(?:  [^\n]+\n){0,16}\n)?(?:[^\n]+\n){1,32}\n[█▓╳▒░·]{20}",
    r"# [^\n]+\n\nSummary of a check by tieout\b",
    r"(?:[^\n]+\n){0,16}[0-9a-f]{64}\n[0-9,]+ figures?,",
    r"[^\n]+\n(?:[^\n]+\n){0,16}\n[^\n]* ─{8}",
    r"company +form +quarter +dated +figures +ticked +findings +name\n",
)
_OURS = pattern(r"(?:" + r"|".join(_BEGINNINGS) + r")")
_BODY = pattern(r"word/document[0-9]*\.xml\Z")
_FEW = 4
_OF_PARQUET = b"trailing_twelve_months"
_PDF, _MARKED_PDF = b"%PDF-", b"%marked by tieout "
_DIGEST, _PART = 64, 2**20
_MARKED = b"<!-- marked by tieout -->"
_NEVER_SAVED = b">2000-01-01T00:00:00Z</dcterms:modified>"


def is_ours(path: Path) -> bool:
    """True for a file that begins as something tieout writes, and for an empty one.

    What bears no mark, as a document's bare text or the answer to a query, is nobody's: False.
    Raises OSError.
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
    return not head or _OURS.match(_COLOUR.sub("", head.decode("utf-8", "replace"))) is not None


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
    try:
        with zipfile.ZipFile(path) as archive:
            bodies = [one for one in archive.namelist() if _BODY.match(one)]
            if any(_MARKED in _begun(archive, one) for one in bodies[:_FEW]):
                return True
            return _NEVER_SAVED in _begun(archive, "docProps/core.xml")
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, ValueError, EOFError):
        return False


def _begun(archive: zipfile.ZipFile, name: str) -> bytes:
    """How a part of an archive begins."""
    with archive.open(name) as part:
        return part.read(2 * _HEAD)
