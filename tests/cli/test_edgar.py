"""tieout edgar, and filings named where a file could be, against a stand-in for EDGAR."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

OWN, YEAR_AGO = "0001104659-07-080000", "0001104659-06-073563"
QUARTER_BEFORE = "0001104659-07-060001"
Example = Callable[[str], str]


@pytest.fixture
def draft(example: Example, tmp_path: Path) -> str:
    """A draft, in a folder of its own."""
    path = tmp_path / "draft.txt"
    shutil.copy(example("capstone-fy2008q2-release"), path)
    return str(path)


def against(report: str) -> list[str]:
    """The documents that a report in JSON was made against."""
    return [one["name"] for one in json.loads(report)["documents"][1:]]


def test_filings_are_fetched_once_and_named(tieout: Any, stand_in: Any, tmp_path: Path) -> None:
    command = ("edgar", "get", "CPST", "--item", "2.02", "--since", "2007", "--until", "2007-08")
    answer = tieout(*command)
    assert (answer.status, answer.err) == (0, "")
    files = answer.out.splitlines()
    assert [Path(one).stem for one in files] == [
        QUARTER_BEFORE, "0001104659-07-052001", "0001104659-07-046001", "0001104659-07-008001",
    ]  # fmt: skip
    assert all(Path(one).is_relative_to(tmp_path / "archive") for one in files)
    asked = len(stand_in.asked)
    assert tieout(*command) == answer
    assert len(stand_in.asked) == asked
    assert tieout(*command, "--limit", "1").out.splitlines() == files[:1]


@pytest.mark.parametrize("name", ["CPST", "cpst", "1009759", "CIK0001009759", QUARTER_BEFORE])
def test_a_company_goes_by_any_of_its_names(name: str, tieout: Any, stand_in: Any) -> None:
    assert stand_in
    answer = tieout("edgar", "get", name, "--since", "2007-08-08", "--until", "2007-08-08")
    assert (answer.status, Path(answer.out.strip()).stem) == (0, QUARTER_BEFORE)


def test_what_is_not_there_is_said_of_each(tieout: Any, stand_in: Any) -> None:
    assert stand_in
    answer = tieout("edgar", "get", "0001104659-07-999999", QUARTER_BEFORE)
    assert answer.status == 1
    assert "0001104659-07-999999 is not in the archive: EDGAR has no filing" in answer.err
    answer = tieout("edgar", "get", "0001104659-07-999999")
    assert (answer.status, answer.out) == (2, "")
    answer = tieout("edgar", "get", "CPST", "--form", "10-K")
    assert (answer.status, "CPST has no such filing" in answer.err) == (0, True)


@pytest.mark.parametrize("day", ["2006-13", "06", "yesterday", "2006-02-30"])
def test_a_day_that_is_none_is_said_to_be(day: str, tieout: Any) -> None:
    answer = tieout("edgar", "get", "CPST", "--since", day)
    assert (answer.status, "write 2006, 2006-05 or 2006-05-31" in answer.err) == (2, True)


def test_four_processes_together_ask_no_more_than_they_may(
    stand_in: Any, stand_in_module: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TIEOUT_EDGAR_RATE")
    stand_in.limit = 10
    day = date(2007, 8, 8)
    stand_in.filings = [
        stand_in_module.of_another(
            f"{company:010}-07-{n:06}",
            day,
            "2.02",
            "Page 1\n",
            cik=company,
            company=f"CO {company}",
        )
        for company in (1, 2, 3, 4)
        for n in range(9)
    ]
    command = [sys.executable, "-m", "tieout", "edgar", "get"]
    runs = [subprocess.Popen([*command, f"{n}"], stdout=subprocess.DEVNULL) for n in (1, 2, 3, 4)]
    assert [run.wait() for run in runs] == [0, 0, 0, 0]
    assert len(stand_in.asked) == 40  # none was refused and asked again
    assert stand_in.most_in_a_second() <= 10
    assert len(list((tmp_path / "archive").rglob("*-07-*.txt"))) == 36


def test_after_a_ban_all_is_fetched(tieout: Any, stand_in: Any) -> None:
    stand_in.ban_for(0.5)
    answer = tieout("edgar", "get", "CPST", "--item", "2.02", "--limit", "3")
    assert (answer.status, len(answer.out.splitlines())) == (0, 3)
    assert "EDGAR asks for a pause (403: " in answer.err
    assert answer.err.count("\n") == 1


def test_a_damaged_file_is_found_named_and_fetched_again(tieout: Any, stand_in: Any) -> None:
    path = Path(tieout("edgar", "get", YEAR_AGO).out.strip())
    raw = path.read_bytes()
    path.chmod(0o644)
    path.write_bytes(raw.replace(b"2,946", b"2,964"))
    answer = tieout("edgar", "get", YEAR_AGO, "--offline")
    assert (answer.status, path.name in answer.err, "is damaged" in answer.err) == (2, True, True)
    answer = tieout("check", YEAR_AGO)
    assert (answer.status, path.read_bytes()) == (1, raw)
    assert f"tieout: {path} is damaged: it is not what its SHA-256 says\n" in answer.err
    assert stand_in.paths[-1].endswith(f"{YEAR_AGO}.txt")


def test_what_was_stopped_goes_on_where_it_was(tieout: Any, stand_in: Any) -> None:
    tieout("edgar", "get", "CPST", "--item", "2.02", "--limit", "2")
    stand_in.asked.clear()
    answer = tieout("edgar", "get", "CPST", "--item", "2.02", "--limit", "4")
    assert len(answer.out.splitlines()) == 4
    assert len(stand_in.asked) == 2


def test_a_killed_run_loses_nothing_and_fetches_nothing_twice(
    tieout: Any, stand_in: Any, stand_in_module: Any
) -> None:
    day = date(2007, 8, 8)
    stand_in.filings = [
        stand_in_module.of_another(f"0000000007-07-{n:06}", day, "2.02", "Page 1\n", cik=7)
        for n in range(8)
    ]
    stand_in.is_slow = True
    command = [sys.executable, "-m", "tieout", "edgar", "get", "7"]
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while len(stand_in.asked) < 5 and run.poll() is None:
        time.sleep(0.01)
    run.kill()
    run.wait()
    stand_in.is_slow = False
    answer = tieout("edgar", "get", "7")
    files = answer.out.splitlines()
    assert (answer.status, answer.err, len(files)) == (0, "", 8)
    fetched = Counter(path for path in stand_in.paths if path.endswith(".txt"))
    assert sorted(fetched.values())[:7] == [1] * 7  # and one was under way


def test_a_filing_is_checked_by_its_number(tieout: Any, stand_in: Any) -> None:
    answer = tieout("check", OWN)
    assert (answer.status, answer.err) == (
        0,
        f"tieout: EDGAR's indexes of that year are asked who filed {OWN}\n",
    )
    assert f"{OWN}-ex-99.1.txt, checked by itself" in answer.out
    assert "second quarter of fiscal 2008" in answer.out
    asked = len(stand_in.asked)
    assert tieout("check", OWN.replace("-", ""), "--offline").out == answer.out
    assert len(stand_in.asked) == asked


def test_of_several_exhibits_one_is_taken_and_said(
    tieout: Any, stand_in: Any, stand_in_module: Any
) -> None:
    end, day = date(2007, 9, 30), date(2007, 11, 20)
    documents = (
        ("8-K", stand_in_module.form(day)),
        ("EX-99.1", "Dear shareholders,\n\nThis is letter no. 7 of our series.\n"),
        ("EX-99.2", stand_in_module.release(2, 2008, end, day)),
    )
    number = "0001104659-07-090001"
    stand_in.filings.append(stand_in_module.Filed(number, day, day, ("2.02",), documents))
    tieout("edgar", "get", number)
    answer = tieout("check", number)
    assert f"{number}-ex-99.2.txt, checked by itself" in answer.out
    assert answer.err == (
        f"tieout: {number} holds EX-99.2, which is taken, and EX-99.1: "
        f"for another, write {number}:EX-99.1\n"
    )
    answer = tieout("read", f"{number}:8-K", "--format", "text")
    assert (answer.status, "FORM 8-K" in answer.out, answer.err) == (0, True, "")


def test_a_filing_has_no_folder_to_keep_things_in(
    tieout: Any, stand_in: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert stand_in
    monkeypatch.chdir(tmp_path)
    said = ("--reason", "rounded down", "--by", "AB")
    answer = tieout("accept", YEAR_AGO, "RX006", *said)
    assert (answer.status, "say where with --accepted PATH" in answer.err) == (2, True)
    answer = tieout("accept", YEAR_AGO, "RX006", *said, "--accepted", "mine.toml")
    assert (answer.status, answer.out) == (0, "RX006 104: accepted in mine.toml\n")
    assert tieout("check", YEAR_AGO, "--accepted", "mine.toml").status == 0


def test_who_gets_no_answer_does_not_ask_for_every_filing(tieout: Any, stand_in: Any) -> None:
    tieout("edgar", "get", "CPST", "--limit", "1")
    stand_in.refusals = [(400, {})] * 99
    answer = tieout("edgar", "get", "CPST")
    assert (answer.status, len(answer.out.splitlines())) == (1, 1)
    last = "tieout: EDGAR does not answer: run the command again to go on from here\n"
    assert answer.err.endswith(last)
    offline = tieout("edgar", "get", "CPST", "--offline")
    assert (offline.status, offline.out, last in offline.err) == (1, answer.out, False)


def test_a_ticker_finds_the_right_two_of_twelve(tieout: Any, stand_in: Any, draft: str) -> None:
    assert len(stand_in.filings) == 12
    answer = tieout("check", draft, "--against", "CPST", "--format", "json")
    assert answer.status == 0
    assert against(answer.out) == [f"{QUARTER_BEFORE}.txt", f"{YEAR_AGO}.txt"]
    assert answer.err == (
        f"tieout: against {QUARTER_BEFORE}, 8-K filed August 8, 2007: release of the quarter "
        "before (ended June 30, 2007)\n"
        f"tieout: against {YEAR_AGO}, 8-K filed November 9, 2006: release of the same quarter a "
        "year before (ended September 30, 2006)\n"
    )
    offline = tieout("check", draft, "--against", "1009759", "--format", "json", "--offline")
    assert offline.out == answer.out
    alone = tieout("check", draft, "--format", "json").out
    ticked = [json.loads(one)["coverage"]["agrees"] for one in (alone, answer.out)]
    assert ticked[0] < ticked[1]


def test_the_filing_itself_is_never_one_of_them(tieout: Any, stand_in: Any) -> None:
    assert stand_in
    answer = tieout("check", OWN, "--against", "CPST", "--format", "json")
    assert against(answer.out) == [f"{QUARTER_BEFORE}.txt", f"{YEAR_AGO}.txt"]


def test_a_ticker_of_another_company_is_said_to_be(
    tieout: Any, stand_in: Any, draft: str, small: Any
) -> None:
    assert stand_in
    Path(draft).write_text(small.document.text)
    answer = tieout("check", draft, "--against", "CPST")
    last = f"tieout: {Path(draft).name} is of ACME CORPORATION, and CPST is CAPSTONE TURBINE CORP\n"
    assert answer.err.casefold().count(last.casefold().rstrip()) == 1


def test_a_company_without_the_releases_is_said_to_have_none(
    tieout: Any, stand_in: Any, draft: str
) -> None:
    del stand_in.filings[:-2]
    answer = tieout("check", draft, "--against", "CPST")
    assert answer.status == 0
    assert answer.err.count("tieout: CPST has no release of the ") == 2
    assert "checked by itself" in answer.out


def test_what_is_named_twice_comes_once(tieout: Any, stand_in: Any, draft: str) -> None:
    assert stand_in
    command = ("check", draft, "--against", YEAR_AGO, "--against", "CPST", "--format", "json")
    assert against(tieout(*command).out) == [f"{YEAR_AGO}.txt", f"{QUARTER_BEFORE}.txt"]


def test_a_file_wins_over_a_ticker(
    tieout: Any, stand_in: Any, draft: str, monkeypatch: pytest.MonkeyPatch, example: Example
) -> None:
    monkeypatch.chdir(Path(draft).parent)
    shutil.copy(example("capstone-fy2007q2-8k"), "CPST")
    shutil.copy(draft, YEAR_AGO)
    answer = tieout("check", YEAR_AGO, "--against", "CPST", "--format", "json")
    assert against(answer.out) == ["CPST"]
    assert stand_in.asked == []


def test_every_command_that_is_held_against_something_takes_a_ticker(
    tieout: Any, stand_in: Any, draft: str, tmp_path: Path
) -> None:
    asked = ("--against", "CPST")
    said = ("--by", "AB", "--date", "2026-11-30")
    assert stand_in
    ticked = tieout("tick", draft, "51 countries", *asked, "--support", "x", *said)
    told = [
        ticked,
        tieout("prove", draft, *asked, "--errors", "2"),
        tieout("accept", draft, "RX999", *asked, "--reason", "x", *said),
        tieout("seal", draft, *asked, "--preparer", "Ann", "--output", str(tmp_path / "q.tieout")),
    ]
    for answer in told:
        assert answer.err.count(f"tieout: against {QUARTER_BEFORE}, 8-K filed") == 1, answer.err
        assert answer.err.count(f"tieout: against {YEAR_AGO}, 8-K filed") == 1
    assert [one.status for one in told[1::2]] == [0, 0]
    answer = tieout("verify", str(tmp_path / "q.tieout"))
    assert answer.status == 0


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("ZZZZ", "ZZZZ is no file here; as a company of EDGAR's: EDGAR lists no company with"),
        ("last.txt", "last.txt does not exist: check the spelling"),
        ("0001104659-07-999999", "EDGAR has no filing 0001104659-07-999999: check the number"),
        (f"{OWN}:EX-99.7", f"filing {OWN} has no EX-99.7: it holds 8-K, EX-99.1"),
    ],
)
def test_what_names_nothing_is_a_sentence(
    name: str, told: str, tieout: Any, stand_in: Any, draft: str
) -> None:
    assert stand_in
    answer = tieout("check", draft, "--against", name)
    assert (answer.status, answer.out) == (2, "")
    assert told in answer.err


def test_who_asks_is_asked_for(
    tieout: Any, stand_in: Any, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TIEOUT_CONTACT")
    answer = tieout("check", draft, "--against", "CPST")
    assert answer.status == 2
    assert "EDGAR answers only to who gives a name and an e-mail address" in answer.err
    assert stand_in.asked == []
    answer = tieout("check", draft, "--against", "CPST", "--contact", "Bo Roe bo@example.com")
    assert answer.status == 0
    assert {one.partition(" tieout")[0] for one in stand_in.agents} == {"Bo Roe bo@example.com"}


def test_without_the_library_the_command_to_type_is_named(
    tieout: Any, stand_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert stand_in
    monkeypatch.setitem(sys.modules, "httpx", None)
    monkeypatch.delitem(sys.modules, "tieout.edgar.web", raising=False)
    answer = tieout("check", OWN)
    assert answer.status == 2
    assert "asking EDGAR needs httpx: run " in answer.err
    assert "[edgar]" in answer.err


def test_the_feed_is_told_a_line_each_and_once(
    tieout: Any, stand_in: Any, stand_in_module: Any
) -> None:
    end, day = date(2007, 6, 30), date(2007, 8, 8)
    right = stand_in_module.release(1, 2008, end, day)
    wrong = right.replace("\t8,642\t", "\t8,462\t")
    make = stand_in_module.of_results
    stand_in.filings = [
        make("0001104659-07-060001", 1, 2008, end, day, wrong),
        make("0001104659-07-060002", 1, 2008, end, day, right, form="8-K/A"),
        stand_in_module.of_another("0001104659-07-060003", day, "8.01", "Page 1\n"),
    ]
    answer = tieout("edgar", "watch", "--once")
    first, second = answer.out.splitlines()
    assert (answer.status, answer.err) == (1, "")
    assert first.startswith("8-K   CAPSTONE TURBINE CORP: 2 differ: FT001 8,462 (expected 8,642)")
    assert first.endswith("/000110465907060001/0001104659-07-060001-index.htm")
    assert second.startswith("8-K/A CAPSTONE TURBINE CORP: Nothing differs among the ")
    assert "8,462 is now 8,642; FT001, FT002 found it in the original" in second
    answer = tieout("edgar", "watch", "--once")
    assert (answer.status, answer.out) == (0, "")


def test_the_feed_is_followed_until_it_is_stopped(stand_in: Any) -> None:
    command = [sys.executable, "-m", "tieout", "edgar", "watch", "--every", "10"]
    del stand_in.filings[1:]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        assert run.stdout.readline().startswith(b"8-K   CAPSTONE TURBINE CORP: ")
        run.send_signal(signal.SIGINT)
        assert run.wait() == 130
        assert run.stderr.read().strip() == b"tieout: interrupted"


def test_the_feed_is_followed_for_as_long_as_somebody_reads(stand_in: Any) -> None:
    assert stand_in
    command = [sys.executable, "-m", "tieout", "edgar", "watch", "--every", "10"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stdout.readline()
        run.stdout.close()
        assert run.wait() == 0


def test_offline_there_is_no_feed(tieout: Any, stand_in: Any) -> None:
    answer = tieout("edgar", "watch", "--once", "--offline")
    assert (answer.status, answer.err) == (2, "tieout: EDGAR is not asked when offline\n")
    assert stand_in.asked == []


def test_a_check_in_a_process_of_its_own_may_wait_for_edgar(
    process: Any, stand_in: Any, draft: str
) -> None:
    stand_in.is_slow = True
    done = process("check", draft, "--against", "CPST", environment=dict(os.environ))
    assert (done.returncode, b"checked" in done.stdout or b"against" in done.stdout) == (0, True)
