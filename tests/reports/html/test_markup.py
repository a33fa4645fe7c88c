"""Words are escaped, and light markup of plain text is left out."""

import pytest

from tieout.readers import open_document
from tieout.reports.html.markup import Words, safe


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        (r"was \$7 net", "was $7 net"),
        ("was <i>about</i> 7", "was about 7"),
        ("**Revenue** of 7", "Revenue of 7"),
        ("Revenue* of 7", "Revenue* of 7"),
        ("7 < 8 & <b2b>", "7 &lt; 8 &amp; &lt;b2b&gt;"),
        ("<script>7</script>", "&lt;script&gt;7&lt;/script&gt;"),
        ("path C:\\temp 7", "path C:\\temp 7"),
    ],
)
def test_words(written: str, drawn: str) -> None:
    document = open_document("a.txt", written.encode())
    assert Words(document).between(0, len(document.text)) == drawn


def test_a_stretch_may_begin_and_end_anywhere() -> None:
    document = open_document("a.txt", rb"\$7 and <i>8</i> and 9")
    words = Words(document)
    cuts = range(0, len(document.text) + 1, 1)
    whole = words.between(0, len(document.text))
    assert whole == "$7 and 8 and 9"
    assert all(
        words.between(0, cut) + words.between(cut, len(document.text)) == whole
        for cut in cuts
        if document.text[:cut].count("<") == document.text[:cut].count(">")
        and not document.text[:cut].endswith("\\")
    )


def test_silence_is_no_letter_and_no_digit() -> None:
    words = Words(open_document("a.txt", b"7\n----- =====\n<i></i>\nx"))
    assert words.is_silent(1, 15)
    assert not words.is_silent(0, 2)


def test_safe_escapes_quotes() -> None:
    assert safe("\"'<>&") == "&quot;&#x27;&lt;&gt;&amp;"
