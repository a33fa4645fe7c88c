"""The scripts of tools/: what make calls, and nothing installs."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

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
    spent, figures = bench._stages(b"Revenue was $7.2 million.\n")
    assert all(hasattr(engine, name) for name in bench.STAGES)
    assert figures == 1
    assert set(spent) - {"tables"} == {*bench.STAGES.values(), "all"} - {"tables"}


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
    assert [main(str(python)) for python in (tmp_path / "none", old, bare)] == [0, 0, 0]
    none, aged, unfit = capsys.readouterr().out.splitlines()
    assert "there is no " in none
    assert "is Python 3.9.2, and tieout needs 3.11" in aged
    assert unfit.endswith("can make no environment: no ensurepip.")


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
