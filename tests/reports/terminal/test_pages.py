"""A rule's page and the list of rules."""

from tieout.reports.terminal import pages


def test_a_page_is_read_as_markdown() -> None:
    said = pages.page("# total-does-not-foot (FT001)\n\nA *total* differs.\n", 80, colour=False)
    assert "total-does-not-foot (FT001)" in said.decode()
    assert "A total differs." in said.decode()


def test_the_list_gives_code_tick_name_and_sentence() -> None:
    said = pages.listing(
        [("FT001", "F", "total-does-not-foot", "A total differs.")], 80, colour=False
    )
    assert said.decode().splitlines()[1:3] == [
        "FT001  F     total-does-not-foot",
        "             A total differs.",
    ]
