"""What a filing says of itself, as the particulars of a book: company, form, heading, style."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date

from tieout.compose.book import Company, Exhibit, Form, Heading, Item, Signatory, Style
from tieout.compose.form_8k.cover import RULES
from tieout.errors import Misuse
from tieout.lexicon.canonical import normal
from tieout.lexicon.currencies import SIGN_OF
from tieout.model.announcement import Form8K
from tieout.model.document import Grid
from tieout.model.registrant import registrant
from tieout.model.unit import DOLLARS
from tieout.model.workpaper import Release
from tieout.patterns import pattern

_SCALE = pattern(r"(?:\.|(?<![0-9.]))([0-9]*+)\s?(million|billion|thousand)\Z", re.IGNORECASE)
_PERCENT = pattern(r"[0-9](?:\.([0-9]+))?(\s?(?:%|percent|per cent))\Z", re.IGNORECASE)
_SIGNATURES = pattern(r"\W{0,4}signatures?\W{0,4}\Z|\W{0,4}pursuant to the requirements", re.I)
_SECTION = pattern(r"\W{0,4}section\s+[0-9]{1,2}\b", re.IGNORECASE)
_EXHIBITS = "9.01"
_LONGEST_ITEM = 40

Told = Callable[[int, int], str]
"""The words of a stretch of the document, figures that tie as expressions."""


def company_of(release: Release) -> Company:
    """The registrant as the form's cover names it, as the release's heading does without one."""
    who = registrant(release)
    heading, form = release.announcement, release.form
    told = Company(
        name=(form.registrant if form else "") or who.name or "The registrant",
        ticker=heading.ticker if heading else "",
        exchange=heading.exchange if heading else "",
        cik=who.cik,
    )
    if form is None:
        return told
    return Company(
        name=told.name,
        ticker=told.ticker,
        exchange=told.exchange,
        cik=told.cik,
        state=form.state_of_incorporation,
        commission_file_number=form.commission_file_number,
        employer_identification_number=form.irs_employer_identification_number,
        address=(form.address,) if form.address else (),
        telephone=form.telephone,
    )


def form_of(release: Release, told: Told) -> Form | None:
    """The form's particulars; None for a release without one, or a form that names no date."""
    form = release.form
    reported = form.date_of_report if form is not None else None
    if form is None or reported is None:
        return None
    signature = form.signature
    return Form(
        date_of_report=reported.day,
        items=tuple(_items(release, form, told)),
        exhibits=tuple(
            Exhibit(number=one.number, description=" ".join(one.description.split()))
            for one in form.exhibits
        ),
        signatory=Signatory(
            name=signature.name if signature else "",
            title=(signature.title,) if signature and signature.title else (),
        ),
        signed=signature.signed.day if signature and signature.signed else None,
        checked=tuple(
            rule
            for rule, _, _ in RULES
            if any(box.checked and rule in box.label for box in form.check_boxes)
        ),
    )


def heading_of(release: Release, headline: str) -> Heading:
    """The heading; raises Misuse for a document that names no day it is of."""
    return Heading(date=_day(release), headline=headline)


def style_of(release: Release, nil: str) -> Style:
    """The house style that most figures of the prose are printed in."""
    figures = release.document.figures
    scales: Counter[tuple[str, int]] = Counter()
    percents: Counter[int] = Counter()
    words: Counter[str] = Counter()
    signs: Counter[str] = Counter()
    for claim in release.claims:
        figure = figures[claim.figure]
        if figure.currency:
            signs[figure.currency] += 1
        if scale := _SCALE.search(figure.text):
            scales[scale[2].lower(), len(scale[1]) if "." in figure.text else 0] += 1
        elif percent := _PERCENT.search(figure.text):
            percents[len(percent[1] or "")] += 1
            words[
                " ".join(["", *percent[2].split()]) if percent[2][0].isspace() else percent[2]
            ] += 1
    (money, decimals), _ = scales.most_common(1)[0] if scales else (("million", 1), 0)
    sign = signs.most_common(1)[0][0] if signs else DOLLARS.currency
    return Style(
        money=money,  # type: ignore[arg-type] # one of those that the pattern names
        decimals=decimals,
        percent_decimals=percents.most_common(1)[0][0] if percents else 0,
        percent=words.most_common(1)[0][0] if words else "%",
        currency=SIGN_OF.get(sign, "$"),
        nil=nil,
    )


def _day(release: Release) -> date:
    """The day of the release: as its dateline tells, else its form, else EDGAR's header."""
    heading, form, filing = release.announcement, release.form, release.document.filing
    told = (
        heading.release_date.day if heading and heading.release_date else None,
        form.date_of_report.day if form and form.date_of_report else None,
        filing.filed if filing else None,
        release.calendar.period_end if release.calendar else None,
    )
    for day in told:
        if day is not None:
            return day
    raise Misuse(f"{release.document.name} names no day and no quarter: no book starts from it")


def _items(release: Release, form: Form8K, told: Told) -> "list[Item]":
    """The items with the paragraphs under each; exhibits are listed by themselves."""
    document = release.document
    starts = [document.figures[one.figure].start for one in form.items]
    stops = [*starts[1:], form.end][: len(starts)]
    found = []
    for item, start, stop in zip(form.items, starts, stops, strict=True):
        text = []
        for block in document.blocks:
            if block.start <= start or block.start >= stop or isinstance(block, Grid):
                continue
            words = document.text[block.start : block.end]
            if _SIGNATURES.match(words[:_LONGEST_ITEM]):
                break
            is_title = _is_title(words, item.title) or _SECTION.match(words[:_LONGEST_ITEM])
            if item.number != _EXHIBITS and block.end < stop and not is_title:
                text.append(told(block.start, block.end))
        found.append(Item(number=item.number, text=tuple(text)))
    return found


def _is_title(words: str, title: str) -> bool:
    """True for the item's own title on a line of its own."""
    return normal(words) == normal(title)
