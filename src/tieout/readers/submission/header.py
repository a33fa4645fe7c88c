"""What a submission's header says of the filing, in either of its two forms."""

import re

from tieout.model.document import Filing
from tieout.model.period import day_in_iso
from tieout.patterns import pattern

_FIELDS = {
    "accession_number": ("ACCESSION NUMBER", "ACCESSION-NUMBER"),
    "form_type": ("CONFORMED SUBMISSION TYPE", "TYPE"),
    "registrant": ("COMPANY CONFORMED NAME", "CONFORMED-NAME"),
    "cik": ("CENTRAL INDEX KEY", "CIK"),
    "filed": ("FILED AS OF DATE", "FILING-DATE"),
    "period": ("CONFORMED PERIOD OF REPORT", "PERIOD"),
    "state": ("STATE OF INCORPORATION", "STATE-OF-INCORPORATION"),
    "fiscal_year_end": ("FISCAL YEAR END", "FISCAL-YEAR-END"),
}
_LONGEST = 262_144
_ITEM = pattern(r"^[ \t]*ITEM INFORMATION:([^\n]*)|<ITEMS>([^<\r\n]*)", re.MULTILINE)


def filing(header: str) -> Filing | None:
    """The filing a header tells of; None where it tells neither its number nor its form."""
    header = header[:_LONGEST]
    found = {field: _told(header, *names) for field, names in _FIELDS.items()}
    if not (found["accession_number"] or found["form_type"]):
        return None
    filed, period = found.pop("filed"), found.pop("period")
    items = tuple((one[1] or one[2] or "").strip() for one in _ITEM.finditer(header))
    return Filing(
        **found,
        filed=day_in_iso(filed),
        items=tuple(item for item in items if item),
        period=day_in_iso(period),
    )


def _told(header: str, key: str, tag: str) -> str:
    """What stands behind a key or a tag the first time it occurs; else empty."""
    pattern = rf"^[ \t]*{key}:[ \t]*([^\r\n]*)|<{tag}>([^<\r\n]*)"
    told = re.search(pattern, header, re.MULTILINE)
    return (told[1] or told[2] or "").strip() if told else ""
