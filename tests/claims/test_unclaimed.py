"""Figures of prose that claim nothing are excluded, with the reason."""

from tieout.claims.unclaimed import unclaimed
from tieout.engine import read


def reasons(text: str) -> dict[str, str]:
    release = read("acme.txt", text.encode())
    figures = release.document.figures
    return {figures[number].text: why for number, why in unclaimed(release).items()}


def test_a_number_alone_in_its_block_is_a_page_s() -> None:
    text = "Revenue was $7.2 million in the quarter ended June 30, 2007.\n\n17\n\nOutlook\n\nMore."
    assert reasons(text) == {"17": "a page's number"}


def test_a_claim_is_never_excluded() -> None:
    text = "Acme Reports\n\nRevenue in the quarter ended June 30, 2007 was (12) thousand dollars.\n"
    release = read("acme.txt", text.encode())
    assert not {claim.figure for claim in release.claims} & set(unclaimed(release))


def test_a_mark_in_front_of_a_note_is_excluded_and_a_cell_is_not() -> None:
    page = (
        "<table><tr><td>Cash</td><td>4</td><td>9</td></tr><tr><td>Debt</td><td>5</td><td>8</td></tr>"
        "<tr><td>2</td><td>Elimination of net proceeds and payments to partners</td></tr></table>"
    )
    release = read("page.htm", page.encode())
    figures = release.document.figures
    assert [figures[number].text for number in unclaimed(release)] == ["2"]
