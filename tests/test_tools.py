"""The scripts of tools/: what make calls, and nothing installs."""

import importlib.util
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from types import ModuleType

import pytest
from calibration.measured import MISSED, Difference, Measured, Seeded, company
from calibration.tallied import LEAD, chosen, folds, precision, tally
from gold import Verdict

TOOLS = Path(__file__).resolve().parent.parent / "tools"


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, TOOLS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_new_rule_is_a_module_and_its_page(tmp_path: Path) -> None:
    new_rule = script("new_rule")
    module, page = new_rule.write_rule("foot", "FT900", "things-do-not-add-up", tmp_path)
    assert module == tmp_path / "foot" / "things_do_not_add_up.py"
    assert page.read_text("utf-8").startswith("# things-do-not-add-up (FT900)\n")
    spec = importlib.util.spec_from_file_location("new", module)
    assert spec is not None
    assert spec.loader is not None
    written = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(written)
    rule = written.things_do_not_add_up
    assert (rule.code, rule.name, rule.tick, rule.page) == (
        "FT900", "things-do-not-add-up", "F", page,
    )  # fmt: skip
    assert "is taken" in new_rule.refusal("foot", "FT900", "others-do-not", tmp_path)
    with pytest.raises(FileExistsError):
        new_rule.write_rule("foot", "FT901", "things-do-not-add-up", tmp_path)


@pytest.mark.parametrize(
    ("family", "code", "name", "reason"),
    [
        ("foo", "FT900", "a-b", "FAMILY is one of"),
        ("foot", "RX900", "a-b", "CODE of the family foot is FT"),
        ("foot", "FT9", "a-b", "three digits"),
        ("foot", "FT900", "Total", "NAME states the defect"),
        ("foot", "FT900", "total-does-not-foot", ""),
    ],
)
def test_a_rule_that_cannot_be_is_refused(
    family: str, code: str, name: str, reason: str, tmp_path: Path
) -> None:
    refusal: Callable[..., str] = script("new_rule").refusal
    said = refusal(family, code, name, tmp_path)
    assert reason in said
    assert bool(reason) == bool(said)


def test_the_map_has_every_module_with_its_sentence() -> None:
    printed = script("module_map").module_map()
    assert "engine.py  " in printed
    assert "The two verbs. The whole flow, on one screen." in printed


def test_the_bench_knows_the_engines_stages() -> None:
    from tieout import engine

    bench = script("bench")
    spent = bench._stages("page.txt", b"Revenue was $7.2 million.\n")
    assert all(hasattr(engine, name) for name in bench.STAGES)
    assert set(spent) - {"tables"} == {*bench.STAGES.values(), "all"} - {"tables"}


def test_the_bench_counts_calls_and_figures_of_each_format() -> None:
    bench = script("bench")
    page = bench.Page("page.txt", b"Revenue was $7.2 million, up 10% from $6.5 million.\n")
    bench._measure(page)
    head, row = bench._by_format([page])
    assert dict(zip(head, row, strict=True))["figures"] == "3"
    assert page.calls > page.figures
    assert page.again <= page.new


def test_the_docs_have_a_place_for_what_the_bench_prints() -> None:
    bench = script("bench")
    _, rest = bench.PAGE_OF_DOCS.read_text("utf-8").split(bench.BEGINS)
    tables, _ = rest.split(bench.ENDS)
    assert "µs a figure" in tables


def test_a_composed_page_is_as_long_as_asked_and_ties(tmp_path: Path) -> None:
    from tieout.engine import check, read

    page = script("compose_page").page
    assert page(20) == page(20)
    assert 20_000 <= len(page(20)) < 40_000
    paper = check(read("page.htm", page(20).encode()))
    assert not [one for one in paper.checks if one.outcome == "differs"]
    kinds = {"income_statement", "balance_sheet", "cash_flow_statement"}
    assert {one.kind for one in paper.subject.statements} >= kinds


def test_the_round_trip_counts_what_comes_back() -> None:
    from tieout import api

    path = TOOLS.parent / "examples" / "capstone-fy2008q2-8k.txt"
    trip, _ = script("round_trip").round_trip(api.read(path))
    counts = [trip.titles, trip.headers, trip.captions, trip.cells, trip.facts, trip.prose]
    assert [str(count) for count in counts] == [
        "8/8",
        "6/6",
        "48/48",
        "114/114",
        "108/108",
        "17/17",
    ]
    assert (trip.expressions, trip.standing, trip.findings) == (20, 21, ())


def test_another_python_that_cannot_be_tried_is_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main = script("other_python").main
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\necho 3.9.2\n")
    bare = tmp_path / "bare"
    bare.write_text('#!/bin/sh\ntest "$1" = -c && echo 3.11.2 && exit\necho no ensurepip; exit 1\n')
    for python in (old, bare):
        python.chmod(0o755)
    assert main([str(python) for python in (tmp_path / "none", old, bare)]) == 0
    none, aged, unfit = capsys.readouterr().out.splitlines()
    assert "there is no " in none
    assert "is Python 3.9.2, and tieout needs 3.11" in aged
    assert unfit.endswith("can make no environment: no ensurepip.")


def test_a_python_that_only_stands_for_one_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shims, kept = tmp_path / "shims", tmp_path / "versions" / "3.12.1" / "bin"
    for place, name, answer in (
        (shims, "python3.14", "echo no such version >&2; exit 127"),
        (kept, "python3.12", "echo 3.12.1"),
    ):
        place.mkdir(parents=True)
        (place / name).write_text(f"#!/bin/sh\n{answer}\n")
        (place / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(shims))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    assert list(script("other_python").newest()) == [str(kept / "python3.12")]


def test_mutants_are_drawn_from_rooms_that_are_there() -> None:
    pytest.importorskip("cosmic_ray")
    mutants = script("mutants")
    modules = dict(mutants._modules(["model", "statements/sums"]))
    tests = modules["src/tieout/model/amount.py"]
    assert len(modules) > 3
    assert all((TOOLS.parent / test.partition("::")[0]).exists() for test in tests)
    kinds = {change.operator_name for change in mutants._changes("src/tieout/model/amount.py")}
    assert kinds <= mutants.KINDS
    assert "core/NumberReplacer" in kinds


GOLD = """[
 {"file": "page.txt", "verdict": "false", "text": "7.2 million", "near": "Revenue was $",
  "rule": "TI001", "why": "of a segment"},
 {"file": "page.txt", "verdict": "real", "text": "9.1", "near": "a backlog of $", "rule": null,
  "also": [{"text": "4 %", "near": "which is up "}]}
]"""


def test_a_figure_of_the_gold_is_found_by_what_stands_before_it() -> None:
    gold = script("gold")
    text = (
        "Revenue was $7.2 million. A\n segment's\n  revenue was $ 7.2\n million, not 17.2 million."
    )
    found = gold.locate(text, gold.Place("7.2 million", "segment's revenue was $"))
    assert text[found.start :] == "7.2\n million, not 17.2 million."
    assert gold.locate(text, gold.Place("7.2 million", "Revenue was $")).start == 13
    assert gold.locate(text, gold.Place("7.2 million", "the cost of revenue, $")) is None
    assert gold.locate(text, gold.Place("7.2 million", "not 1")) is None


def test_a_false_entry_speaks_of_its_own_rule_alone(tmp_path: Path) -> None:
    from tieout.model.document import Span

    gold = script("gold")
    path = tmp_path / "gold.json"
    path.write_text(GOLD)
    text = "Revenue was $7.2 million, with a backlog of $9.1 million, which is up 4 %."
    judged = gold.Judged(text, gold.read_gold(path)["page.txt"])
    assert judged.of("TI001", Span(13, 24)) == ("false", 0)
    assert judged.of("RX001", Span(13, 24)) == ("unjudged", None)
    for words in ("9.1 million", "4"):
        start = text.index(words, 30)
        assert judged.of("RX003", Span(start, start + len(words))) == ("real", 1)


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("nvidia-newsroom-fy2023q1.htm", "nvidia-newsroom"),
        ("frp-holdings-qe2015-03-31.pdf", "frp-holdings"),
        ("caterpillar-inc-8k-2022-04-28.htm", "caterpillar-inc"),
        ("forian-inc-pub2024-1113.md", "forian-inc"),
        ("1stdibs-com-2026q2.htm", "1stdibs-com"),
        ("azz-q3.htm", "azz"),
        ("release.txt", "release"),
    ],
)
def test_a_company_is_its_documents_name_up_to_the_period(name: str, whose: str) -> None:
    assert company(name) == whose


def test_a_bound_counts_a_finding_once_and_by_its_strongest_difference() -> None:
    one, other = ("a-2024.txt", -1, 7), ("a-2024.txt", 0, -1)
    measured = Measured(
        "a-2024.txt",
        differences=(
            Difference(14, "unjudged", one, is_error=True),
            Difference(30, "unjudged", one, is_error=False),
            Difference(20, "real", other, is_error=True),
        ),
        seeded=(Seeded("tables", 31), Seeded("prose", MISSED)),
    )
    low, high = tally([measured], 14), tally([measured], 30)
    assert (low.all, low.errors) == ({"unjudged": 1, "real": 1}, {"unjudged": 1, "real": 1})
    assert (high.all, high.errors) == ({"unjudged": 1}, {})
    assert (high.caught["tables"], high.seeded["prose"]) == (1, 1)
    assert tally([measured], 14, 30).all == {"real": 1}
    assert precision(low.all) == Fraction(1, 2)
    assert precision(tally([measured], 40).all) is None


def test_the_bound_chosen_catches_most_of_those_that_are_precise_enough() -> None:
    def measured(name: str, verdict: Verdict, bits: int, caught: int) -> Measured:
        difference = Difference(bits, verdict, (name, -1, 0), is_error=True)
        seeded = (Seeded("tables", caught),)
        return Measured(name, differences=(difference,), seeded=seeded)

    right = [measured(f"a-{year}.txt", "real", 33, 28) for year in range(2010, 2019)]
    wrong = measured("b-2024.txt", "false", 22, 35)
    assert chosen([*right, wrong]) == (LEAD, True)  # nine in ten are right
    assert chosen([*right[1:], wrong]) == (23, True)  # eight in nine are too few
    assert chosen([wrong]) == (LEAD, False)
    parts = folds([*right, wrong])
    assert sorted(map(len, parts)) == [0, 0, 0, 1, 9]  # a company is never divided


def test_documents_are_calibrated_on_with_and_without_gold(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main = script("calibrate").main
    example = str(TOOLS.parent / "examples" / "capstone-fy2008q2-8k.txt")
    assert main(["--errors", "2", "--jobs", "1", example]) == 0
    said = capsys.readouterr().out
    assert "documents: 1, companies: 1; seeded errors: 4, in 1 of the documents" in said
    assert "no gold file" in said
    assert "fold" not in said
    gold = tmp_path / "gold.json"
    gold.write_text(GOLD)
    page = tmp_path / "page.txt"
    page.write_text("Revenue was $7.2 million.\n")
    assert main(["--gold", str(gold), "--errors", "1", "--jobs", "1", str(page)]) == 0
    said = capsys.readouterr().out
    assert "0 of 1" in said.partition("known found")[2]
    assert "too few to mean anything alone" in said
    assert main(["--gold", str(page), str(page)]) == 2
    assert "is no gold file" in capsys.readouterr().err


def test_the_calibration_in_the_docs_is_of_todays_bounds() -> None:
    from tieout.proof.bounds import bounds

    printed = (TOOLS.parent / "docs" / "calibration.md").read_text("utf-8")
    now = {line.split()[1] for line in printed.splitlines() if line.startswith("*  ")}
    assert now == {str(bounds().bounds.differs)}, "run make calibrate, and put its tables there"
