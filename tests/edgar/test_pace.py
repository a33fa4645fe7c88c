"""Turns: how many fit into a second, and what a pause, a dead process and a clock do to that."""

import time
from pathlib import Path

import msgspec
import pytest

from tieout.edgar.pace import Pace
from tieout.errors import Misuse


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands still but for what is slept."""
    now = [1_000_000.0]
    monkeypatch.setattr(time, "time", lambda: now[0])
    monkeypatch.setattr(time, "sleep", lambda seconds: now.__setitem__(0, now[0] + seconds))
    return now


def test_so_many_fit_into_a_second_and_not_one_more(tmp_path: Path, clock: list[float]) -> None:
    starts = []
    paces = [Pace(tmp_path / "count", most=3), Pace(tmp_path / "count", most=3)]
    for number in range(8):
        with paces[number % 2].turn():
            starts.append(clock[0] - 1_000_000)
    assert [round(one, 3) for one in starts] == [0, 0, 0, 1, 1, 1, 2, 2]


def test_a_request_counts_until_a_second_after_its_answer(
    tmp_path: Path, clock: list[float]
) -> None:
    pace = Pace(tmp_path / "count", most=1)
    with pace.turn():
        clock[0] += 5
    with pace.turn():
        assert clock[0] == pytest.approx(1_000_006)


def test_a_request_under_way_holds_its_place(
    tmp_path: Path, clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "sleep", lambda _: clock.__setitem__(0, clock[0] + 1))
    pace = Pace(tmp_path / "count", most=1)
    with pace.turn():
        begun = clock[0]
        with Pace(tmp_path / "count", most=1).turn():  # as if the first had died
            assert 59 < clock[0] - begun < 61


def test_a_pause_is_everybodys(tmp_path: Path, clock: list[float]) -> None:
    Pace(tmp_path / "count", most=3).hold(60)
    Pace(tmp_path / "count", most=3).hold(5)
    with Pace(tmp_path / "count", most=3).turn():
        assert clock[0] == pytest.approx(1_000_060)


def test_a_clock_set_back_holds_nobody_up(tmp_path: Path, clock: list[float]) -> None:
    pace = Pace(tmp_path / "count", most=1)
    with pace.turn():
        pass
    clock[0] -= 10_000
    with pace.turn():
        assert clock[0] <= 1_000_000 - 10_000 + 1.1


@pytest.mark.parametrize("raw", [b"\0" * 40, b"{", b"[[[[", b'{"sent":[{"by":1}]}'])
def test_what_cannot_be_read_is_a_second_of_silence(
    raw: bytes, tmp_path: Path, clock: list[float]
) -> None:
    (tmp_path / "count").write_bytes(raw)
    with Pace(tmp_path / "count", most=3).turn():
        assert clock[0] == pytest.approx(1_000_001)
    assert len(msgspec.json.decode((tmp_path / "count").read_bytes())["sent"]) == 1


def test_a_count_that_cannot_be_kept_is_a_sentence(tmp_path: Path) -> None:
    pace = Pace(tmp_path, most=3)
    with pytest.raises(Misuse, match="where requests to EDGAR are counted"), pace.turn():
        pass
