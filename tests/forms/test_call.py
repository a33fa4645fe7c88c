from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tieout.forms import recognise
from tieout.forms.call import conference_call, contacts, safe_harbor, sections
from tieout.forms.dates import weekdays
from tieout.forms.lines import Line
from tieout.model.document import Document
from tieout.readers import open_document

Opened = Callable[[str], tuple[Document, list[Line]]]

RELEASED = date(2007, 11, 8)


@pytest.mark.parametrize(
    ("text", "starts", "zone", "days"),
    [
        ("The Company will host a conference call today, Thursday, November 8, at 1:45 p.m. Pacific"
         " Time. A replay of the webcast will be available for 90 days.",
         "2007-11-08T13:45", "Pacific", 90),
        ("A conference call will be held at 8:30 a.m. ET on November 9, 2007. The replay is"
         " available for two weeks.",
         "2007-11-09T08:30", "Eastern", 14),
        ("We will webcast our call today at 5:00 p.m. (Eastern Time).",
         "2007-11-08T17:00", "Eastern", None),
    ],
)  # fmt: skip
def test_when_the_call_is(
    opened: Opened, text: str, starts: str, zone: str, days: int | None
) -> None:
    document, _ = opened(text + "\n")
    call = conference_call(document, 0, RELEASED, weekdays(document, RELEASED))
    assert call is not None
    assert (call.starts, call.time_zone, call.replay_days) == (starts, zone, days)


def test_the_weekday_of_the_call(house: Path) -> None:
    name = "capstone-fy2008q2-8k.txt"
    announcement = recognise(open_document(name, (house / "examples" / name).read_bytes()))[2]
    assert announcement is not None
    assert announcement.conference_call is not None
    assert announcement.conference_call.weekday == "Thursday"
    assert announcement.contacts == ("Alice Barsoomian, 818-407-3628",)


def test_no_time_no_call(opened: Opened) -> None:
    document, _ = opened("A conference call is planned for 2008.\n")
    assert conference_call(document, 0, RELEASED, ()) is None


def test_contacts_are_the_lines_that_say_how_to_reach_somebody(opened: Opened) -> None:
    document, _ = opened(
        "Revenue was 12.\n\nContact:\nJane Doe\n(301) 968-9300\njane@acme.com\n\nThe end.\n"
    )
    assert contacts(document, 0) == ("(301) 968-9300", "jane@acme.com")


def test_caution_is_told_by_its_words_or_its_heading(opened: Opened) -> None:
    document, _ = opened(
        "Revenue was 12 in all.\n\nSafe Harbor Statement\n\nActual results may differ from 2008"
        " plans.\n\nThis release holds forward-looking statements.\n"
    )
    assert [span.of(document.text)[:6] for span in safe_harbor(document, 0)] == ["Actual", "This r"]


def test_sections_run_to_the_next_heading(opened: Opened) -> None:
    document, _ = opened("Summary\n\nRevenue was 12.\n\nOutlook\n\nMore of it in 2008.\n")
    first, second = sections(document, 0, len(document.text))
    assert (first.title, second.title) == ("Summary", "Outlook")
    assert document.text[first.start : first.end].strip() == "Revenue was 12."
    assert sections(document, len(document.text), len(document.text)) == ()
