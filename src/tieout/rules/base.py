"""Rule, the scan that finds every rule, and how a rule's page is opened."""

import importlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from pathlib import Path

import msgspec

from tieout.evidence.gathered import Evidence
from tieout.proof.proposal import Proposal
from tieout.proof.reserved import Reserved

Procedure = Callable[[Evidence], Iterator[Proposal | Reserved]]
"""What a rule does: from the figures in hand to what it proposes."""


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A code that is never reused, a name that states the defect, a tick letter, a procedure."""

    code: str
    name: str
    tick: str
    procedure: Procedure
    page: Path

    @property
    def title(self) -> str:
        """The sentence under the page's heading: what the rule finds."""
        lines = [line.strip() for line in self.page.read_text("utf-8").splitlines()]
        return next((line for line in lines[1:] if line), "")

    def apply(self, evidence: Evidence) -> Iterator[Proposal]:
        """Everything this rule proposes, under its code, name and tick."""
        for one in self.proposed(evidence):
            yield from one.make() if isinstance(one, Reserved) else (one,)

    def proposed(self, evidence: Evidence) -> Iterator[Proposal | Reserved]:
        """The same, with what it reserves for the judge to ask for."""
        for one in self.procedure(evidence):
            if isinstance(one, Reserved):
                yield Reserved(one.figure, partial(self._signed_all, one))
            else:
                yield self._signed(one)

    def _signed(self, proposal: Proposal) -> Proposal:
        """The proposal under the rule's code, name and tick."""
        return proposal.but(rule=self.code, name=self.name, tick=self.tick)

    def _signed_all(self, reserved: Reserved) -> Iterator[Proposal]:
        """What is reserved, once it is asked for, likewise."""
        return map(self._signed, reserved.make())


def rule(code: str, name: str, *, tick: str) -> Callable[[Procedure], Rule]:
    """Makes a function that yields checks a rule; its page is the .md file beside its module."""

    def make(procedure: Procedure) -> Rule:
        page = Path(procedure.__code__.co_filename).with_suffix(".md")
        return Rule(code=code, name=name, tick=tick, procedure=procedure, page=page)

    return make


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule found in the modules of tieout.rules that have a page, sorted by code."""
    home = Path(__file__).parent
    modules = (page.relative_to(home).with_suffix("").parts for page in home.rglob("*.md"))
    found = [
        value
        for names in modules
        for value in vars(importlib.import_module(".".join(("tieout.rules", *names)))).values()
        if isinstance(value, Rule)
    ]
    return tuple(sorted(found, key=lambda one: one.code))


def selected(
    rules: Iterable[Rule], select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> tuple[Rule, ...]:
    """The rules whose code or name begins with one selected, and with none ignored."""
    wanted, unwanted = tuple(select), tuple(ignore)
    return tuple(
        one
        for one in rules
        if (not wanted or one.code.startswith(wanted) or one.name in wanted)
        and not (unwanted and (one.code.startswith(unwanted) or one.name in unwanted))
    )
