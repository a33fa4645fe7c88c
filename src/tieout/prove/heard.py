"""A calendar that hears which days it is asked for: only what hangs on them is read again."""

from collections.abc import Collection
from datetime import date

from msgspec import field

from tieout.model.period import A_WEEK_OFF, FiscalCalendar, Period


class Heard(FiscalCalendar, frozen=True, eq=False):
    """A calendar with every day by which it was asked when a period ended.

    It is itself alone: what was found out by it is found again by it.
    """

    asked: set[date] = field(default_factory=set)

    def told(self, period: Period) -> Period:
        """The period up to the day on which the document says that it ended; it is heard."""
        self.asked.add(period.end)
        return super().told(period)

    def is_asked_of(self, ends: Collection[date]) -> bool:
        """True where one of these days would have told of an end that was asked for."""
        return any(abs(end - day) <= A_WEEK_OFF for end in ends for day in self.asked)


def heard(calendar: FiscalCalendar) -> Heard:
    """The same calendar, which hears."""
    return Heard(*(getattr(calendar, name) for name in calendar.__struct_fields__))
