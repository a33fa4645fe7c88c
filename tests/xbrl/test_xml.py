from xml.etree import ElementTree

from tieout.xbrl.xml import document, tag, words


def test_what_words_hold_is_never_markup() -> None:
    made = document(tag("a", {"b": '"<&'}, words("c", {}, "</c><!-- & \x00\ud800 -->")))
    root = ElementTree.fromstring(made)
    assert root.attrib == {"b": '"<&'}
    assert [child.text for child in root] == ["</c><!-- & \ufffd\ufffd -->"]


def test_an_element_of_nothing_closes_itself() -> None:
    assert tag("a", {"b": "1"}) == '<a b="1"/>'
