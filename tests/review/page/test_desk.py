"""Files are put where they are wanted, by picking and by dropping, and every refusal is words."""

from collections.abc import Callable
from typing import Any

from tests.review.page.conftest import draft, file, state

Open = Callable[..., Any]
DROP = """([place, names]) => {
  const held = new DataTransfer();
  for (const name of names) held.items.add(new File(["x"], name));
  for (const kind of ["dragover", "drop"]) {
    const event = new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: held });
    document.querySelector(place).dispatchEvent(event);
  }
}"""


def test_a_stranger_sees_where_to_begin(review: Open) -> None:
    with review(state(files=[file("old.txt")])) as desk:
        page = desk.page
        titles = page.locator(".zone h3").all_inner_texts()
        later = " may follow later"
        assert titles == ["Drafts", f"Prior filings{later}", f"Support{later}"]
        assert page.locator("#todo").is_hidden()
        page.get_by_label("Use old.txt as").select_option("against")
        page.locator("#news", has_text="old.txt is now used as: Prior filing.").wait_for()
        assert desk.sent == [("POST", "/roles", {"name": "old.txt", "role": "against"})]


def test_a_file_is_picked_refused_and_replaced(review: Open) -> None:
    with review(state()) as desk:
        page, given = desk.page, {"name": "a b%.txt", "mimeType": "", "buffer": b"x"}
        zone = page.locator("[data-role=draft]")
        desk.answers["/files/a%20b%25.txt"] = [
            (409, {"error": "it is there", "exists": True}),
            (413, {"error": "too large: 20 MB at most"}),
        ]
        page.set_input_files("#pick-draft", given)
        zone.get_by_role("button", name="Replace it").click()
        zone.get_by_text("too large: 20 MB at most").wait_for()
        assert "a b%.txt was refused" in page.locator("#news").inner_text()
        zone.get_by_role("button", name="Close").click()
        page.set_input_files("#pick-draft", given)
        page.locator("#news", has_text="added to: Drafts").wait_for()
        place = "/files/a%20b%25.txt?role=draft"
        assert [url for _, url, _ in desk.sent] == [place, f"{place}&replace=1", place]


def test_several_files_are_dropped_and_none_beside_the_places(review: Open) -> None:
    with review(state(draft())) as desk:
        page = desk.page
        page.evaluate(DROP, ["#strip", ["c.txt"]])
        assert "one of the three places" in page.locator("#news").inner_text()
        page.evaluate(DROP, ["[data-role=support]", ["a.csv", "b.csv"]])
        page.locator("#news", has_text="b.csv is added to: Support").wait_for()
        paths = [url for _, url, _ in desk.sent]
        assert paths == ["/files/a.csv?role=support", "/files/b.csv?role=support"]


def test_a_role_that_is_refused_goes_back(review: Open) -> None:
    with review(state(draft())) as desk:
        desk.answers["/roles"] = [(400, {"error": "40 files at most are used at once"})]
        role = desk.page.get_by_label("Use last-year.txt as")
        role.select_option("draft")
        desk.page.get_by_text("40 files at most").wait_for()
        assert role.input_value() == "against"
