"""The nouns of a book."""

from msgspec.structs import replace

from tieout.compose.book import Statement


def test_figures_of_prose_alone_are_no_printed_statement() -> None:
    sheet = Statement(kind="balance_sheet", titles=(), columns=(), lines=())
    assert sheet.is_printed
    assert not replace(sheet, kind="figures").is_printed
