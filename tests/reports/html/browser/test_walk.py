"""A reader walks the workpaper: by keys, to operands and back, by filter, search and rule."""

from collections.abc import Callable
from typing import Any

from tieout.model.workpaper import Workpaper

Open = Callable[..., Any]


def test_the_28_percent_is_followed_to_its_operands_and_back(
    opened: Open, capstone: Workpaper
) -> None:
    with opened(capstone) as reader:
        page, subject = reader.page, reader.id_of("28%")
        reader.at("28%").click()
        working = page.locator("#working")
        assert "28.57%" in working.inner_text()
        assert "= $7,219 / ($12,834 \u2212 $7,219) \u2212 1" in working.inner_text()
        operand = working.locator(".operands a", has_text="12,834").first
        place = operand.get_attribute("href")[1:]
        operand.click()
        assert reader.is_in_sight(place)
        assert "flash" in page.locator(f"#{place}").get_attribute("class")
        assert working.locator("h2").inner_text() == "28%"
        reader.key("b")
        assert reader.is_in_sight(subject)
        page.go_forward()
        assert reader.is_in_sight(place)
        page.go_back()
        assert reader.is_in_sight(subject)
        assert reader.said == reader.asked == []


def test_findings_and_leads_are_walked_by_keys(opened: Open, altered: Workpaper) -> None:
    told = [check.subject.figure for check in altered.findings if check.subject.document == 0]
    assert told
    with opened(altered) as reader:
        page = reader.page
        walked = page.evaluate(
            "[...document.querySelectorAll('.findings [id^=w], .leads [id^=w]')].map(e => e.id)"
        )
        assert set(walked) >= {f"w{figure}" for figure in told}
        for entry in walked:
            reader.key("n")
            assert reader.is_in_sight(f"f{entry[1:]}")
            assert page.evaluate("document.activeElement.id") == f"f{entry[1:]}"
        reader.key("p")
        reader.key("Enter")
        assert page.evaluate("document.activeElement.id") == "working"
        assert "Believed because" in page.locator("#working").inner_text()
        reader.key("Escape")
        assert page.evaluate("document.activeElement.id").startswith("f")
        page.locator(".keys summary").click()
        page.locator("#keys").uncheck()
        before = page.url
        reader.key("n")
        assert page.url == before


def test_pointing_and_focus_show_the_working(opened: Open, capstone: Workpaper) -> None:
    with opened(capstone) as reader:
        page, working = reader.page, reader.page.locator("#working h2")
        reader.at("12,834").scroll_into_view_if_needed()
        reader.at("12,834").hover()
        working.wait_for()
        assert working.inner_text() == "12,834"
        assert "Tested against it" in page.locator("#working").inner_text()
        page.mouse.move(5, 5)
        working.wait_for(state="hidden")
        reader.at("12,834").focus()
        reader.key("Shift+Tab")
        reader.key("Tab")
        assert working.inner_text() == "12,834"


def test_a_rule_is_read_in_full_where_it_was_applied(opened: Open, capstone: Workpaper) -> None:
    with opened(capstone) as reader:
        reader.at("28%").click()
        rule = reader.page.locator("#working details.by").first
        rule.locator("summary").click()
        rule.locator(".page").wait_for()
        for heading in ("Procedure", "Why it matters", "When it is wrong", "References"):
            assert heading in rule.inner_text()


def test_figures_are_filtered_by_outcome_rule_and_section(
    opened: Open, capstone: Workpaper
) -> None:
    with opened(capstone) as reader:
        page, count = reader.page, reader.page.locator(".count")
        page.locator("label[for=only-not-tested]").click()
        untested = capstone.coverage["not-tested"]
        assert count.inner_text() == f"{untested} figures"
        assert page.locator("#document a:not(.off)").count() == untested
        reader.key("n")
        assert count.inner_text() == f"1 of {untested}"
        page.locator("label[for=only-all]").click()
        page.select_option("#rule", "RX003")
        assert "28%" in page.locator("#document a:not(.off)").all_text_contents()
        page.select_option("#rule", "")
        page.select_option("#part", label="CONDENSED CONSOLIDATED BALANCE SHEETS")
        shown = page.locator("#document a:not(.off)").all_text_contents()
        assert "81,769" in shown
        assert "28%" not in shown
        page.select_option("#part", "")
        assert count.inner_text() == ""
        assert page.locator("#document .off").count() == 0


def test_figures_and_captions_are_searched(opened: Open, capstone: Workpaper) -> None:
    with opened(capstone) as reader:
        page = reader.page
        reader.key("/")
        page.keyboard.type("cost of goods")
        assert "7,975" in page.locator("#found").inner_text()
        reader.key("ControlOrMeta+a")
        page.keyboard.type("12834")
        reader.key("Enter")
        assert page.locator("#working h2").inner_text() == "12,834"
        assert reader.is_in_sight(reader.id_of("12,834"))
        reader.key("/")
        page.keyboard.type("xyzzy")
        assert "Nothing has" in page.locator("#found").inner_text()
        reader.key("Escape")
        assert page.locator("#found").is_hidden()


def test_a_tie_across_filings_stands_side_by_side(opened: Open, capstone: Workpaper) -> None:
    tie = next(one for one in capstone.checks if one.rule == "TI003" and one.subject.document == 0)
    subject, other = f"f{tie.subject.figure}", tie.operands[0].ref
    with opened(capstone) as reader:
        page, place = reader.page, f"d{other.document}f{other.figure}"
        page.locator(f"#{subject}").click()
        page.locator(f"#working .operands a[href='#{place}']").click()
        assert reader.is_in_sight(place)
        assert reader.is_in_sight(subject)
        left, right = (page.locator(f"#{one}").bounding_box() for one in (subject, place))
        assert left["x"] < 700 < right["x"]
        reader.key("Escape", "Escape")
        assert page.locator(".other").is_hidden()


def test_it_reads_without_a_script(opened: Open, altered: Workpaper) -> None:
    with opened(altered, java_script_enabled=False) as reader:
        page = reader.page
        assert "81,796" in page.locator(".findings").inner_text()
        assert page.locator(".controls").is_hidden()
        page.locator(".findings .at a").first.click()
        assert page.url.endswith(f"#f{altered.findings[0].subject.figure}")
        page.locator(".untested > summary").click()
        page.locator(".untested > details > summary").first.click()
        assert page.locator(".untested li").first.is_visible()
        page.locator("#document a:not([class])").last.click()
        assert page.locator(f"[id='{page.url.rpartition('#')[2]}']").is_visible()
