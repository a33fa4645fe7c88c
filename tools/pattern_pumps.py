"""Strings made from a pattern's own parse tree, on which it may take more than linear time.

What leads to a repeat, what is repeated over and over, and an end that fits nowhere.
"""

import random
import re
from collections.abc import Callable, Iterator
from itertools import permutations
from re import _constants as op  # type: ignore[attr-defined]  # no public way to a parse tree
from re import _parser  # type: ignore[attr-defined]
from typing import Any, TypeAlias

from pattern_sites import Pattern

ANYWHERE = " \t\n\raAzZ0159,.;:-–—_()[]{}<>/\\$%&#*|\"'’!?=+~^@`€éß\x00\x0c\xa0\u200b"
LONG = 24
"""A repeat that may go on for longer is pumped."""

Tree: TypeAlias = Any
"""A parse tree or an element of one, as `re` has them for itself."""


class Pumps:
    """Strings made from a pattern's parse tree, each as what leads, is repeated, and ends."""

    def __init__(self, pattern: Pattern, seed: int = 1) -> None:
        """Those of a pattern."""
        compiled = pattern.compiled()
        self.flags = compiled.flags
        self.tree = _parser.parse(pattern.text, pattern.flags)
        self.chance = random.Random(seed)
        self.sets: dict[str, frozenset[str]] = {}
        self.groups: dict[int, Tree] = {}
        letters = dict.fromkeys(ANYWHERE)
        letters.update(dict.fromkeys(map(chr, _literals(self.tree))))
        self.letters = [one for one in letters if not 0xD800 <= ord(one) < 0xE000]
        self.repeats = list(self._repeats(self.tree, ()))
        kinds: dict[tuple[bool, ...], str] = {}
        every = list(_sets(self.tree))
        for letter in self.letters:
            kinds.setdefault(tuple(letter in self._letters(one) for one in every), letter)
        self.atoms = list(kinds.values())
        """A letter of each kind that the pattern tells apart."""

    def _letters(self, item: Tree) -> frozenset[str]:
        """Which of the letters one element of a pattern matches."""
        key = repr(item)
        if key not in self.sets:
            self.sets[key] = frozenset(filter(lambda c: _has(item, c, self.flags), self.letters))
        return self.sets[key]

    def _repeats(self, tree: Tree, before: tuple[Tree, ...]) -> Iterator[tuple[Tree, Tree]]:
        """Every long repeat, with the items that lead to it."""
        leads = list(before)
        for kind, value in tree:
            if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
                _, most, body = value
                if most > LONG:
                    yield tuple(leads), body
                yield from self._repeats(body, tuple(leads))
            elif kind is op.SUBPATTERN:
                self.groups[value[0]] = value[3]
                yield from self._repeats(value[3], tuple(leads))
            elif kind is op.ATOMIC_GROUP:
                yield from self._repeats(value, tuple(leads))
            elif kind in (op.ASSERT, op.ASSERT_NOT):
                yield from self._repeats(value[1], tuple(leads))
            elif kind is op.BRANCH:
                for branch in value[1]:
                    yield from self._repeats(branch, tuple(leads))
            leads.append((kind, value))

    def _word(self, items: Tree, most: int = 2) -> str:
        """Some string that the items match, as far as a look around does not forbid it."""
        return "".join(self._one(kind, value, most) for kind, value in items)

    def _one(self, kind: Tree, value: Tree, most: int) -> str:
        if kind in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY):
            fitting = self._letters((kind, value))
            if not fitting:
                return chr(value) if kind is op.LITERAL else ""
            return self.chance.choice([one for one in self.atoms if one in fitting] or [*fitting])
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            least, longest, body = value
            often = self.chance.randint(least, min(max(least, most), longest))
            return "".join(self._word(body, most) for _ in range(often))
        if kind is op.SUBPATTERN:
            return self._word(value[3], most)
        if kind is op.ATOMIC_GROUP:
            return self._word(value, most)
        if kind is op.BRANCH:
            return self._word(self.chance.choice(value[1]), most)
        if kind is op.ASSERT and value[0] > 0 and self.chance.random() < 0.3:
            return self._word(value[1], most)
        if kind is op.GROUPREF and value in self.groups:
            return self._word(self.groups[value], most)
        return ""

    def __call__(self, breadth: int) -> Iterator[tuple[str, str, str]]:
        """Pumps: more of them where the breadth is greater."""
        foreign = sorted(
            self.atoms, key=lambda one: sum(one in kind for kind in self.sets.values())
        )
        ends = dict.fromkeys(["", "\x00", *foreign[: 1 + breadth // 2]])
        made: dict[tuple[str, str], None] = {}
        for leads, body in [one for one in self.repeats for _ in range(2)]:
            bodies = [self._word(body) for _ in range(breadth)]
            if len(body) == 1 and body[0][0] in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY):
                bodies = [one for one in self.atoms if one in self._letters(body[0])]
            for one in bodies:
                lead = self._word(leads, 1)
                made[lead, one] = None
                made["", lead + one] = None
                made["", lead + one * 3] = None
                made["", lead] = None
                made[lead, one + self.chance.choice(bodies)] = None
        for one in self.atoms:
            made["", one] = None
        pairs = [a + b for a, b in permutations(self.atoms, 2)]
        for pair in self.chance.sample(pairs, min(len(pairs), 4 * breadth)):
            made["", pair] = None
        for _ in range(breadth):
            made["", self._word(self.tree)] = None
            made["", self._word(self.tree, 1)[:-1]] = None
        for lead, one in made:
            if one:
                yield from ((lead, one, end) for end in ends)


def _literals(tree: Tree) -> Iterator[int]:
    """The code of every letter that a pattern names."""
    for kind, value in _flat(tree):
        if kind in (op.LITERAL, op.NOT_LITERAL):
            yield value
        elif kind is op.IN:
            for one, what in value:
                if one is op.LITERAL:
                    yield what
                elif one is op.RANGE:
                    yield from what


def _sets(tree: Tree) -> Iterator[Tree]:
    """Every element that matches one letter."""
    for kind, value in _flat(tree):
        if kind in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY):
            yield kind, value


def _flat(tree: Tree) -> Iterator[tuple[Tree, Tree]]:
    """Every element of a parse tree."""
    for kind, value in tree:
        yield kind, value
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            yield from _flat(value[2])
        elif kind is op.SUBPATTERN:
            yield from _flat(value[3])
        elif kind is op.ATOMIC_GROUP:
            yield from _flat(value)
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            yield from _flat(value[1])
        elif kind is op.BRANCH:
            for branch in value[1]:
                yield from _flat(branch)
        elif kind is op.GROUPREF_EXISTS:
            for branch in filter(None, value[1:]):
                yield from _flat(branch)


_CATEGORY: dict[Tree, Callable[[str], bool]] = {
    op.CATEGORY_DIGIT: str.isdecimal,
    op.CATEGORY_NOT_DIGIT: lambda c: not c.isdecimal(),
    op.CATEGORY_SPACE: str.isspace,
    op.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    op.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    op.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
}


def _has(item: Tree, letter: str, flags: int) -> bool:
    """True where an element matches a letter."""
    kind, value = item
    if kind is op.ANY:
        return letter != "\n" or bool(flags & re.DOTALL)
    cases = {letter, letter.lower(), letter.upper()} if flags & re.IGNORECASE else {letter}
    codes = {ord(one) for one in cases if len(one) == 1}
    if kind is op.LITERAL:
        return value in codes
    if kind is op.NOT_LITERAL:
        return value not in codes
    found = negated = False
    for one, what in value:
        if one is op.NEGATE:
            negated = True
        elif one is op.LITERAL:
            found |= what in codes
        elif one is op.RANGE:
            found |= any(what[0] <= code <= what[1] for code in codes)
        elif one is op.CATEGORY:
            found |= _CATEGORY[what](letter)
    return found is not negated
