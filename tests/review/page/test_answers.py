"""A person answers for findings, leads and figures; what was typed outlasts a new state."""

from collections.abc import Callable
from typing import Any

from tests.review.page.conftest import bare, draft, finding, said, state

Open = Callable[..., Any]
CHANGES: dict[str, Any] = {"at": "21:03:59", "summary": "1 figure changed", "findings": ""} | {
    key: [] for key in ("fixed", "broken", "added", "removed", "lost")
}


def test_a_finding_is_shown_and_accepted_by_keys(review: Open) -> None:
    with review(state(draft())) as desk:
        page, frame = desk.page, desk.frame
        page.locator(".card.finding .show").first.focus()
        desk.key("Enter")
        frame.wait_for_function("shown.includes('f117')")
        assert "Revenue: reported 104" in desk.focus()
        desk.key("Tab", "Tab", "Enter")
        form = page.locator(".finding form")
        desk.key("Tab", "Enter")
        assert "State a reason" in form.inner_text()
        assert desk.focus().endswith("-words")
        page.keyboard.type("rounded by the registrar")
        desk.key("Tab", "Enter")
        assert "Give your initials" in form.inner_text()
        desk.answers["/say"] = [(409, {"error": "it was saved since: decide again"}), (204, None)]
        page.keyboard.type("AB")
        desk.key("Enter")
        form.get_by_text("it was saved since").wait_for()
        assert page.locator("textarea").input_value() == "rounded by the registrar"
        desk.key("Control+Enter")
        page.locator(".finding", has_text="Saved. Checking again").wait_for()
        assert desk.sent[-1][2] == {
            "draft": "release.txt", "checked": 1, "what": "accept", "check": 17,
            "words": "rounded by the registrar", "by": "AB", "file": "",
        }  # fmt: skip
        page.reload()
        page.get_by_role("button", name="Dismiss: Treasury stock").click()
        assert page.locator(".lead .by").input_value() == "AB"
        desk.key("Escape")
        assert "Dismiss" in page.evaluate("document.activeElement.textContent")


def test_words_and_focus_outlast_a_new_state(review: Open) -> None:
    with review(state(draft())) as desk:
        page = desk.page
        page.locator(".finding button", has_text="Accept").click()
        page.keyboard.type("half a wo")
        new = finding(3, "55", sentence="Inventories: reported 55")
        same = finding(21, "104", where="line 30 \u00b7 Revenue")
        again = draft(findings=[new, same], sha256="b" * 64)
        moved = {"changed": [{"was": "5", "now": "55", "where": "line 3", "figure": 103}]}
        desk.push(checked=2, drafts=[again | {"changes": CHANGES | moved}])
        desk.push(busy={"step": "", "done": 0, "of": 1, "seconds": 0})
        page.keyboard.type("rd")
        assert page.locator("textarea").input_value() == "half a word"
        assert "1 finding is new" in page.locator("#news").inner_text()
        assert page.locator(".card.finding h3").first.inner_text().endswith("reported 55")
        desk.frame.wait_for_function("shown.includes('f103')")
        assert desk.focus().endswith("-words")
        page.locator(".by").fill("AB")
        desk.key("Enter")
        page.locator(".finding", has_text="Saved").wait_for()
        assert (desk.sent[-1][2]["check"], desk.sent[-1][2]["checked"]) == (21, 2)
        page.locator(".finding button", has_text="Accept").click()
        page.keyboard.type("no more")
        desk.push(checked=3, drafts=[draft(findings=[same], sha256="c" * 64)])
        assert "no more" in page.locator(".orphan").inner_text()
        assert desk.focus() != ""


def test_a_figure_chosen_in_the_workpaper_is_ticked(review: Open) -> None:
    with review(state(draft())) as desk:
        page, frame = desk.page, desk.frame
        for wrong in ("1.5", "'31'", "-1", "null"):
            frame.evaluate(f"parent.postMessage({{ tieout: 'figure', figure: {wrong} }}, '*')")
        page.evaluate("postMessage({ tieout: 'figure', figure: 31 }, '*')")
        frame.evaluate("parent.postMessage({ tieout: 'figure', figure: 12 }, '*')")
        page.locator(".chosen", has_text="needs nothing from you").wait_for()
        frame.evaluate("parent.postMessage({ tieout: 'figure', figure: 31 }, '*')")
        page.locator(".chosen").get_by_role("button", name="Tick: 31").click()
        page.locator(".chosen textarea").fill("backlog schedule, row 14")
        page.locator(".chosen select").select_option("books.xlsx")
        page.locator(".chosen .by").fill("AB")
        desk.key("Enter")
        page.locator(".chosen", has_text="Saved").wait_for()
        told = desk.sent[-1][2]
        assert (told["what"], told["figure"], told["file"]) == ("tick", 31, "books.xlsx")


def test_what_has_lapsed_stands_first_and_is_decided_again(review: Open) -> None:
    gone = said(1, "unmatched", said="ticked", rule="", reported="7.2 million")
    lapsed = [said(0, "lapsed", figure=117), gone, said(2, "holds", words="fine")]
    with review(state(draft(said=lapsed))) as desk:
        page = desk.page
        first = page.locator("#todo > *").first
        assert "2 sign-offs lapsed" in first.inner_text()
        assert "the figure was 104 and is 103" in first.inner_text()
        first.get_by_role("button", name="Take back: Ticked by hand").click()
        first.get_by_role("button", name="Accept again").click()
        assert page.locator(".finding textarea").input_value() == "par value, rounded down"
        assert desk.sent[0][2]["what"] == "undo"
        assert desk.sent[0][2]["entry"] == 1


def test_two_thousand_figures_are_drawn_as_they_are_wanted(review: Open) -> None:
    figures = [bare(number) for number in range(2000)]
    many = draft(untested=[{"reason": "it stands alone", "figures": figures}], more=7)
    with review(state(many)) as desk:
        page = desk.page
        assert page.locator(".figure").count() == 40
        page.get_by_role("button", name="Show 100 more figures").click()
        assert page.locator(".figure").count() == 140
        page.get_by_label("Search the figures").fill("1,999 backlog")
        assert page.locator(".figure").count() == 1
        page.get_by_role("button", name="Tick: 1,999").click()
        assert page.locator(".figure textarea").is_visible()
        page.get_by_label("Search the figures").fill("xyzzy")
        assert "Nothing has these words" in page.locator("#todo").inner_text()


def test_a_form_is_of_one_draft(review: Open) -> None:
    with review(state(draft(), draft(name="slides.txt", sha256="b" * 64))) as desk:
        page = desk.page
        page.locator(".finding button", has_text="Accept").click()
        page.keyboard.type("for the release")
        page.get_by_role("tab", name="slides.txt").click()
        assert page.locator(".finding form").count() == 0
        page.get_by_role("tab", name="release.txt").click()
        assert page.locator(".finding textarea").input_value() == "for the release"
