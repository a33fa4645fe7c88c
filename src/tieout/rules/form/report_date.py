"""The date of report is the release's date where the results are the only event."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.lexicon.dates import spoken
from tieout.model.check import Ref
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.form.days import is_of_results_only, reported, settled
from tieout.rules.verbs import not_tested, require


@rule("FM001", "date-of-report-is-not-the-release-date", tick="FM")
def report_date(evidence: Evidence) -> Iterator[Proposal]:
    """The date of report against the release's date; whichever the other dates contradict."""
    subject = evidence.releases[0]
    form, announcement = subject.form, subject.announcement
    report = reported(form) if form else None
    if form is None or report is None:
        return
    released = announcement.release_date if announcement else None
    if released is None:
        yield not_tested(Ref(0, report.figure), "needs the date of the release")
        return
    is_alone = is_of_results_only(form)
    fits = report.day == released.day if is_alone else report.day <= released.day
    wrong, right = (report, released)
    if not fits and settled(form, announcement) == report.day:
        wrong, right = (released, report)
    what = "Date of report" if wrong is report else "Date of the release"
    than = "" if is_alone else "not later than "
    yield require(
        Ref(0, wrong.figure), fits,
        f"{what}: reported {spoken(wrong.day)}, expected {than}{spoken(right.day)}",
        reported=spoken(wrong.day), expected=spoken(right.day), operands=[Ref(0, right.figure)],
    )  # fmt: skip
