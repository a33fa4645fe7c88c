"""The house's own rules: where a thing stands, what stands beside it, and what it is called."""

import ast
import importlib
import importlib.util
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from types import ModuleType

import pytest

import tieout
from tieout.model import unit
from tieout.reports._words import TICKS
from tieout.rules.base import Rule, all_rules

HOUSE = Path(__file__).resolve().parent.parent
PACKAGE = HOUSE / "src" / "tieout"
MODULES = sorted(PACKAGE.rglob("*.py"))
HEADINGS = ["Procedure", "Why it matters", "When it is wrong", "References", "Cases"]
EXACT = (
    "model",
    "lexicon",
    "evidence",
    "proof",
    "rules",
    "statements",
    "claims",
    "tables",
    "forms",
)
"""The packages in which every number is an integer or a fraction."""

every_module = pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
every_rule = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)


def tool(name: str) -> ModuleType:
    """A script of tools/, as a module."""
    spec = importlib.util.spec_from_file_location(name, HOUSE / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


def words_of_docs() -> str:
    return "\n".join(
        path.read_text("utf-8") for path in [HOUSE / "README.md", *(HOUSE / "docs").rglob("*.md")]
    )


# ------------------------------------------------------------------------------------ modules


@every_module
def test_a_module_says_in_a_sentence_what_it_is(module: Path) -> None:
    sentence = (ast.get_docstring(ast.parse(module.read_text("utf-8"))) or "").partition("\n")[0]
    assert sentence.endswith((".", '."')), "the first line of its docstring is a sentence"


@every_module
def test_a_module_is_no_longer_than_one_sitting(module: Path) -> None:
    assert len(module.read_text("utf-8").splitlines()) <= 400, "split it by duty"


def has_own_test(module: Path) -> bool:
    """True where a test, a transcript or a page has the module's name."""
    tests = HOUSE / "tests" / module.relative_to(PACKAGE).parent
    return any(
        place.exists()
        for place in (
            module.with_suffix(".md"),
            tests / f"test_{module.stem}.py",
            tests / f"{module.stem}.md",
            tests.with_name(f"test_{tests.name}.py"),  # a package inside one, tested as a whole
        )
    )


def imported_by(module: Path) -> set[str]:
    """The modules it may import, by their full names."""
    return {
        name
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        for name in (node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names))
    }


@cache
def run_by_pages(top: str) -> frozenset[Path]:
    """The modules of a package of pages that its tested modules use, directly or not."""
    if top not in ("rules", "statements", "claims"):
        return frozenset()
    modules = {
        ".".join(["tieout", *path.relative_to(PACKAGE).with_suffix("").parts]): path
        for path in (PACKAGE / top).rglob("*.py")
    }
    found: set[Path] = set()
    held = [path for path in modules.values() if has_own_test(path)]
    held += [PACKAGE / top / "__init__.py"]  # what runs the pages
    while held:
        used = {modules[name] for name in imported_by(held.pop()) & set(modules)} - found
        found |= used
        held += used
    return frozenset(found)


@every_module
def test_a_module_that_does_something_has_its_test(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    if not any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree)):
        return  # declarations only
    package = module.relative_to(PACKAGE).parent
    tests = HOUSE / "tests" / package
    if module.name.startswith("_"):  # a package's own: tested through what the package gives
        beside = [tests.glob("test_*.py"), module.parent.glob("*.md")]
        beside.append(tests.parent.glob(f"test_{tests.name}.py"))
        assert any(chain.from_iterable(beside)), f"no test in {tests.relative_to(HOUSE)}"
        return
    top = module.relative_to(PACKAGE).parts[0]
    missing = f"no tests/{package}/test_{module.stem}.py, and no page"
    assert has_own_test(module) or module in run_by_pages(top), missing


@every_module
def test_money_is_never_a_float(module: Path) -> None:
    if module.relative_to(PACKAGE).parts[0] not in EXACT:
        return
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        named = isinstance(node, ast.Name) and node.id == "float"
        literal = isinstance(node, ast.Constant) and isinstance(node.value, float)
        assert not named, f"line {getattr(node, 'lineno', 0)}: float"
        assert not literal, f"line {getattr(node, 'lineno', 0)}: a float literal"


UNITS = frozenset(one.text for one in vars(unit).values() if isinstance(one, unit.Unit))
WORDS = frozenset({"shares", "percent"})
"""The texts of units that are words of prose, too: a type checker tells them apart."""


@every_module
def test_a_unit_is_spelled_in_one_place(module: Path) -> None:
    """`tieout.model.unit` names them; the lexicon, XBRL and layouts have words like them."""
    place = module.relative_to(PACKAGE)
    if place == Path("model/unit.py") or place.parts[0] in ("lexicon", "xbrl", "readers"):
        return
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        text = node.value if isinstance(node, ast.Constant) else None
        is_unit = text in UNITS - WORDS or (isinstance(text, str) and text.endswith("/shares"))
        assert not is_unit, f"line {getattr(node, 'lineno', 0)}: {text!r} is a unit"


def spelled(node: ast.AST) -> str:
    """A string as it is spelled in one expression, with () where a name's value goes."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(map(spelled, parts))
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return spelled(left) + spelled(right)
    return "()"


POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[*+?]|\{[0-9,]+\})\+")
"""Python before 3.11.5 takes `(?:ab?c)*+` wrong; right everywhere is `(?>(?:ab?c)*)`."""


@pytest.mark.parametrize(
    ("expression", "is_one"),
    [
        ("r'(?:ab?c)*+'", True),
        ("r'(ab){2,3}+'", True),
        ("rf'{WORD}++'", True),
        ("r'(?:a' + WORD + r')?+'", True),
        ("r'(?>(?:ab?c)*)'", False),
        ("r'[^)]*+[a-z]++'", False),
        (r"r'\)*+'", False),
    ],
)
def test_a_possessive_group_is_seen(expression: str, is_one: bool) -> None:  # noqa: FBT001
    words = spelled(ast.parse(expression, mode="eval").body)
    assert bool(POSSESSIVE_GROUP.search(words)) is is_one


@pytest.mark.parametrize("place", ["src", "tools"])
def test_no_pattern_has_what_an_admitted_python_takes_wrong(place: str) -> None:
    # Seen is what one expression spells, a quantifier behind a name's value too; what two
    # statements put together is not: for that, .ci/run reads exhibits with the system's Python.
    for module in sorted((HOUSE / place).rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Constant | ast.JoinedStr | ast.BinOp):
                found = POSSESSIVE_GROUP.search(spelled(node))
                assert not found, f"{module.name}, line {node.lineno}: a possessive group"


def test_the_source_holds_nothing_that_a_compiler_made() -> None:
    # It would stand in front of the code that it was made of, however that is changed.
    assert not [path for path in (HOUSE / "src").rglob("*") if path.suffix in (".so", ".pyd", ".c")]


def registrants() -> Iterator[str]:
    """The words of the examples' registrants that name nobody else."""
    common = {"corporation", "company", "incorporated", "holdings", "international", "group"}
    for example in (HOUSE / "examples").glob("*.txt"):
        text = example.read_text("utf-8", errors="replace")
        for name in re.findall(r"^(.+)\n\(Exact name of registrant", text, re.MULTILINE):
            yield from set(re.findall(r"[a-z]{5,}", name.lower())) - common


def test_nothing_is_made_for_one_company() -> None:
    names = sorted(set(registrants()))
    assert names, "the examples name their registrants"
    pattern = re.compile("|".join(names), re.IGNORECASE)
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in {".py", ".md", ".toml", ".txt"}:
            assert not pattern.search(path.read_text("utf-8")), f"{path.name} names a registrant"


# -------------------------------------------------------------------------------- public names


def test_the_public_names_are_the_sorted_all() -> None:
    assert tieout.__all__ == sorted(tieout.__all__)
    for name in tieout.__all__:
        home = importlib.import_module(getattr(tieout, name).__module__)
        assert getattr(home, name) is getattr(tieout, name)
    tree = ast.parse((PACKAGE / "__init__.py").read_text("utf-8"))
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tieout.")
        for alias in node.names
    }
    assert imported == set(tieout.__all__)


def test_a_name_that_is_none_says_so() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        _ = tieout.nonsense


def loaded_by(statement: str) -> set[str]:
    """The top-level modules a fresh interpreter has loaded after a statement."""
    code = f"import sys; before = set(sys.modules); {statement}; print(*set(sys.modules) - before)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in run.stdout.split()}


def test_importing_tieout_loads_no_library() -> None:
    assert loaded_by("import tieout") <= {"tieout", "typing", "collections", "contextlib", "re"} | (
        sys.stdlib_module_names
    )
    assert not loaded_by("import tieout") & {"importlib_metadata", "json", "pathlib", "asyncio"}


def test_reading_and_checking_load_nothing_but_msgspec() -> None:
    loaded = loaded_by("from tieout import check, read") - set(sys.stdlib_module_names)
    assert loaded - {"typing_extensions"} == {"tieout", "msgspec"}  # msgspec's own, if installed


NEEDLESS = {
    "rich": "of a page without tables",
    "tomllib": "where its files are compiled",
    "tieout.statements.lines": "of a text without a table",
    "tieout.tables.understood": "likewise",
    "tieout.drafts": "of one document by itself",
    "tieout.rules.tie.filings.ties": "likewise",
    "selectolax": "of a text",
    "zipfile": "likewise",
    "xml": "likewise",
    "tieout.readers.html.guard": "likewise",
    "tieout.readers.stacked": "likewise",
    "tieout.readers.submission.scan": "likewise",
    "tieout.readers.xlsx.sheets": "likewise",
    "lzma": "by nothing",
    "shutil": "likewise",
    "difflib": "of what is spelled right",
    "asyncio": "by nothing",
    "email": "likewise",
    "importlib.metadata": "likewise",
    "tempfile": "likewise",
    "tieout.bundle": "of what is not sealed",
    "tieout.assistants": "of what no assistant asks for",
    "tieout.edgar": "of what is a file",
    "anyio": "likewise",
}
"""What the check of a short text does not load, and why it would not be needed."""


@pytest.mark.parametrize("form", ["terminal", "json"])
def test_a_check_of_a_text_loads_nothing_that_it_does_not_use(form: str, tmp_path: Path) -> None:
    path = tmp_path / "small.txt"
    path.write_text(
        "Acme reports results\n\nRevenue was $7.2 million, up 145% from $2.9 million.\n"
    )
    command = (
        "import sys; from tieout.cli import run; "
        f"run(['check', {str(path)!r}, '--format', {form!r}]); "
        f"print(*({set(NEEDLESS)!r} & set(sys.modules)), file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, text=True, check=True
    )
    assert run.stderr.split() == []


def test_work_begins_in_a_child_before_anything_of_it_is_loaded() -> None:
    """What the parent has loaded is copied by the child, and taken apart by nobody."""
    command = (
        "import sys; from tieout import __main__ as program, limits; "
        "limits.guarded = lambda *_: print(*sys.modules); program._leave = print; program.main()"
    )
    run = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, text=True, check=True
    )
    assert not {"click", "typing", "re", "tieout.cli"} & set(run.stdout.split())


# --------------------------------------------------------------------------------------- rules


def test_the_rules_are_those_pinned(golden: Callable[[Path, str], None]) -> None:
    lines = "".join(f"{rule.code} {rule.name}\n" for rule in all_rules())
    golden(HOUSE / "tests" / "rules.txt", lines)


def test_codes_and_names_are_unique() -> None:
    rules = all_rules()
    assert len({rule.code for rule in rules}) == len(rules)
    assert len({rule.name for rule in rules}) == len(rules)


@every_rule
def test_a_rule_is_named_for_the_defect(rule: Rule) -> None:
    made = tool("new_rule")
    letters, tick = made.TICKS[rule.page.parent.name]
    assert rule.tick == made.OWN.get(rule.name, tick)
    assert re.fullmatch(rf"{letters}[0-9]{{3}}", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", rule.name)


def test_the_legend_has_the_tick_marks_that_rules_use_and_no_others() -> None:
    assert {rule.tick for rule in all_rules()} == set(TICKS)


ONE_SIDED = {
    ("RD001", "differs"): "an unread table is told, not accused",
    ("RD001", "agrees"): "likewise",
    ("RD002", "differs"): "an unread column is told, not accused",
    ("RD002", "agrees"): "likewise",
    ("RF001", "differs"): "dividends and buybacks move the balance too: it ticks only when it ties",
    (
        "RX008",
        "agrees",
    ): "a fitting word proves nothing of the figure, so only a contradiction is told",
    ("RX009", "agrees"): "its operands are estimates: rounds at best",
    ("RX011", "differs"): "what is told per share may be after tax or of one class of shares",
    ("FM008", "agrees"): "that its year is right does not make a day so",
    ("FM009", "agrees"): "what the table is of is ticked figure by figure",
    ("FM010", "agrees"): "that a day is past does not make it right",
    ("PR002", "agrees"): "a mark with its note proves nothing of the amount beside it",
    ("PR003", "agrees"): "that two tables name one scale proves no amount",
    ("PR004", "agrees"): "that a heading is there proves no amount",
    ("PR005", "agrees"): "that commas stand right proves no amount",
    ("LB001", "agrees"): "that a date is not an old one does not make it right",
    ("LB002", "agrees"): "that a sentence is new does not make it right",
    ("LB003", "agrees"): "that a column is new does not make it right",
    ("TI007", "agrees"): "a figure that stands in its line is ticked by TI001",
}
"""Outcomes that a rule never reaches, by design, and why."""


@every_rule
def test_a_rule_has_its_page(rule: Rule) -> None:
    page = rule.page.read_text("utf-8")
    assert page.splitlines()[0] == f"# {rule.name} ({rule.code})"
    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == HEADINGS
    outcomes = re.findall(
        rf"^{rule.code} ([a-z-]+)", page.partition("\n## Cases\n")[2], re.MULTILINE
    )
    for outcome in ("differs", "agrees"):
        reason = ONE_SIDED.get((rule.code, outcome))
        assert (outcome in outcomes) is (reason is None), f"no case that {outcome}, or one too many"


OLD_WORDS = re.compile(
    r"\b([Tt]ells?|[Tt]old|[Tt]ellings?|[Hh]itherto|[Ww]hereof|[Tt]hereof|borne out|bears? out)\b"
)
PAGES = sorted([*PACKAGE.rglob("*.md"), *HOUSE.glob("docs/*.md"), HOUSE / "README.md"])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(HOUSE)))
def test_a_page_is_in_plain_words_of_today(page: Path) -> None:
    lines = page.read_text("utf-8").splitlines()
    assert not [line for line in lines[1:] if OLD_WORDS.search(line)]


def test_every_page_of_a_rule_has_its_rule() -> None:
    pages = {rule.page.resolve() for rule in all_rules()}
    for page in (PACKAGE / "rules").rglob("*.md"):
        retired = "retired" in page.read_text("utf-8").partition("\n## ")[0]
        assert retired or page.resolve() in pages, f"{page.name}: no rule beside it"


# ---------------------------------------------------------------------------------------- docs


def test_the_changelog_and_the_project_are_of_this_version() -> None:
    top = re.search(r"^## \[?([0-9][^\] ]*)", (HOUSE / "CHANGELOG.md").read_text("utf-8"), re.M)
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["project"]
    assert top is not None
    assert top[1] == tieout.__version__ == project["version"]


def test_the_map_in_architecture_is_that_of_today(updating: bool) -> None:  # noqa: FBT001
    path = HOUSE / "ARCHITECTURE.md"
    text = path.read_text("utf-8")
    today = tool("module_map").module_map()
    head, mark, rest = text.partition("```text map\n")
    printed, _, tail = rest.partition("```\n")
    assert mark, "ARCHITECTURE.md has a fence ```text map"
    if updating:
        path.write_text(f"{head}{mark}{today}```\n{tail}", "utf-8")
        return
    assert printed == today, "the map is out of date: make update"


def test_the_docs_tell_of_every_command() -> None:
    words = words_of_docs()
    for module in (PACKAGE / "cli").glob("[!_]*.py"):
        name = module.stem.replace("_", "-")
        assert f"tieout {name}" in words, f"no word of `tieout {name}`"


def test_the_docs_tell_of_every_make_target() -> None:
    words = words_of_docs() + (HOUSE / "CONTRIBUTING.md").read_text("utf-8")
    targets = re.findall(r"^([a-z-]+):.*##", (HOUSE / "Makefile").read_text("utf-8"), re.M)
    assert len(targets) >= 10
    for target in targets:
        assert f"make {target}" in words, f"no word of `make {target}`"


@pytest.mark.parametrize(
    "page", sorted([*HOUSE.glob("*.md"), *(HOUSE / "docs").rglob("*.md")]), ids=lambda p: p.name
)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{target} is not there"
