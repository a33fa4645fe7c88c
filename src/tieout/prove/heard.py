"""A calendar that hears which days it is asked for: only what hangs on them is read again."""

from datetime import date

from msgspec import field

from tieout.model.period import FiscalCalendar, Period


class Heard(FiscalCalendar, frozen=True, eq=False):
    """A calendar with every day by which it was asked when a period ended.

    It is itself alone: what was found out by it is found again by it.
    """

    asked: set[date] = field(default_factory=set)

    def told(self, period: Period) -> Period:
        """The period up to the day on which the document says that it ended; it is heard."""
        self.asked.add(period.end)
        return super().told(period)

    def is_like(self, calendar: FiscalCalendar) -> bool:
        """True where another calendar tells the same, but for what this was not asked yet."""
        return _plain(self, calendar.ends) == calendar and self.answers_as(calendar)

    def answers_as(self, calendar: FiscalCalendar) -> bool:
        """True where another calendar tells the same of all that this one was asked."""
        return all(
            FiscalCalendar.told(self, Period(day)) == calendar.told(Period(day))
            for day in self.asked
        )


def heard(calendar: FiscalCalendar) -> Heard:
    """The same calendar, which hears."""
    return Heard(calendar.fiscal_year, calendar.fiscal_quarter, calendar.period_end, calendar.ends)


def _plain(calendar: Heard, ends: tuple[date, ...]) -> FiscalCalendar:
    """The calendar, deaf, with other ends."""
    return FiscalCalendar(calendar.fiscal_year, calendar.fiscal_quarter, calendar.period_end, ends)
