"""What a document says it is, as types of the contract: its cover, its heading, its furniture."""

from datetime import date
from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

Span: TypeAlias = Annotated[
    tuple[int, int], Meta(description="[start, end) in the document's visible text")
]


class CheckBox(Struct, frozen=True, gc=False):
    """A box on the cover of a Form 8-K."""

    label: str
    checked: bool


class Item(Struct, frozen=True, gc=False):
    """An item of a Form 8-K."""

    number: str
    title: str


class Exhibit(Struct, frozen=True, gc=False):
    """An exhibit as listed."""

    number: str
    description: str


class Signature(Struct, frozen=True, gc=False):
    """Who signed the form."""

    name: str
    title: str
    date: date | None


class Form8K(Struct, frozen=True, gc=False):
    """The cover, items, exhibits and signature of a Form 8-K; words not found are empty."""

    form_type: str
    registrant: str
    state_of_incorporation: str
    commission_file_number: str
    irs_employer_identification_number: str
    address: str
    telephone: str
    date_of_report: date | None
    check_boxes: tuple[CheckBox, ...]
    items: tuple[Item, ...]
    exhibits: tuple[Exhibit, ...]
    signature: Signature | None


class Section(Struct, frozen=True, gc=False):
    """A heading of the release and the stretch under it."""

    title: str
    span: Span


class ConferenceCall(Struct, frozen=True, gc=False):
    """When the call is: local time in ISO form, in the zone named."""

    starts: str
    time_zone: str
    replay_days: int | None


class Release(Struct, frozen=True, gc=False):
    """The heading and furniture of an earnings release; words not found are empty."""

    company: str
    ticker: str
    exchange: str
    headline: str
    subheadline: str
    city: str
    wire: str
    release_date: date | None
    fiscal_year: int | None
    fiscal_quarter: int | None
    period_end: date | None
    sections: tuple[Section, ...]
    conference_call: ConferenceCall | None
    contacts: tuple[str, ...]
