"""Words of the cover as facts in inline XBRL, and what stands hidden in front of them."""

from collections.abc import Iterator
from datetime import date

from tieout.compose.ascii import entities
from tieout.compose.book import Company
from tieout.compose.form_8k.cover import Word
from tieout.compose.outputs.html import broken
from tieout.patterns import pattern

DEI = "http://xbrl.sec.gov/dei/2024"
NAMESPACES = {
    "xmlns": "http://www.w3.org/1999/xhtml",
    "xmlns:dei": DEI,
    "xmlns:ix": "http://www.xbrl.org/2013/inlineXBRL",
    "xmlns:ixt": "http://www.xbrl.org/inlineXBRL/transformation/2020-02-12",
    "xmlns:link": "http://www.xbrl.org/2003/linkbase",
    "xmlns:xbrli": "http://www.xbrl.org/2003/instance",
    "xmlns:xlink": "http://www.w3.org/1999/xlink",
}
_FORMS = {
    "date": "ixt:date-monthname-day-year-en",
    "true": "ixt:fixed-true",
    "false": "ixt:fixed-false",
}
_CONTEXT = "cover"
_CIK = "http://www.sec.gov/CIK"
_REGISTRANT = "urn:tieout:registrant"
_NOT_WORDS = pattern(r"[^A-Za-z0-9]+")


class Tagged:
    """The facts of a cover, counted as they are written, those hidden kept for the header."""

    def __init__(self, company: Company, reported: date) -> None:
        """No fact but those that every form has and no cover prints."""
        self._company = company
        self._reported = reported
        self._hidden: list[str] = []
        self.elements: list[str] = []
        self._hide("AmendmentFlag", "false")
        if company.cik:
            self._hide("EntityCentralIndexKey", _cik(company))

    def words(self, word: Word) -> str:
        """A word of the cover, tagged where it states a fact."""
        words = broken(word.text)
        words = f" {words}" if word.text[:1] == " " else words
        words = f"{words} " if word.text.strip() and word.text[-1:] == " " else words
        if word.element and word.value and word.value != word.text:
            name = self._hide(word.element, word.value)
            words = f'<span style="-sec-ix-hidden: {name}">{words}</span>'
        elif word.element:
            words = self._fact(word.element, words, word.form)
        return f"<b>{words}</b>" if word.bold else words

    def header(self, schema: str) -> Iterator[str]:
        """The header: hidden facts, the schema, and the one context, the day reported."""
        if self._company.cik:
            scheme, who = _CIK, _cik(self._company)
        else:
            who = _NOT_WORDS.sub("-", self._company.name).strip("-") or "unknown"
            scheme = _REGISTRANT
        yield '<div style="display: none">'
        yield "<ix:header>"
        yield "<ix:hidden>"
        yield from self._hidden
        yield "</ix:hidden>"
        yield "<ix:references>"
        yield f'<link:schemaRef xlink:type="simple" xlink:href="{entities(schema)}"/>'
        yield "</ix:references>"
        yield "<ix:resources>"
        yield f'<xbrli:context id="{_CONTEXT}">'
        yield f'<xbrli:entity><xbrli:identifier scheme="{scheme}">{who}</xbrli:identifier>'
        yield "</xbrli:entity>"
        yield f"<xbrli:period><xbrli:startDate>{self._reported}</xbrli:startDate>"
        yield f"<xbrli:endDate>{self._reported}</xbrli:endDate></xbrli:period>"
        yield "</xbrli:context>"
        yield "</ix:resources>"
        yield "</ix:header>"
        yield "</div>"

    def _hide(self, element: str, value: str) -> str:
        """A fact that no reader of the page sees; its id."""
        self._hidden.append(self._fact(element, entities(value), ""))
        return f"dei-{len(self.elements)}"

    def _fact(self, element: str, words: str, form: str) -> str:
        """A fact and its words."""
        self.elements.append(element)
        turned = f' format="{_FORMS[form]}"' if form else ""
        told = f'name="dei:{element}" contextRef="{_CONTEXT}" id="dei-{len(self.elements)}"{turned}'
        return f"<ix:nonNumeric {told}>{words}</ix:nonNumeric>"


def _cik(company: Company) -> str:
    """The registrant's number in ten digits."""
    return _NOT_WORDS.sub("", company.cik).zfill(10)
