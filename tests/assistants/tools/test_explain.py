"""The tool explain: a rule's page without its cases, and the list."""

import pytest

from tieout.assistants.folders import Folders
from tieout.assistants.tools.explain import Asked, answer
from tieout.errors import Misuse
from tieout.rules.base import all_rules


def test_a_rule_by_code_and_by_name(folders: Folders) -> None:
    made = answer(Asked("ft001"), folders)
    assert made == answer(Asked("total-does-not-foot"), folders)
    words = "\n\n".join(one["says"] for one in made["entries"])
    assert words.startswith("# total-does-not-foot (FT001)")
    assert "## When it is wrong" in words
    assert "## Cases" not in words


def test_the_list_and_what_is_not_on_it(folders: Folders) -> None:
    made = answer(Asked(), folders)
    assert made["in_all"] == len(all_rules())
    assert made["entries"][0].keys() == {"code", "name", "finds"}
    with pytest.raises(Misuse, match="without a code, explain lists them all"):
        answer(Asked("XX999"), folders)
