"""Zip archives told by their bytes, which needs nothing that opens them."""

_MARK = b"PK\x03\x04"


def is_archive_with(raw: bytes, part: bytes) -> bool:
    """True for a zip archive that names a part."""
    return raw.startswith(_MARK) and part in raw
