"""Runs every page: the documentation of a rule, an explanation or a form is its test.

A page's cases stand under `## Cases`, each under its own `###` heading:

    ```text          the input; a second one after a line "against:" is what it is checked against
    ```csv           after a line "support:", a CSV file that supports its figures
    ```checks        what the page's rule says of it      (rules/**)
    ```checks        what the judge says of differences   (proof/**)
    ```statement     the statements found                 (statements/)
    ```claims        the claims found                     (claims/)

`pytest --update` rewrites the second fence; the diff is the review.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from tieout.engine import check, read, read_support
from tieout.model.amount import grouped
from tieout.model.check import Check
from tieout.model.claim import Claim
from tieout.model.statement import Line, Statement, Sum
from tieout.model.unit import DOLLARS, PURE
from tieout.model.workpaper import Release, Workpaper
from tieout.rules.base import Rule, all_rules

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "tieout"
OUTPUTS = {"rules": "checks", "proof": "checks", "statements": "statement", "claims": "claims"}
INPUTS = ("text", "html", "csv")
LEADS = {"csv": "support:"}
FENCES = {*INPUTS, *OUTPUTS.values(), "console"}

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Case(NamedTuple):
    """A case of a page: its title, its documents (the subject first), and what it expects."""

    title: str
    documents: tuple[tuple[str, str], ...]
    expected: str


# ------------------------------------------------------------------------------------- the page


def pages() -> list[Path]:
    return sorted(path for folder in OUTPUTS for path in (PACKAGE / folder).rglob("*.md"))


def stretches(page: str) -> Iterator[tuple[str, int, int]]:
    """The title and place of each case: from its heading to the next heading or the end."""
    cases = page.find("\n## Cases\n")
    if cases < 0:
        return
    following = re.search(r"^## ", page[cases + 10 :], re.MULTILINE)
    end = cases + 10 + following.start() if following else len(page)
    starts = list(re.finditer(r"^### (.+)\n", page[:end], re.MULTILINE))
    stops = [*(mark.start() for mark in starts[1:]), end]
    for mark, stop in zip(starts, stops, strict=True):
        if mark.start() > cases:
            yield mark[1].strip(), mark.end(), stop


def cases(page: str, output: str) -> list[Case]:
    """The page's cases; raises ValueError where one is not in the form."""
    for language in re.findall(r"^```(\w+)$", page, re.MULTILINE):
        if language not in FENCES:
            raise ValueError(f"fence of an unknown kind: {language}")
    found: list[Case] = []
    for title, start, stop in stretches(page):
        documents: list[tuple[str, str]] = []
        expected: list[str] = []
        for fence in _FENCE.finditer(page, start, stop):
            if fence[1] in INPUTS:
                lead = page[start : fence.start()].rstrip().rpartition("\n")[2].strip().lower()
                told = LEADS.get(fence[1], "against:")
                if bool(documents) != (lead == told):
                    raise ValueError(f"{title}: the second document needs a line {told!r}")
                documents.append((fence[1], fence[2]))
            elif fence[1] == output:
                expected.append(fence[2])
        if not documents or len(expected) != 1:
            raise ValueError(f"{title}: needs an input fence and one {output} fence")
        if title in {case.title for case in found}:
            raise ValueError(f"two cases are called {title!r}")
        found.append(Case(title, tuple(documents), expected[0]))
    return found


def rewritten(page: str, title: str, output: str, body: str) -> str:
    """The page with the case's output fence saying something else."""
    for name, start, stop in stretches(page):
        if name == title:
            for fence in _FENCE.finditer(page, start, stop):
                if fence[1] == output:
                    return page[: fence.start(2)] + body + page[fence.end(2) :]
    raise ValueError(f"no case called {title!r}")


# --------------------------------------------------------------------------------- what it says


def rendered_checks(workpaper: Workpaper) -> str:
    """One line a check, in reading order of the subject."""
    ordered = sorted(workpaper.checks, key=lambda one: one.subject)
    return "".join(f"{_check(one, workpaper)}\n" for one in ordered) or "nothing to check\n"


def rendered_differences(workpaper: Workpaper) -> str:
    """The same of every check that differs, whatever is concluded of it."""
    apart = (one for one in workpaper.checks if one.outcome == "differs" or one.difference)
    kept = tuple(one for one in apart if one.outcome in ("differs", "not-tested"))
    return rendered_checks(replace(workpaper, checks=kept)) if kept else "nothing differs\n"


def _check(one: Check, workpaper: Workpaper) -> str:
    head = f"{one.rule} {one.outcome}" + (
        " (warning)" if one.outcome == "differs" and one.severity == "warning" else ""
    )
    if one.is_lead:
        return f"{one.rule} lead: {one.message}: {one.reason}"
    if one.outcome == "not-tested":
        figure = workpaper.figure(one.subject.document, one.subject.figure)
        return f"{head}: {figure.text}: {one.reason}"
    return f"{head}: {one.message}"


def rendered_statements(release: Release) -> str:
    """Each statement: what it is, its columns, its lines, and the sums it is made of."""
    return "\n".join(_statement(one) for one in release.statements) or "no statement\n"


def _statement(one: Statement) -> str:
    audited = {True: ", audited", False: ", unaudited", None: ""}[one.audited]
    columns = " | ".join(
        str(column.period or "no period") + _qualified(column.dimensions) for column in one.columns
    )
    lines = [f"{one.kind}, {one.unit} × {one.scale:,}{audited}", f"columns: {columns}"]
    lines += [_line(number, line) for number, line in enumerate(one.lines)]
    lines += [_sum(one) for one in one.calculation]
    return "".join(f"{line}\n" for line in lines)


def _line(number: int, line: Line) -> str:
    name = f"“{line.caption}”" if line.is_heading else line.concept
    cells = [f"{number:>2} {'  ' * line.depth}{name}"]
    if not line.is_heading:
        cells += [_cell(line, column) for column in range(len(line.cells))]
    return " | ".join(cells).rstrip()


def _cell(line: Line, column: int) -> str:
    reading = line.cells[column]
    amount = line.printed(column)
    if reading.kind != "number" or amount is None:
        return "" if reading.kind == "blank" else reading.kind
    return grouped(amount.mantissa, amount.exponent) + (
        "" if line.unit == DOLLARS else f" {line.unit}"
    )


def _sum(one: Sum) -> str:
    readings = (
        " ".join(f"{'+' if weight > 0 else '−'} {part}" for part, weight in parts).removeprefix(
            "+ "
        )
        for parts in one.readings
    )
    return f"{one.total} = {' or '.join(readings)}{'' if one.firm else ' ?'}"


def _qualified(dimensions: tuple[tuple[str, str], ...]) -> str:
    return "".join(f" [{member}]" for _, member in dimensions)


def rendered_claims(release: Release) -> str:
    """One line a claim: text | form | concept | period | against | value."""
    return "".join(f"{_claim(one, release)}\n" for one in release.claims) or "no claim\n"


def _claim(one: Claim, release: Release) -> str:
    unit = "" if one.amount.unit == PURE else f" {one.amount.unit}"
    parts = (
        f"{one.hedge} {release.document.figures[one.figure].text}".strip(),
        one.form,
        one.concept + _qualified(one.dimensions) + (f" / {one.base}" if one.base else ""),
        str(one.period or "-"),
        str(one.against or "-"),
        grouped(one.amount.mantissa, one.amount.exponent) + unit,
    )
    return " | ".join(parts)


# -------------------------------------------------------------------------------------- the run


def run(case: Case, folder: str, page: Path) -> str:
    """What tieout says of a case today."""
    (first, own), *others = case.documents
    releases = [read(f"subject.{first}", own.encode())]
    releases += [read(f"against.{kind}", body.encode()) for kind, body in others if kind != "csv"]
    books = [
        read_support("book.csv", body.encode(), releases[0])
        for kind, body in others
        if kind == "csv"
    ]
    if folder == "statements":
        return rendered_statements(releases[0])
    if folder == "claims":
        return rendered_claims(releases[0])
    if folder == "proof":
        return rendered_differences(check(releases[0], releases[1:]))
    return rendered_checks(check(releases[0], releases[1:], rules=rules_of(page), support=books))


def rules_of(page: Path) -> tuple[Rule, ...]:
    return tuple(rule for rule in all_rules() if rule.page.resolve() == page.resolve())


def _every_case() -> list[object]:
    return [
        pytest.param(page, title, id=f"{page.relative_to(PACKAGE).with_suffix('')}: {title}")
        for page in pages()
        for title, _, _ in stretches(page.read_text("utf-8"))
    ]


@pytest.mark.parametrize(("page", "title"), _every_case())
def test_page(page: Path, title: str, updating: bool) -> None:  # noqa: FBT001 - a fixture
    folder = page.relative_to(PACKAGE).parts[0]
    text = page.read_text("utf-8")
    case = next(one for one in cases(text, OUTPUTS[folder]) if one.title == title)
    said = run(case, folder, page)
    if updating and said != case.expected:
        page.write_text(rewritten(text, title, OUTPUTS[folder], said), "utf-8")
        return
    assert said == case.expected


# ------------------------------------------------------------------------------- the runner itself

EXAMPLE = """# total-does-not-foot (FT001)
A total differs.
## Cases
### Off by nine
```text
Total\t40
```
against:
```text
Total\t31
```
```checks
FT001 differs: old
```
### Nothing wrong
```text
Total\t40
```
```checks
```
## References
### No case
"""


def test_a_page_is_read_case_by_case() -> None:
    first, second = cases(EXAMPLE, "checks")
    assert first.title == "Off by nine"
    assert first.documents == (("text", "Total\t40\n"), ("text", "Total\t31\n"))
    assert first.expected == "FT001 differs: old\n"
    assert second == Case("Nothing wrong", (("text", "Total\t40\n"),), "")


def test_rewriting_changes_one_fence_and_nothing_else() -> None:
    changed = rewritten(EXAMPLE, "Nothing wrong", "checks", "FT001 agrees: new\n")
    assert [case.expected for case in cases(changed, "checks")] == [
        "FT001 differs: old\n",
        "FT001 agrees: new\n",
    ]
    assert rewritten(changed, "Nothing wrong", "checks", "") == EXAMPLE


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        (EXAMPLE.replace("against:\n", ""), "needs a line 'against:'"),
        (EXAMPLE.replace("```checks\nFT001 differs: old\n```\n", ""), "one checks fence"),
        (EXAMPLE.replace("Nothing wrong", "Off by nine"), "two cases"),
        (EXAMPLE.replace("```checks", "```output"), "unknown kind"),
    ],
)
def test_a_page_not_in_the_form_is_refused(broken: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        cases(broken, "checks")
