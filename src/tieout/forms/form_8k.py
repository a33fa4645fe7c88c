"""A Form 8-K: cover, items, exhibits and signature, and where its release starts."""

import re
from bisect import bisect_right

from tieout.forms.boxes import check_boxes
from tieout.forms.cover import cover
from tieout.forms.items import events, first_item, is_entry, items, listed, mentions
from tieout.forms.lines import Line
from tieout.forms.signature import belongs, signature, signature_starts
from tieout.model.announcement import Exhibit, Form8K
from tieout.model.document import Document
from tieout.patterns import pattern

_FORM = pattern(
    r"\W{0,6}form\s{0,3}(?P<form>8-?\s?K|10-?\s?Q|10-?\s?K|6-?\s?K|20-?\s?F|40-?\s?F)"
    r"(?P<amended>(?:\s?/\s?A)?\s{0,2}\(?amendment\s+no\.?\s?[0-9]{1,2}\)?|\s?/\s?A)?"
    r"(?:\s+current\s+report)?\W{0,6}\Z",
    re.IGNORECASE,
)
_COMMISSION = pattern(
    r"securities\s+and\s+exchange\s+commission|date\s+of\s+report|current\s+report", re.IGNORECASE
)
_INDEX = pattern(r"\W{0,4}(?:index\s+to\s+exhibits?|exhibits?\s+index)\W{0,4}\Z", re.IGNORECASE)
_INDEX_HEAD = pattern(
    r"\W{0,4}(?:exhibits?|number|no|description|document|of|the|title|paper|electronic|method|filing"
    r"|page|sequential|location|or|[pe]|\W)+\Z",
    re.IGNORECASE,
)
_EXHIBIT_MARK = pattern(
    r"\W{0,4}(?:exhibit|ex)[\s.-]{0,3}(?:no\.?\s?)?[0-9]{1,3}(?:\.[0-9]{1,2})?\W{0,4}\Z"
    r"|ex-[0-9]+(?:\.[0-9]+)?\s+[0-9]+\s",
    re.IGNORECASE,
)
_PAGE = pattern(r"\W{0,3}(?:page\s+)?[0-9]{1,3}\W{0,3}\Z|</?[a-z]{1,12}>\Z", re.IGNORECASE)

_COVER_LINES = 60
_LONGEST_FORM_LINE = 260
# A listed exhibit's number and the gap after it, in front of its description.
_NUMBER = 24


def form_type(lines: list[Line]) -> str:
    """The form these lines open: "8-K", "8-K/A", "10-Q" …; empty for none."""
    opening = lines[:_COVER_LINES]
    if not any(_opens_form(line.text.lower()) for line in opening):
        return ""
    for line in opening:
        match = _FORM.match(line.text) if len(line.text) < 60 else None
        if match is not None:
            name = re.sub(r"[\s-]", "", match["form"]).upper()
            return f"{name[:-1]}-{name[-1]}" + ("/A" if match["amended"] else "")
    return ""


def _opens_form(words: str) -> bool:
    """True for words of a form's cover, in lower case."""
    return ("commission" in words or "report" in words) and _COMMISSION.search(words) is not None


def form_8k(document: Document, lines: list[Line], form: str) -> tuple[Form8K, int]:
    """The form these lines open, and the number of the first line after it."""
    signed = signature_starts(lines)
    stop = _form_end(lines, signed)
    body = first_item(lines[:signed])
    front = lines[:body]
    fields = cover(document, front)
    narrative = lines[body:signed]
    entries = _entries(narrative)
    after = lines[signed:stop]
    index = _index(after)
    exhibits = listed(document, entries)
    again = listed(document, after[index:]) if index < len(after) else ()
    return Form8K(
        start=lines[0].start,
        end=lines[stop - 1].end,
        form_type=form,
        registrant=fields.registrant,
        state_of_incorporation=fields.state,
        commission_file_number=fields.commission_file_number,
        irs_employer_identification_number=fields.employer_number,
        address=fields.address,
        telephone=fields.telephone,
        date_of_report=fields.date_of_report,
        check_boxes=check_boxes(document, front),
        items=items(document, narrative),
        exhibits=exhibits or again,
        signature=signature(document, after[:index]),
        mentions=_mentions(document, narrative, exhibits),
        event_dates=events(document, narrative[0].start, narrative[-1].end) if narrative else (),
        index=again if exhibits else (),
        earliest_event=fields.earliest_event,
    ), stop


def _form_end(lines: list[Line], signed: int) -> int:
    """The number of the first line that belongs to the exhibit, not to the form."""
    stop = min(len(lines), signed + 1)
    number, in_index, loose = stop, False, 0
    while number < len(lines) and loose < _COVER_LINES:
        line = lines[number]
        if _EXHIBIT_MARK.match(line.text) and not in_index:
            break
        in_index = in_index or bool(_INDEX.match(line.text))
        if _belongs(lines, number, signed, in_index=in_index):
            number += 1
            stop = number
            continue
        if _is_index_ahead(lines, number):
            number += 1
            continue
        break
    return stop


def _is_index_ahead(lines: list[Line], number: int) -> bool:
    """True where an Exhibit Index follows within a few short lines."""
    ahead = lines[number : number + 6]
    if any(len(line.text) > _LONGEST_FORM_LINE for line in ahead[:1]):
        return False
    return any(_INDEX.match(line.text) for line in ahead)


def _belongs(lines: list[Line], number: int, signed: int, *, in_index: bool) -> bool:
    """True for a line of the signature or of the Exhibit Index behind it."""
    line = lines[number]
    if _INDEX.match(line.text) or _PAGE.match(line.text):
        return True
    if in_index:
        is_head = len(line.text) < 90 and _INDEX_HEAD.match(line.text) is not None
        return is_head or is_entry(lines, number) or _continues_entry(lines, number)
    return belongs(lines, number, signed)


def _continues_entry(lines: list[Line], number: int) -> bool:
    """True for the further lines of an entry in the index, in the same block."""
    before, line = lines[number - 1], lines[number]
    return before.block == line.block and not line.in_grid


def _index(lines: list[Line]) -> int:
    """The number of the line that heads the Exhibit Index; the number of lines if none does."""
    return next((n for n, line in enumerate(lines) if _INDEX.match(line.text)), len(lines))


def _entries(lines: list[Line]) -> list[Line]:
    """The lines of Item 9.01 (or the old Item 7), where exhibits are listed."""
    for number in range(len(lines) - 1, -1, -1):
        words = lines[number].text
        if words[:6].lower().startswith("item") and "xhibits" in words.lower():
            return lines[number:]
    return lines


def _mentions(
    document: Document, lines: list[Line], exhibits: tuple[Exhibit, ...]
) -> tuple[Exhibit, ...]:
    """The exhibits spoken of in the narrative, the lists left out."""
    if not lines:
        return ()
    starts = [document.figures[exhibit.figure].start for exhibit in exhibits]
    ends = [
        start + len(exhibit.description) + _NUMBER
        for start, exhibit in zip(starts, exhibits, strict=True)
    ]
    found = []
    for mention in mentions(document, lines[0].start, lines[-1].end):
        at = document.figures[mention.figure].start
        entry = bisect_right(starts, at) - 1
        if entry < 0 or at >= ends[entry]:
            found.append(mention)
    return tuple(found)
