"""Which lines make which total: groups that captions close, and sums that columns give away."""

from typing import TypeAlias

from msgspec import Struct

from tieout.model.statement import Sum

Sums: TypeAlias = tuple[Sum, ...]
Weights: TypeAlias = tuple[int, ...]
"""The sign with which each line's printed figures enter the statement's last result: +1 for
revenue, −1 for a cost printed without brackets; 0 for a line that enters no sum."""


class Added(Struct, frozen=True):
    """How a kind's lines add up."""

    weights: Weights
    sums: Sums
