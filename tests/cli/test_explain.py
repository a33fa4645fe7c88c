"""tieout explain: a rule's page, or the list."""

from pathlib import Path
from typing import Any

import pytest

from tieout.evidence.gathered import Evidence
from tieout.rules import base


@pytest.fixture(autouse=True)
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rules with their pages."""
    made = []
    for code, name in (("FT001", "total-does-not-foot"), ("RX003", "ratio-does-not-recompute")):
        page = tmp_path / f"{code}.md"
        page.write_text(f"# {name} ({code})\n\nSomething *differs*.\n\n## Procedure\n\nAdd.\n")
        made.append(base.Rule(code=code, name=name, tick=code[:1], procedure=_none, page=page))
    monkeypatch.setattr(base, "all_rules", lambda: tuple(made))


def _none(_: Evidence) -> Any:
    return iter(())


@pytest.mark.parametrize("code", ["FT001", "ft001", "total-does-not-foot", "Total-Does-Not-Foot"])
def test_a_rule_goes_by_code_or_name(code: str, tieout: Any) -> None:
    answer = tieout("explain", code)
    assert answer.status == 0
    assert "total-does-not-foot (FT001)" in answer.out
    assert "Something differs." in answer.out


def test_alone_it_lists_them_all(tieout: Any) -> None:
    answer = tieout("explain")
    assert answer.status == 0
    for word in ("FT001", "total-does-not-foot", "RX003", "ratio-does-not-recompute"):
        assert word in answer.out


def test_an_unknown_code_is_guessed(tieout: Any) -> None:
    answer = tieout("explain", "FT01")
    assert answer.status == 2
    assert answer.err.startswith("tieout: there is no rule 'FT01': did you mean FT001?")


def test_an_unknown_name_is_guessed(tieout: Any) -> None:
    assert "did you mean RX003?" in tieout("explain", "ratio-doesnt-recompute").err
