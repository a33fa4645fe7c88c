"""The cover page of Form 8-K: its words once, each with the fact of the registrant it states."""

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from msgspec import Struct

from tieout.compose.blocks import Align, Block, Paragraph, Run, Title
from tieout.compose.book import Company, Form
from tieout.compose.form_8k.places import address_of, exchange_code, state_code
from tieout.patterns import pattern

RULES = (
    (
        "230.425",
        "WrittenCommunications",
        "Written communications pursuant to Rule 425 under the Securities Act (17 CFR 230.425)",
    ),
    (
        "240.14a-12",
        "SolicitingMaterial",
        "Soliciting material pursuant to Rule 14a-12 under the Exchange Act (17 CFR 240.14a-12)",
    ),
    (
        "240.14d-2(b)",
        "PreCommencementTenderOffer",
        "Pre-commencement communications pursuant to Rule 14d-2(b) under the Exchange Act"
        " (17 CFR 240.14d-2(b))",
    ),
    (
        "240.13e-4(c)",
        "PreCommencementIssuerTenderOffer",
        "Pre-commencement communications pursuant to Rule 13e-4(c) under the Exchange Act"
        " (17 CFR 240.13e-4(c))",
    ),
)
"""The provisions that have a box: how the book names them, the element, the form's sentence."""

_CHECK = (
    "Check the appropriate box below if the Form 8-K filing is intended to simultaneously satisfy"
    " the filing obligation of the registrant under any of the following provisions:"
)
_EMERGING = (
    "Indicate by check mark whether the registrant is an emerging growth company as defined in"
    " Rule 405 of the Securities Act of 1933 (\u00a7230.405 of this chapter) or Rule 12b-2 of the"
    " Securities Exchange Act of 1934 (\u00a7240.12b-2 of this chapter)."
)
_TRANSITION = (
    "If an emerging growth company, indicate by check mark if the registrant has elected not to"
    " use the extended transition period for complying with any new or revised financial accounting"
    " standards provided pursuant to Section 13(a) of the Exchange Act. "
)
_TELEPHONE = pattern(r"\(?(?P<area>[0-9]{3})\)?[ .-]{0,2}(?P<local>[0-9]{3}[ .-][0-9]{4})\Z")
_EMPTY, _TICKED = "\u2610", "\u2611"


class Word(Struct, frozen=True):
    """Words of the cover; `element` is the fact they state, `value` it where they spell it else.

    `form` is how the words are turned into the value: "" as they stand, "date", "true", "false".
    """

    text: str
    element: str = ""
    value: str = ""
    form: str = ""
    bold: bool = False


Words: TypeAlias = tuple[Word, ...]


class Stack(Struct, frozen=True, tag=True):
    """Lines under one another."""

    lines: tuple[Words, ...]
    is_centred: bool = True
    is_title: bool = False


class Beside(Struct, frozen=True, tag=True):
    """Stacks beside one another, where a page has the room."""

    stacks: tuple[Stack, ...]


Part: TypeAlias = Stack | Beside


def day(told: date) -> str:
    """A date as filings print it."""
    return f"{told:%B} {told.day}, {told.year}"


def cover(company: Company, form: Form) -> Iterator[Part]:
    """The cover page, part by part."""
    yield _stack(
        "UNITED STATES", "SECURITIES AND EXCHANGE COMMISSION", "Washington, D.C. 20549", bold=True
    )
    yield Stack(((Word("FORM "), Word("8-K", "DocumentType")),), is_title=True)
    yield _stack(
        "CURRENT REPORT",
        "Pursuant to Section 13 or 15(d) of the",
        "Securities Exchange Act of 1934",
        bold=True,
    )
    reported = Word(day(form.date_of_report), "DocumentPeriodEndDate", form="date")
    yield Stack(((Word("Date of Report (Date of earliest event reported): "), reported),))
    name = Word(company.name, "EntityRegistrantName", bold=True)
    yield Stack(((name,), _plain("(Exact name of registrant as specified in its charter)")))
    yield from _numbers(company)
    yield from _place(company)
    yield Stack((_plain(_CHECK),), is_centred=False)
    for rule, element, sentence in RULES:
        box = _box(element, is_ticked=rule in form.checked)
        yield Stack(((box, Word(f"  {sentence}")),), is_centred=False)
    yield from _securities(company)
    if form.is_emerging_growth is not None:
        box = _box("EntityEmergingGrowthCompany", is_ticked=form.is_emerging_growth)
        yield Stack((_plain(_EMERGING),), is_centred=False)
        yield Stack(((Word("Emerging growth company "), box),), is_centred=False)
        yield Stack(((Word(_TRANSITION), Word(_EMPTY)),), is_centred=False)


def cover_blocks(company: Company, form: Form) -> Iterator[Block]:
    """The cover page as blocks, all stacks under one another."""
    for part in cover(company, form):
        for stack in part.stacks if isinstance(part, Beside) else (part,):
            runs = tuple(
                Run(word.text, bold=word.bold)
                for number, line in enumerate(stack.lines)
                for word in ((Word("\n"), *line) if number else line)
            )
            align: Align = "center" if stack.is_centred else "left"
            yield Title(runs, 1, "center") if stack.is_title else Paragraph(runs, align)


def _plain(text: str) -> Words:
    """A line that states nothing of the registrant."""
    return (Word(text),)


def _stack(*lines: str, bold: bool = False) -> Stack:
    """Lines of the form's own."""
    return Stack(tuple((Word(line, bold=bold),) for line in lines))


def _box(element: str, *, is_ticked: bool) -> Word:
    """A check box."""
    return Word(_TICKED if is_ticked else _EMPTY, element, form="true" if is_ticked else "false")


def _numbers(company: Company) -> Iterator[Part]:
    """State of incorporation, Commission file number, employer's number: those told."""
    code = state_code(company.state)
    state = Word(company.state, "EntityIncorporationStateCountryCode" if code else "", code)
    file = Word(company.commission_file_number, "EntityFileNumber")
    employer = Word(company.employer_identification_number, "EntityTaxIdentificationNumber")
    told = (
        (state, "(State or other jurisdiction", "of incorporation)"),
        (file, "(Commission", "File Number)"),
        (employer, "(I.R.S. Employer", "Identification No.)"),
    )
    stacks = tuple(
        Stack(((word,), _plain(f"{first} {rest}"))) for word, first, rest in told if word.text
    )
    if stacks:
        yield Beside(stacks)


def _place(company: Company) -> Iterator[Part]:
    """Address and telephone."""
    if company.address:
        address = address_of(company.address)
        lines: list[Words] = [
            (Word(line, f"EntityAddressAddressLine{n}" if address.city and n < 4 else ""),)
            for n, line in enumerate(address.lines, 1)
        ]
        if address.city:
            code = state_code(address.state)
            lines.append(
                (
                    Word(address.city, "EntityAddressCityOrTown"),
                    Word(", "),
                    Word(address.state, "EntityAddressStateOrProvince" if code else "", code),
                    Word(" "),
                    Word(address.code, "EntityAddressPostalZipCode"),
                )
            )
        yield Stack((*lines, _plain("(Address of principal executive offices) (Zip Code)")))
    if company.telephone:
        caption = _plain("(Registrant\u2019s telephone number, including area code)")
        yield Stack((_telephone(company.telephone.strip()), caption))


def _telephone(number: str) -> Words:
    """A telephone number, its area code apart."""
    match = _TELEPHONE.match(number)
    if match is None:
        return _plain(number)
    pieces = (
        Word(number[: match.start("area")]),
        Word(match["area"], "CityAreaCode"),
        Word(number[match.end("area") : match.start("local")]),
        Word(match["local"], "LocalPhoneNumber"),
    )
    return tuple(piece for piece in pieces if piece.text)


def _securities(company: Company) -> Iterator[Part]:
    """The class registered under Section 12(b), where the book names it."""
    if not company.security:
        return
    code = exchange_code(company.exchange)
    told = (
        ("Title of each class", Word(company.security, "Security12bTitle")),
        ("Trading Symbol(s)", Word(company.ticker, "TradingSymbol")),
        (
            "Name of each exchange on which registered",
            Word(company.exchange, "SecurityExchangeName" if code else "", code),
        ),
    )
    yield Stack((_plain("Securities registered pursuant to Section 12(b) of the Act:"),))
    yield Beside(
        tuple(Stack(((Word(caption, bold=True),), (word,))) for caption, word in told if word.text)
    )
