"""Rules' conclusions: checks, outcomes."""

from typing import Literal, TypeAlias

from msgspec import Struct

Outcome: TypeAlias = Literal["agrees", "rounds", "differs", "not-tested"]
Ending: TypeAlias = Literal["agrees", "rounds", "differs", "not-tested", "excluded"]
Severity: TypeAlias = Literal["error", "warning"]


Cause: TypeAlias = Literal[
    "", "restated", "revised", "reclassified", "re-presented", "adopted", "split", "unexplained"
]
"""Why a comparative is not what an earlier filing reported, as the documents and totals tell.

Empty where nothing of the kind is asked; "unexplained" where it is asked and nothing tells.
"""


class Ref(Struct, frozen=True, gc=False, order=True):
    """A figure of one of a workpaper's documents, by number; the subject is document 0."""

    document: int
    figure: int


class Operand(Struct, frozen=True, gc=False):
    """A figure a check rests on.

    `pinned` is true where a change of the figure by a few of its last units would have changed
    the outcome. Only a pinned operand is proven by the check: weighted shares of 145,440 are
    not, by earnings per share of two digits.
    """

    ref: Ref
    pinned: bool = True


Binding: TypeAlias = Literal["cell", "concept", "caption", "sentence", "digits", "filing"]
"""How an operand was found: in the subject's own row and column; as the same concept and period of
a primary statement; by its caption word for word; by the words of the sentence; by its digits; as
the same line of another filing. The last four prove less than the first two."""


class Ground(Struct, frozen=True, gc=False):
    """Why a reading is believed: how its operands were bound, and what corroborates that.

    `bits` is how far the other figures bear the reading out, less what speaks against it: each bit
    halves the chance that it is the reading that is wrong. `says` is the same in words.
    """

    bound: tuple[Binding, ...]
    bits: int
    says: str


class Suspect(Struct, frozen=True, gc=False):
    """A figure of the subject, as it is printed, and the number that would settle differences."""

    ref: Ref
    reported: str
    wanted: str


class Blame(Struct, frozen=True, gc=False):
    """Differences that one figure would explain: with another number, every one of them agrees.

    `checks` are those of the workpaper, by number; `suspects` are the figures any one of which
    would: of several, nothing says which it is.
    """

    checks: tuple[int, ...]
    suspects: tuple[Suspect, ...]


class Check(Struct, frozen=True, gc=False):
    """One rule applied to one figure.

    `reported`, `expected` and `difference` are printed as the subject is; `reason` says why a
    check is not tested, or what a rounding rests on. `message` is the finding's sentence, `cause`
    why a comparative changed since it was first reported. `ground` is what a finding or a lead
    rests on. A lead is a check that is not tested because its difference is not proven: worth a
    person's look, with what was expected and why that may be wrong.
    """

    rule: str
    name: str
    tick: str
    outcome: Outcome
    severity: Severity
    subject: Ref
    operands: tuple[Operand, ...] = ()
    reported: str = ""
    expected: str = ""
    difference: str = ""
    formula: str = ""
    message: str = ""
    reason: str = ""
    cause: Cause = ""
    ground: Ground | None = None
    is_lead: bool = False

    @property
    def figures(self) -> frozenset[int]:
        """The figures of the document under test that the check is of, and rests on."""
        refs = (self.subject, *(one.ref for one in self.operands))
        return frozenset(ref.figure for ref in refs if not ref.document)
