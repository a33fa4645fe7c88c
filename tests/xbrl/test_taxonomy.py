from collections.abc import Callable
from xml.etree import ElementTree

from tieout.model.workpaper import Release
from tieout.xbrl.elements import elements_of
from tieout.xbrl.links import Files
from tieout.xbrl.network import network_of
from tieout.xbrl.taxonomy import OFFICIAL, taxonomy

Reader = Callable[..., Release]
XSD = "{http://www.w3.org/2001/XMLSchema}"


def files_of(made: Release) -> dict[str, bytes]:
    elements = elements_of(made)
    return taxonomy(
        Files("q2", "urn:tieout:example:20070930"),
        elements,
        network_of(made, elements),
        ["ext:SegmentAxis"],
        made.statements,
    )


def test_official_elements_are_declared_apart_from_our_own(release: Reader) -> None:
    made = files_of(release())
    official = ElementTree.fromstring(made["q2-us-gaap.xsd"])
    assert official.attrib["targetNamespace"] == OFFICIAL["us-gaap"]
    names = {one.attrib["name"] for one in official.iter(f"{XSD}element")}
    assert {"Revenues", "GrossProfit", "Assets"} <= names
    own = ElementTree.fromstring(made["q2.xsd"])
    assert names.isdisjoint(one.attrib["name"] for one in own.iter(f"{XSD}element"))


def test_a_qualifier_lies_on_an_axis_whose_members_are_words(release: Reader) -> None:
    schema = files_of(release())["q2.xsd"].decode()
    assert 'name="SegmentAxis"' in schema
    assert 'xbrldt:typedDomainRef="q2.xsd#member"' in schema


def test_the_extension_knows_its_links_and_the_roles_of_every_statement(release: Reader) -> None:
    schema = files_of(release())["q2.xsd"].decode()
    for told in ("q2-cal.xml", "q2-pre.xml", "q2-lab.xml", "role:1", "role:2", "BALANCE SHEET"):
        assert told in schema
