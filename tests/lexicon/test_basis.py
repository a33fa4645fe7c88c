"""Words that say on what basis figures are told."""

import pytest

from tieout.lexicon.basis import sets_a_basis


@pytest.mark.parametrize(
    ("sentence", "is_one"),
    [
        ("Unless otherwise noted, all figures are non-GAAP.", True),
        ("My comments today are about adjusted results.", True),
        ("Adjusted net loss was $4.6 million.", False),
        ("Results for the second quarter were strong.", False),
    ],
)
def test_a_sentence_sets_a_basis(sentence: str, *, is_one: bool) -> None:
    assert sets_a_basis(sentence) is is_one
