"""What became of a release's non-GAAP measures since the release before it."""

from typing import Literal, TypeAlias

from msgspec import Struct

News: TypeAlias = Literal["added", "dropped", "redefined"]


class MeasureNews(Struct, frozen=True, gc=False):
    """A measure that one of two releases has, or that both have and define in other words.

    `was` and `now` are what the earlier release and this one say: the caption, or the sentence
    that defines it; empty where the release has no such measure. `is_told` is true where this
    release says that a measure or its presentation has changed.
    """

    measure: str
    news: News
    was: str = ""
    now: str = ""
    is_told: bool = False


class Since(Struct, frozen=True, gc=False):
    """What is new since an earlier release: its number among the workpaper's documents."""

    document: int
    measures: tuple[MeasureNews, ...]
