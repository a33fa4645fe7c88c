"""What seeding errors has shown, as JSON, in the format the contract fixes."""

import msgspec
from msgspec import Struct

from tieout.model.sensitivity import Proof, Tally


class _Missed(Struct, frozen=True):
    """An error nothing was said of, or that was ticked all the same."""

    kind: str
    place: str
    span: tuple[int, int]
    text: str
    altered: str
    why: str


class _Proof(Struct, frozen=True):
    """The whole proof; `unprotected` counts, by reason, the figures that no check tests.

    `caught` are noticed as findings and `led` as leads, which are not proven.
    """

    name: str
    seed: int
    differences: int
    errors: int
    caught: int
    noted: int
    ticked: int
    missed: tuple[_Missed, ...]
    by_rule: dict[str, int]
    by_kind: dict[str, Tally]
    by_place: dict[str, Tally]
    by_family: dict[str, Tally]
    figures: int
    unprotected: dict[str, int]
    led: int = 0


def render(proof: Proof) -> bytes:
    """The proof's JSON, UTF-8, on one line."""
    total = proof.total
    missed = tuple(
        _Missed(
            one.slip.kind,
            one.slip.place,
            (one.span.start, one.span.end),
            one.text,
            one.altered,
            one.why,
        )
        for one in proof.seeded
        if one.fate in ("missed", "ticked")
    )
    return msgspec.json.encode(
        _Proof(
            proof.name,
            proof.seed,
            proof.differences,
            total.errors,
            total.caught,
            total.noted,
            total.ticked,
            missed,
            proof.by_rule,
            proof.by_kind,
            proof.by_place,
            proof.by_family,
            proof.figures,
            proof.unprotected,
            total.led,
        )
    )
