from pathlib import Path

from tieout.review.progress import Progress, read, said


def test_what_is_said_last_is_what_is_read(tmp_path: Path) -> None:
    file = tmp_path / "progress"
    file.touch()
    said(str(file), "reading a long name of a document", 0, 3)
    said(str(file), "checking", 2, 3)
    assert read(str(file)) == Progress("checking", 2, 3)


def test_nothing_is_said_where_there_is_no_file(tmp_path: Path) -> None:
    said("", "reading", 0, 1)
    said(str(tmp_path / "gone"), "reading", 0, 1)
    assert read(str(tmp_path / "gone")) == Progress()
    (tmp_path / "half").write_bytes(b'{"step": "rea')
    assert read(str(tmp_path / "half")) == Progress()
