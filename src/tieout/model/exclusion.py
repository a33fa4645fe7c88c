"""Which figures are no claims because of where they stand: the cover of a form, a column's head."""

from tieout.model.workpaper import Release


def excluded(release: Release) -> dict[int, str]:
    """Why a figure is no claim, by figure number, for figures whose place says so."""
    reasons: dict[int, str] = {}
    document = release.document
    if release.form is not None:
        for figure in document.figures_in(release.form.start, release.form.end):
            reasons[figure] = "stands on the form, not in the release"
    for table in release.tables:
        for header in table.headers:
            for span in header.spans:
                for figure in document.figures_in(span.start, span.end):
                    reasons[figure] = "names a column's period"
    return reasons
