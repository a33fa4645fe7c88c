"""The two verbs. The whole flow, on one screen."""

from collections.abc import Sequence
from functools import partial

from msgspec import structs

from tieout.claims import find_claims
from tieout.claims.unclaimed import unclaimed
from tieout.drafts.compared import compare
from tieout.drafts.measures import since
from tieout.evidence.gathered import Evidence
from tieout.forms import recognise
from tieout.forms.standards import standards
from tieout.model.document import Document
from tieout.model.exclusion import excluded
from tieout.model.memo import Memo, afresh
from tieout.model.workpaper import Release, Workpaper, conclude
from tieout.proof.judge import judged
from tieout.readers import open_document
from tieout.rules.base import Rule, all_rules
from tieout.statements import find_statements
from tieout.tables import understand
from tieout.undisturbed import undisturbed


@undisturbed
def read(name: str, raw: bytes) -> Release:
    """The document these bytes are, understood but not yet checked; raises Unreadable."""
    return understood(open_document(name, raw))


def understood(document: Document, memo: Memo = afresh, like: Release | None = None) -> Release:
    """The release a document is: what it says it is, its statements and its claims.

    A memo has what was found in blocks and passages that the document has in common with others;
    what it says it is may be known to be what another one says.
    """
    if like is None:
        kind, form, announcement, calendar, report = recognise(document)
        followed = standards(document.text, kind)
    else:
        kind, form, announcement = like.kind, like.form, like.announcement
        calendar, report, followed = like.calendar, like.report, like.standards
    tables = tuple(
        memo("table", partial(understand, document, number), grid)
        for number, grid in enumerate(document.grids)
    )
    statements = find_statements(document, tables, calendar, memo)
    claims = find_claims(document, announcement, calendar, memo)
    return Release(
        document,
        kind,
        form,
        announcement,
        calendar,
        tables,
        statements,
        claims,
        report,
        followed,
    )


@undisturbed
def check(
    subject: Release,
    against: Sequence[Release] = (),
    *,
    rules: Sequence[Rule] | None = None,
    draft: Release | None = None,
) -> Workpaper:
    """The workpaper of a release: every rule applied, every figure of it ended in one way.

    `draft` is the release's previous draft: it is checked by itself, and then compared.
    """
    releases = (subject, *against)
    evidence = Evidence.gather(releases)
    applied = all_rules() if rules is None else rules
    proposals = (proposal for rule in applied for proposal in rule.proposed(evidence))
    checks = tuple(judged(evidence, proposals))
    concluded = conclude(releases, checks, unclaimed(subject) | excluded(subject))
    paper = structs.replace(concluded, since=since(releases)) if against else concluded
    if draft is None:
        return paper
    was = check(draft, against, rules=rules)
    return structs.replace(paper, draft=was, redraft=compare(was, paper))
