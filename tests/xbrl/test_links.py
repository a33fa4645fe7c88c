from collections.abc import Callable
from xml.etree import ElementTree

from tieout.model.workpaper import Release
from tieout.xbrl.elements import elements_of
from tieout.xbrl.links import SUMMATION, Files, calculation, labels, presentation
from tieout.xbrl.network import network_of

Reader = Callable[..., Release]
FILES = Files("q2", "urn:tieout:example:20070930")
LINK = "{http://www.xbrl.org/2003/linkbase}"
XLINK = "{http://www.w3.org/1999/xlink}"


def test_a_relation_is_arcs_of_calculations_1_1(release: Reader) -> None:
    made = release()
    base = ElementTree.fromstring(calculation(FILES, network_of(made, elements_of(made))))
    arcs = [
        (arc.attrib[f"{XLINK}to"], arc.attrib["weight"])
        for arc in base.iter(f"{LINK}calculationArc")
        if arc.attrib[f"{XLINK}from"] == "us-gaap_GrossProfit"
    ]
    assert arcs == [("us-gaap_Revenues", "1"), ("us-gaap_CostOfRevenue", "-1")] or arcs == [
        ("us-gaap_Revenues", "1"),
        ("us-gaap_CostOfGoodsAndServicesSold", "-1"),
    ]
    assert {arc.attrib[f"{XLINK}arcrole"] for arc in base.iter(f"{LINK}calculationArc")} == {
        SUMMATION
    }


def test_lines_stand_under_their_statement_in_printed_order(release: Reader) -> None:
    base = ElementTree.fromstring(presentation(FILES, elements_of(release())))
    first = next(base.iter(f"{LINK}presentationLink"))
    arcs = list(first.iter(f"{LINK}presentationArc"))
    assert {arc.attrib[f"{XLINK}from"] for arc in arcs} == {"ext_Statement1Abstract"}
    assert [arc.attrib["order"] for arc in arcs] == [str(n + 1) for n in range(len(arcs))]
    assert arcs[0].attrib[f"{XLINK}to"] == "us-gaap_Revenues"


def test_an_element_is_called_as_its_caption_says(release: Reader) -> None:
    told = labels(FILES, elements_of(release())).decode()
    assert ">Total operating expenses</link:label>" in told
