"""The extension taxonomy of a release: its elements, labels, order and calculations, as XML.

The declarations of official elements are those that a report of this release needs, in the
official namespace, so that the report validates without a network; they add nothing to the
official ones.
"""

from collections.abc import Mapping, Sequence

from tieout.model.statement import Statement
from tieout.xbrl.elements import Element, Elements
from tieout.xbrl.links import Files, calculation, heading, labels, presentation
from tieout.xbrl.network import Network
from tieout.xbrl.xml import document, tag, words

OFFICIAL = {
    "us-gaap": "http://fasb.org/us-gaap/2024",
    "ifrs-full": "https://xbrl.ifrs.org/taxonomy/2024-03-27/ifrs-full",
}
"""The namespaces of the official taxonomies."""

_PREFIXES = {
    "xmlns:xsd": "http://www.w3.org/2001/XMLSchema",
    "xmlns:xbrli": "http://www.xbrl.org/2003/instance",
    "xmlns:link": "http://www.xbrl.org/2003/linkbase",
    "xmlns:xlink": "http://www.w3.org/1999/xlink",
    "xmlns:xbrldt": "http://xbrl.org/2005/xbrldt",
    "xmlns:num": "http://www.xbrl.org/dtr/type/numeric",
}
_IMPORTS = {
    _PREFIXES["xmlns:xbrli"]: "http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd",
    _PREFIXES["xmlns:xbrldt"]: "http://www.xbrl.org/2005/xbrldt-2005.xsd",
    _PREFIXES["xmlns:num"]: "http://www.xbrl.org/dtr/type/numeric-2009-12-16.xsd",
}
_TYPES = {
    "monetary": "xbrli:monetaryItemType",
    "shares": "xbrli:sharesItemType",
    "per share": "num:perShareItemType",
    "pure": "xbrli:pureItemType",
    "decimal": "xbrli:decimalItemType",
}


def taxonomy(
    files: Files,
    elements: Elements,
    network: Network,
    axes: Sequence[str],
    statements: Sequence[Statement],
) -> dict[str, bytes]:
    """The taxonomy's files by name: two schemas, and links for calculation, order and labels."""
    return {
        files.schema: _extension(files, elements, axes, statements),
        files.standard: _standard(files, elements),
        files.calculation: calculation(files, network),
        files.presentation: presentation(files, elements),
        files.labels: labels(files, elements),
    }


def schema(namespace: str, imports: Mapping[str, str], *inside: str) -> bytes:
    """A schema of a namespace that knows others by where they are."""
    told = {"targetNamespace": namespace, "elementFormDefault": "qualified"}
    known = [
        tag("xsd:import", {"namespace": uri, "schemaLocation": place})
        for uri, place in imports.items()
    ]
    notes, *declared = inside
    parts = [part for part in (notes, *known, *declared) if part]
    return document(tag("xsd:schema", _PREFIXES | told, *parts))


def _declared(element: Element) -> str:
    """The declaration of an element."""
    told = {
        "id": element.id,
        "name": element.local,
        "type": _TYPES[element.kind],
        "substitutionGroup": "xbrli:item",
        "nillable": "true",
        "xbrli:periodType": "instant" if element.instant else "duration",
    }
    return tag(
        "xsd:element", told | ({"xbrli:balance": element.balance} if element.balance else {})
    )


def _abstract(name: str) -> str:
    """The declaration of an element that only stands over others."""
    told = {
        "id": name,
        "name": name.partition("_")[2],
        "type": "xbrli:stringItemType",
        "substitutionGroup": "xbrli:item",
        "abstract": "true",
        "nillable": "true",
        "xbrli:periodType": "duration",
    }
    return tag("xsd:element", told)


def _extension(
    files: Files, elements: Elements, axes: Sequence[str], statements: Sequence[Statement]
) -> bytes:
    """The extension schema: roles, links, elements, and the axes that qualifiers lie on."""
    roles = [
        tag(
            "link:roleType",
            {"roleURI": files.role(number), "id": f"role{number + 1}"},
            words("link:definition", {}, one.title or one.kind.replace("_", " ")),
            words("link:usedOn", {}, "link:calculationLink"),
            words("link:usedOn", {}, "link:presentationLink"),
        )
        for number, one in enumerate(statements)
    ]
    links = [
        tag(
            "link:linkbaseRef",
            {
                "xlink:type": "simple",
                "xlink:href": place,
                "xlink:arcrole": "http://www.w3.org/1999/xlink/properties/linkbase",
            },
        )
        for place in (files.calculation, files.presentation, files.labels)
    ]
    notes = tag("xsd:annotation", {}, tag("xsd:appinfo", {}, *roles, *links))
    own = [_declared(one) for one in elements.declared if not one.is_standard]
    own += [_abstract(heading(number)) for number in range(len(statements))]
    own += [
        tag(
            "xsd:element",
            {
                "id": axis.replace(":", "_"),
                "name": axis.partition(":")[2],
                "type": "xbrli:stringItemType",
                "substitutionGroup": "xbrldt:dimensionItem",
                "abstract": "true",
                "xbrli:periodType": "duration",
                "xbrldt:typedDomainRef": f"{files.schema}#member",
            },
        )
        for axis in axes
    ]
    if axes:
        own.append(tag("xsd:element", {"id": "member", "name": "member", "type": "xsd:string"}))
    imports = {OFFICIAL[files.official]: files.standard, **_IMPORTS}
    return schema(files.namespace, imports, notes, *own)


def _standard(files: Files, elements: Elements) -> bytes:
    """The official elements that the report uses."""
    own = [_declared(one) for one in elements.declared if one.is_standard]
    return schema(OFFICIAL[files.official], _IMPORTS, "", *own)
