"""The workpaper as a workbook: figures as numbers, tick marks, and formulas that recompute them."""

import io

from tieout.model.workpaper import Workpaper
from tieout.reports._places import Places
from tieout.reports._words import company
from tieout.reports.xlsx import claims, findings, statements, summary, untested
from tieout.reports.xlsx.looks import Looks
from tieout.reports.xlsx.plan import CLAIMS, FINDINGS, FURTHER, LEADS, SUMMARY, UNTESTED, Plan
from tieout.reports.xlsx.sheet import Sheet
from tieout.workbooks import filled


def render(workpaper: Workpaper) -> bytes:
    """The workbook; raises Misuse where xlsxwriter is not installed."""
    file = io.BytesIO()
    with filled(file, f"{company(workpaper.subject)}: tieout workpaper") as book:
        looks, plan, places = Looks(book), Plan(workpaper), Places(workpaper)

        def sheet(name: str) -> Sheet:
            return Sheet(book, looks, plan, places, name)

        def pages(*, of_subject: bool) -> None:
            for page in plan.pages:
                if (page.document == 0) == of_subject:
                    document = workpaper.releases[page.document].document
                    about = f"{page.about} \u00b7 {document.name}"
                    statements.write(sheet(page.name), page, document.text, about)

        summary.write(sheet(SUMMARY))
        findings.write(sheet(FINDINGS))
        findings.write_leads(sheet(LEADS))
        pages(of_subject=True)
        claims.write(sheet(CLAIMS))
        claims.write_further(sheet(FURTHER))
        untested.write(sheet(UNTESTED))
        pages(of_subject=False)
    return file.getvalue()
