"""Archives are told by their bytes."""

import io
import zipfile

from tieout.readers.archived import is_archive_with


def test_an_archive_names_its_parts() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a", b"5")
    assert is_archive_with(held.getvalue(), b"a")
    assert not is_archive_with(b"a", b"a")
