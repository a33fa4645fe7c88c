"""What made a workpaper, and in what another tool is told from this one."""

import sys

from msgspec.structs import replace

import tieout
from tieout.bundle.manifest import RulePage
from tieout.bundle.tool import changes, tool
from tieout.rules.base import all_rules


def test_the_tool_at_work_is_told_by_version_and_hash() -> None:
    rules = all_rules()
    now = tool(rules)
    assert now == tool(rules)
    assert (now.tieout, len(now.code)) == (tieout.__version__, 64)
    assert now.python.endswith(".".join(map(str, sys.version_info[:3])))
    assert "msgspec" in now.libraries
    assert [one.code for one in now.rules] == [one.code for one in rules]
    assert list(changes(now, now)) == []


def test_another_tool_is_told_in_sentences() -> None:
    now = tool(all_rules()[:3])
    first, second, third = now.rules
    sealed = replace(
        now,
        code="0" * 64,
        python="cpython 3.99.0",
        libraries=now.libraries | {"msgspec": "0.0", "selectolax": now.libraries["selectolax"]},
        rules=(replace(first, sha256="0"), second, RulePage("XX001", "0")),
    )
    said = list(changes(sealed, now))
    assert said[0] == f"it was sealed with another build of tieout {now.tieout} than this one"
    assert "rules that it was sealed with and that are none now: XX001" in said
    assert f"rules that are new since: {third.code}" in said
    assert f"rules whose page has changed since: {first.code}" in said
    assert f"it was sealed under cpython 3.99.0, and this is {now.python}" in said
    assert f"it was sealed with msgspec 0.0, and here is {now.libraries['msgspec']}" in said
    older = replace(now, tieout="0.0.1")
    assert list(changes(older, now)) == [
        f"it was sealed with tieout 0.0.1, and this is tieout {now.tieout}"
    ]
