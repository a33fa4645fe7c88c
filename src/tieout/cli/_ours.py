"""Whether a file is one that tieout wrote: it begins as a report does, or is empty."""

import zipfile
from pathlib import Path

from tieout.patterns import pattern

_HEAD = 4096
_COLOUR = pattern(r"\x1b\[[0-9;]*m")
_XML = r'<\?xml version="1\.0" encoding="UTF-8"\?>\n'
_BEGINNINGS = (
    r'\{\s*"format":\s*"tieout-',  # a workpaper, a series
    r'\{"name":"(?:[^"\\]|\\.)*","(?:sha256|error)":"',  # a line of a batch
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
    r"(?:! [^\n]+\n(?:  [^\n]+\n){0,16}\n)?(?:[^\n]+\n){1,16}\n[█▓╳▒░·]{20}",
    r"# [^\n]+\n\nSummary of a check by tieout\b",
    r"(?:[^\n]+\n){0,16}[0-9a-f]{64}\n[0-9,]+ figures?,",
    r"[^\n]+\n(?:[^\n]+\n){0,16}\n[^\n]* ─{8}",
    r"company +form +quarter +dated +figures +ticked +findings +name\n",
)
_OURS = pattern(r"(?:" + r"|".join(_BEGINNINGS) + r")")
_OF_PARQUET = b"trailing_twelve_months"
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
    if head.startswith(b"PK\x03\x04"):
        return _is_our_workbook(path)
    return not head or _OURS.match(_COLOUR.sub("", head.decode("utf-8", "replace"))) is not None


def _is_our_workbook(path: Path) -> bool:
    """True for a workbook that nobody saved after tieout."""
    try:
        with zipfile.ZipFile(path) as book, book.open("docProps/core.xml") as about:
            return _NEVER_SAVED in about.read(2 * _HEAD)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, ValueError, EOFError):
        return False
