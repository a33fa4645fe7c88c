from pathlib import Path

from tieout.review.watched import Watched


def looks(watched: Watched, number: int) -> list[str]:
    """What so many looks, one behind the other, find."""
    return [name for _ in range(number) for name in watched.saved()]


def test_a_saved_file_is_found_once_and_only_when_it_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "draft.txt"
    file.write_text("a")
    watched = Watched([str(file)])
    assert looks(watched, 3) == []
    file.write_text("ab")
    assert watched.saved() == []
    file.write_text("abc")  # still being saved
    assert watched.saved() == []
    assert looks(watched, 5) == [str(file)]


def test_a_file_that_an_editor_puts_a_new_one_in_place_of_is_saved_once(tmp_path: Path) -> None:
    file = tmp_path / "draft.docx"
    file.write_text("a")
    watched = Watched([str(file)])
    file.unlink()
    assert looks(watched, 3) == []
    file.write_text("b")
    assert looks(watched, 5) == [str(file)]


def test_a_file_that_stays_away_is_said_in_the_end(tmp_path: Path) -> None:
    file = tmp_path / "draft.txt"
    file.write_text("a")
    watched = Watched([str(file)])
    file.unlink()
    assert looks(watched, 30) == [str(file)]


def test_files_may_be_others_from_look_to_look(tmp_path: Path) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text("a")
    other.write_text("a")
    watched = Watched([str(one)])
    found = [name for _ in range(3) for name in watched.saved([str(other)])]
    assert found == [str(other)]
    one.write_text("ab")
    assert [name for _ in range(3) for name in watched.saved([str(other)])] == []


def test_a_file_that_may_be_read_now_is_another_one(tmp_path: Path) -> None:
    file = tmp_path / "draft.txt"
    file.write_text("a")
    watched = Watched([str(file)])
    file.chmod(0o600)
    assert looks(watched, 3) == [str(file)]
