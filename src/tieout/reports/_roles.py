"""What each document is to the one under test."""

from typing import Literal, TypeAlias

from tieout.model.workpaper import Release, Workpaper

Role: TypeAlias = Literal["subject", "companion", "prior"]


def roles(workpaper: Workpaper) -> tuple[Role, ...]:
    """Every document's role, in order: the first is the subject."""
    subject, *others = workpaper.releases
    return ("subject", *(_role(subject, other) for other in others))


def registrant(release: Release) -> str:
    """The company's name as the form or the heading prints it; empty where neither does."""
    if release.announcement is not None and release.announcement.company:
        return release.announcement.company
    return release.form.registrant if release.form is not None else ""


def _role(subject: Release, other: Release) -> Role:
    """Companion for the same registrant and period, else prior."""
    if subject.calendar is None or other.calendar is None:
        return "prior"
    same_period = subject.calendar.period_end == other.calendar.period_end
    same_company = registrant(subject).casefold() == registrant(other).casefold()
    return "companion" if same_period and same_company else "prior"
