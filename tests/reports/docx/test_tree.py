"""A part of a Word document changed, and otherwise written as it was read."""

import pytest

from tieout.errors import Unreadable
from tieout.reports.docx.tree import Node, parsed

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
BODY = (
    f'<w:document xmlns:w="{W}" xmlns:mc="urn:mc" xmlns:w14="urn:14" mc:Ignorable="w14">\n'
    ' <w:p w14:id="7"><w:r><w:t xml:space="preserve"> 5 &lt; 7 &amp; &#13;</w:t></w:r> and</w:p>'
    '<a:x xmlns:a="urn:a" b="&quot;1&#10;2"/><p xmlns="urn:bare" c="d"/></w:document>'
)


def one(root: Node, name: str) -> Node:
    (found,) = root.every(f"{{{W}}}{name}")
    return found


def test_what_is_not_changed_is_written_as_it_was() -> None:
    assert parsed(BODY, "x").written().decode() == HEAD + BODY
    assert parsed(BODY.encode("utf-16"), "x").written().decode() == HEAD + BODY


def test_names_are_those_of_their_namespaces() -> None:
    root = parsed(BODY, "x")
    assert root.tag == f"{{{W}}}document"
    assert dict(root.items()) == {"{urn:mc}Ignorable": "w14"}
    *_, foreign, bare = root
    assert (foreign.tag, dict(foreign.items())) == ("{urn:a}x", {"b": '"1\n2'})
    assert (bare.tag, dict(bare.items())) == ("{urn:bare}p", {"c": "d"})


def test_new_elements_have_the_prefixes_around_them() -> None:
    root = parsed(BODY, "x")
    mark = root.made(f"{{{W}}}mark")
    mark.set(f"{{{W}}}id", "3")
    mark.set("plain", "<")
    one(root, "r").put_before(mark)
    assert '<w:p w14:id="7"><w:mark w:id="3" plain="&lt;"/><w:r>' in root.written().decode()
    one(root, "r").put_behind(mark)
    assert '</w:r><w:mark w:id="3" plain="&lt;"/> and</w:p>' in root.written().decode()


def test_a_copy_is_one_of_its_own() -> None:
    root = parsed(BODY, "x")
    run = one(root, "r")
    new = run.copy()
    one(new, "t").text = "8"
    run.put_behind(new)
    assert [words.text for words in root.every(f"{{{W}}}t")] == [" 5 < 7 & \r", "8"]
    assert run.behind() == (new,)
    assert new.parent is run.parent
    assert new.like().written().decode() == f"{HEAD}<w:r/>"


@pytest.mark.parametrize("raw", [b"", b"<a>", b"<a:b/>x", "<a>\ud800</a>", b"<a b='1' b='2'/>"])
def test_what_is_no_xml_is_refused(raw: bytes | str) -> None:
    with pytest.raises(Unreadable, match="'x' is no XML"):
        parsed(raw, "x")


def test_a_part_that_declares_entities_is_refused() -> None:
    raw = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16")
    with pytest.raises(Unreadable, match="declares entities"):
        parsed(raw, "x")


def test_depth_does_no_harm() -> None:
    deep = "<a>" * 20_000 + "<b>1</b>" + "</a>" * 20_000
    root = parsed(deep, "x")
    assert root.written().decode() == HEAD + deep
    assert [one.text for one in root.every("b")] == ["1"]
