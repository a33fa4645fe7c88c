"""The document that a support file is: a workbook, a CSV file, a workpaper, or any other."""

import importlib
from typing import cast

from tieout.model.document import Document
from tieout.readers import Reader, open_document

_CSV = (".csv", ".tsv")
_WORKPAPER = b'{"format":"tieout-workpaper/'


def open_support(name: str, raw: bytes) -> Document:
    """The document; only its name says that text is CSV, so that no other text is taken for it.

    Raises Unreadable.
    """
    module = ""
    if name.lower().endswith(_CSV):
        module = "csv"
    elif _is_workpaper(raw):
        module = "workpaper"
    if not module:
        return open_document(name, raw)
    reader = cast("Reader", importlib.import_module(f"tieout.readers.{module}"))
    return open_document(name, raw, reader)


def _is_workpaper(raw: bytes) -> bool:
    """True for a workpaper of tieout in JSON, however it is indented."""
    return b"".join(raw[:200].split()).startswith(_WORKPAPER)
