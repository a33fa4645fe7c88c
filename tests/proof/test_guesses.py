"""The likeliest of several guesses."""

from collections.abc import Iterator

import pytest

from tieout.proof.guesses import likeliest


@pytest.mark.parametrize(
    ("guesses", "expected"),
    [
        ({"one": "++-", "other": "+++"}, "other"),
        ({"one": "+++", "other": "+++"}, "one"),  # the first of equals
        ({"one": "++--"}, None),  # as many miss
        ({"few": "+", "many": "+++--"}, "many"),
        ({}, None),
    ],
)
def test_the_guess_that_holds_most_and_more_often_than_not(
    guesses: dict[str, str], expected: str | None
) -> None:
    assert likeliest(guesses, lambda one: (sign == "+" for sign in guesses[one])) == expected


def test_a_guess_that_only_misses_is_given_up() -> None:
    asked: list[int] = []

    def holds(_: str) -> Iterator[bool]:
        for number in range(1000):
            asked.append(number)
            yield False

    assert likeliest(["wrong"], holds) is None
    assert len(asked) < 10
