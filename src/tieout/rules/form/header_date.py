"""The date of report on the cover is the day under which EDGAR has the form."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.lexicon.dates import spoken
from tieout.model.check import Ground, Ref
from tieout.proof.bounds import bounds
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.form.days import reported, settled
from tieout.rules.verbs import require

_OPEN = "no other date of the form says that the header is right"


@rule("FM012", "date-of-report-is-not-the-headers", tick="FM")
def header_date(evidence: Evidence) -> Iterator[Proposal]:
    """The date of report against EDGAR's header: one word against another, and so a lead.

    Where the form's other dates name the header's day too, the cover is wrong.
    """
    subject = evidence.subject
    form, filing = subject.form, subject.document.filing
    report = reported(form) if form else None
    day = filing.reported if filing else None
    if form is None or report is None or day is None:
        return
    stated, expected = spoken(report.day), spoken(day)
    check = require(
        Ref(0, report.figure), report.day == day,
        f"Date of report: reported {stated}, expected {expected}, as EDGAR's header has it",
        reported=stated, expected=expected,
    )  # fmt: skip
    if report.day != day and settled(form, subject.announcement) != day:
        ground = Ground((), bounds().bounds.lead, f"EDGAR's header says {expected}")
        check = check.but(outcome="not-tested", reason=_OPEN, is_lead=True, ground=ground)
    yield check
