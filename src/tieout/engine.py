"""The two verbs. The whole flow, on one screen."""

from collections.abc import Iterable, Sequence
from contextlib import closing
from functools import partial

from msgspec import structs

from tieout.claims import find_claims
from tieout.claims.unclaimed import unclaimed
from tieout.collector import stilled
from tieout.errors import Misuse
from tieout.evidence.gathered import Evidence
from tieout.forms import recognise
from tieout.forms.standards import standards
from tieout.model.check import Check
from tieout.model.document import Document
from tieout.model.exclusion import excluded
from tieout.model.memo import Memo, afresh
from tieout.model.workpaper import Release, Workpaper, conclude
from tieout.proof.blamed import blames
from tieout.proof.judge import ruled
from tieout.proof.proposal import Proposal
from tieout.readers import open_document
from tieout.rules.base import Rule, all_rules
from tieout.statements import find_statements
from tieout.tables import understand


@stilled
def read(name: str, raw: bytes) -> Release:
    """The document these bytes are, understood but not yet checked; raises Unreadable."""
    return understood(open_document(name, raw))


def understood(document: Document, memo: Memo = afresh, like: Release | None = None) -> Release:
    """The release a document is: what it says it is, its statements and its claims.

    A memo has what was found in blocks and passages that the document has in common with others;
    what it says it is may be known to be what another one says.
    """
    told = said(document) if like is None else structs.replace(like, document=document)
    tables = tuple(
        memo("table", partial(understand, document, number), grid)
        for number, grid in enumerate(document.grids)
    )
    statements = find_statements(document, tables, told.calendar, memo)
    claims = find_claims(document, told.announcement, told.calendar, memo)
    return structs.replace(told, tables=tables, statements=statements, claims=claims)


@stilled
def read_support(name: str, raw: bytes, subject: Release) -> Release:
    """A document behind the subject's figures, read in its fiscal calendar.

    Raises Unreadable, and Misuse for a workpaper that was made of the subject.
    """
    from tieout.readers.support import open_support

    if subject.document.sha256.encode() in raw:
        raise Misuse(
            f"{name} was made of {subject.document.name} itself, so it does not support it: "
            "give the workpaper of an earlier document"
        )
    document = open_support(name, raw)
    tables = tuple(understand(document, number) for number in range(len(document.grids)))
    statements = find_statements(document, tables, subject.calendar)
    bare = Release(document, "other", None, None, None, tables, statements, ())
    return structs.replace(bare, is_support=True)


def said(document: Document) -> Release:
    """The release a document is by what it says it is; nothing else of it is understood yet."""
    kind, form, announcement, calendar, report = recognise(document)
    followed = standards(document.text, kind)
    return Release(document, kind, form, announcement, calendar, (), (), (), report, followed)


@stilled
def check(
    subject: Release,
    against: Sequence[Release] = (),
    *,
    rules: Sequence[Rule] | None = None,
    draft: Release | None = None,
    support: Sequence[Release] = (),
) -> Workpaper:
    """The workpaper of a release: every rule applied, every figure of it ended in one way.

    `draft` is the release's previous draft: it is checked by itself, and then compared. `support`
    are documents behind the figures, as `read_support` gives them. Raises Misuse for a document
    that is to support itself.
    """
    refuse_itself(subject, support, draft)
    releases = (subject, *against, *support)
    found = _ruled(releases, rules)
    paper = concluded(releases, (each for each, _ in found))
    paper = structs.replace(paper, blames=blames(found))
    if draft is None:
        return paper
    from tieout.drafts.compared import compare

    was = check(draft, against, rules=rules, support=support)
    return structs.replace(paper, draft=was, redraft=compare(was, paper))


def others_of(subject: Release, others: Sequence[Release]) -> list[Release]:
    """Those that are not the subject itself, byte for byte, which proves nothing of itself."""
    return [one for one in others if one.document.sha256 != subject.document.sha256]


def refuse_itself(subject: Release, support: Sequence[Release], draft: Release | None) -> None:
    """Raises Misuse for a document given as support of itself, or of its previous draft."""
    for other in support:
        for one in (subject, *([draft] if draft is not None else [])):
            if other.document.sha256 == one.document.sha256:
                raise Misuse(
                    f"{other.document.name} is {one.document.name} itself, byte for byte, and "
                    "supports nothing: give what its figures come from"
                )


@stilled
def checks_of(releases: Sequence[Release], rules: Sequence[Rule] | None = None) -> list[Check]:
    """Every check that the rules make of the first of the releases, beside the others."""
    return [each for each, _ in _ruled(releases, rules)]


def _ruled(
    releases: Sequence[Release], rules: Sequence[Rule] | None
) -> list[tuple[Check, Proposal]]:
    """The same, each with the proposal that it is of."""
    applied = all_rules() if rules is None else rules
    with closing(Evidence.gather(releases)) as evidence:
        proposals = (proposal for rule in applied for proposal in rule.proposed(evidence))
        return list(ruled(evidence, proposals))


def concluded(releases: tuple[Release, ...], checks: Iterable[Check]) -> Workpaper:
    """The workpaper of these checks of the first of the releases."""
    subject = releases[0]
    paper = conclude(releases, tuple(checks), unclaimed(subject) | excluded(subject))
    against = tuple(one for one in releases if not one.is_support)
    if len(against) == 1:
        return paper
    from tieout.drafts.measures import since  # what compares releases is loaded for several

    return structs.replace(paper, since=since(against))
