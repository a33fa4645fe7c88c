"""The workpaper as a workbook: figures as numbers, tick marks, and formulas that recompute them."""

import io
from collections.abc import Callable
from functools import partial

from tieout.model.workpaper import Workpaper
from tieout.readers.ours import about
from tieout.reports._places import Places
from tieout.reports._words import company
from tieout.reports.xlsx import claims, findings, statements, summary, untested
from tieout.reports.xlsx.looks import FONT, Looks
from tieout.reports.xlsx.plan import CLAIMS, FINDINGS, FURTHER, LEADS, SUMMARY, UNTESTED, Plan
from tieout.reports.xlsx.sheet import Sheet
from tieout.workbooks import filled

IS_BINARY = True


def render(workpaper: Workpaper) -> bytes:
    """The workbook; raises Misuse where xlsxwriter is not installed."""
    file = io.BytesIO()
    title = f"{company(workpaper.subject)}: tieout workpaper"
    with filled(file, title, FONT, about(workpaper.subject.document.name)) as book:
        looks, plan, places = Looks(book), Plan(workpaper), Places(workpaper)

        def written(name: str, write: Callable[[Sheet], None]) -> None:
            sheet = Sheet(book, looks, plan, places, name)
            write(sheet)
            sheet.done()

        def pages(*, of_subject: bool) -> None:
            for page in plan.pages:
                if (page.document == 0) == of_subject:
                    document = workpaper.releases[page.document].document
                    about = f"{page.about} \u00b7 {document.name}"
                    write = partial(statements.write, page=page, text=document.text, about=about)
                    written(page.name, write)

        written(SUMMARY, summary.write)
        written(FINDINGS, findings.write)
        written(LEADS, findings.write_leads)
        pages(of_subject=True)
        written(CLAIMS, claims.write)
        written(FURTHER, claims.write_further)
        written(UNTESTED, untested.write)
        pages(of_subject=False)
    return file.getvalue()
