"""The Form 8-K as a page of EDGAR HTML with its cover in inline XBRL, and the schema of it."""

from collections.abc import Iterable, Iterator

from tieout.compose.blocks import PageBreak
from tieout.compose.book import Company, Form
from tieout.compose.form_8k.body import body_blocks
from tieout.compose.form_8k.cover import Beside, Part, Stack, cover
from tieout.compose.form_8k.tagged import DEI, NAMESPACES, Tagged
from tieout.compose.outputs.html import PAGE, body, filled, one_line, paragraph
from tieout.xbrl.taxonomy import schema
from tieout.xbrl.xml import tag

_INSTANCE = {
    "http://www.xbrl.org/2003/instance": "http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"
}
_TYPES = {
    "AmendmentFlag": "boolean",
    "DocumentPeriodEndDate": "date",
    "EntityEmergingGrowthCompany": "boolean",
    "PreCommencementIssuerTenderOffer": "boolean",
    "PreCommencementTenderOffer": "boolean",
    "SolicitingMaterial": "boolean",
    "WrittenCommunications": "boolean",
}


def page(company: Company, form: Form, schema_file: str) -> tuple[bytes, bytes]:
    """The page, and the schema of the elements it uses, which it knows by that file's name.

    The schema declares in the official namespace what the page needs, so that it loads without a
    network; it adds nothing to the official one.
    """
    tagged = Tagged(company, form.date_of_report)
    front = list(_cover(cover(company, form), tagged))
    named = " ".join(f'{name}="{uri}"' for name, uri in NAMESPACES.items())
    lines = [
        '<?xml version="1.0" encoding="ASCII"?>',
        *filled(f"<html {named}>"),
        "<head>",
        *filled(f"<title>{one_line(f'{company.name} - Form 8-K')}</title>"),
        "</head>",
        f'<body style="{PAGE}">',
        *tagged.header(schema_file),
        *front,
        *body((PageBreak(),)),
        *body(body_blocks(company, form)),
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode("ascii"), _schema(tagged.elements)


def _cover(parts: Iterable[Part], tagged: Tagged) -> Iterator[str]:
    """The cover's lines."""
    for part in parts:
        if isinstance(part, Beside):
            yield '<table style="width: 100%; margin-bottom: 10pt; font-size: 10pt">'
            yield '<tr style="vertical-align: top">'
            share = 100 // len(part.stacks)
            for stack in part.stacks:
                cell = f"width: {share}%; text-align: center"
                yield from filled(f'<td style="{cell}">{_lines(stack, tagged)}</td>')
            yield "</tr>"
            yield "</table>"
        elif part.is_title:
            style = "font-size: 14pt; text-align: center; margin: 10pt 0pt"
            yield from filled(f'<h1 style="{style}">{_lines(part, tagged)}</h1>')
        else:
            align = "center" if part.is_centred else "left"
            yield from filled(paragraph(_lines(part, tagged), align))


def _lines(stack: Stack, tagged: Tagged) -> str:
    """The lines of a stack."""
    return "<br/>".join("".join(tagged.words(word) for word in line) for line in stack.lines)


def _schema(elements: Iterable[str]) -> bytes:
    """The declarations of the elements that a cover uses."""
    declared = [
        tag(
            "xsd:element",
            {
                "id": f"dei_{name}",
                "name": name,
                "type": f"xbrli:{_TYPES.get(name, 'string')}ItemType",
                "substitutionGroup": "xbrli:item",
                "nillable": "true",
                "xbrli:periodType": "duration",
            },
        )
        for name in sorted(set(elements))
    ]
    return schema(DEI, _INSTANCE, "", *declared)
