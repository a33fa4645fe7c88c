"""Words are told from the codes of shapes."""

import pytest

from tieout.readers.legible import is_coded, is_markup

WORDS = "Net income was $5,130 million, an increase of 24% (see note /g). "


def test_words_and_tables_of_figures_are_no_codes() -> None:
    assert not is_coded(WORDS * 50)
    assert not is_coded("1,234\t(567)\t8,901\t12.5%\n" * 500)
    assert not is_coded("XYZ CDR TNK\n" * 20)  # a few letters prove nothing


def test_words_in_other_letters_are_no_codes() -> None:
    assert not is_coded(
        "\u0427\u0438\u0441\u0442\u0430\u044f \u043f\u0440\u0438\u0431\u044b\u043b\u044c 5 130\n"
        * 200
    )
    assert not is_coded(
        "Zysk netto wyni\u00f3s\u0142 5 130 z\u0142otych i wzr\u00f3s\u0142 o 24%\n" * 200
    )


@pytest.mark.parametrize(
    "text",
    [
        "(cid:36)(cid:72) (cid:81) 5 " * 100,
        "/g36/g72/g81 /g3 " * 100,
        "\ue012\ue013\ue044 \ue051\ue0a1 5" * 10,
        "\ufffd\ufffd\ufffd 5" * 10,
        "qhw lqfrph zdv " * 100,  # every letter three places on
    ],
    ids=["numbered", "named", "private", "replaced", "shifted"],
)
def test_codes_of_shapes_are_told(text: str) -> None:
    assert is_coded(text)


ROW = '<tr style="height:12pt"><td colspan="2">Net income</td><td align="right">5,130</td></tr>'


@pytest.mark.parametrize(
    "text",
    [ROW, ROW.replace("<", "&lt;").replace(">", "&gt;"), "<us:Cash decimals='-3'>5</us:Cash>"],
    ids=["a page", "a page escaped", "XML"],
)
def test_a_page_that_came_out_as_its_source_is_told(text: str) -> None:
    assert is_markup(f"{text}\n" * 50)


def test_a_text_with_light_markup_is_no_source() -> None:
    assert not is_markup(WORDS * 50)
    assert not is_markup(
        "<TABLE>\n<CAPTION>\n<S>   <C>\nCash   5,130   4,890\n</TABLE>\n" + WORDS * 9
    )
    assert not is_markup("Sales rose where 5 < 6 and 7 > 6.\n" * 50)
