"""What a document says it is: form, periodic report, heading, call."""

from datetime import date

from msgspec import Struct

from tieout.model.document import Span


class Dated(Struct, frozen=True, gc=False):
    """A date as read, and the figure it was read from."""

    day: date
    figure: int


class CheckBox(Struct, frozen=True, gc=False):
    """A box on the cover of a Form 8-K, ticked or not; `span` is the sentence beside it."""

    label: str
    checked: bool
    span: Span


class Item(Struct, frozen=True, gc=False):
    """An item of a Form 8-K: "2.02", its title as printed, and the figure of its number."""

    number: str
    title: str
    figure: int


class Exhibit(Struct, frozen=True, gc=False):
    """An exhibit as listed: "99.1", its description, and the figure of its number.

    `dated` is the date the list says the exhibit is dated.
    """

    number: str
    description: str
    figure: int
    dated: Dated | None = None


class Signature(Struct, frozen=True, gc=False):
    """Who signed, as what, and when."""

    name: str = ""
    title: str = ""
    signed: Dated | None = None


class Form8K(Struct, frozen=True, gc=False):
    """A Form 8-K: cover page, items, exhibits as listed, signature; [start, end) in the text.

    Words not found are empty. `mentions` are the exhibit numbers spoken of outside the lists,
    `index` the exhibits as the Exhibit Index behind the signature lists them again,
    `event_dates` the days on which the narrative says something was announced,
    `earliest_event` the date of the earliest event where the cover prints it beside the report's.
    """

    start: int
    end: int
    form_type: str = "8-K"
    registrant: str = ""
    state_of_incorporation: str = ""
    commission_file_number: str = ""
    irs_employer_identification_number: str = ""
    address: str = ""
    telephone: str = ""
    date_of_report: Dated | None = None
    check_boxes: tuple[CheckBox, ...] = ()
    items: tuple[Item, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    signature: Signature | None = None
    mentions: tuple[Exhibit, ...] = ()
    event_dates: tuple[Dated, ...] = ()
    index: tuple[Exhibit, ...] = ()
    earliest_event: Dated | None = None


class PeriodicReport(Struct, frozen=True, gc=False):
    """A Form 10-Q or 10-K: what its cover says of who files; absent words empty.

    `ticker` is the first of the trading symbols, the one of the common stock.
    """

    form_type: str
    registrant: str = ""
    commission_file_number: str = ""
    ticker: str = ""


class Section(Struct, frozen=True, gc=False):
    """A section of a release: its heading, and the stretch of text under it."""

    title: str
    start: int
    end: int


class ConferenceCall(Struct, frozen=True, gc=False):
    """When the call is, as printed: `starts` is local time in ISO form, of the zone named."""

    starts: str = ""
    time_zone: str = ""
    replay_days: int | None = None
    weekday: str = ""
    day: Dated | None = None


class PeriodWords(Struct, frozen=True, gc=False):
    """A fiscal quarter named together with the day it ends: "second quarter ended June 30, 2007".

    `quarter` is 1 to 4; `fiscal_year` is None where the words name none.
    """

    quarter: int
    ended: Dated
    fiscal_year: int | None = None


class Weekday(Struct, frozen=True, gc=False):
    """A weekday named with a date: "Thursday, November 8"; Monday is 0."""

    weekday: int
    dated: Dated


class Announcement(Struct, frozen=True, gc=False):
    """An earnings release's heading and furniture; [start, end) in the text, absent words empty.

    `safe_harbor` are the paragraphs of forward-looking caution, `weekdays` and `period_words`
    what the dates' rules test.
    """

    start: int
    end: int
    company: str = ""
    ticker: str = ""
    exchange: str = ""
    headline: str = ""
    subheadline: str = ""
    city: str = ""
    wire: str = ""
    release_date: Dated | None = None
    fiscal_year: int | None = None
    fiscal_quarter: int | None = None
    period_end: Dated | None = None
    sections: tuple[Section, ...] = ()
    conference_call: ConferenceCall | None = None
    contacts: tuple[str, ...] = ()
    safe_harbor: tuple[Span, ...] = ()
    weekdays: tuple[Weekday, ...] = ()
    period_words: tuple[PeriodWords, ...] = ()
