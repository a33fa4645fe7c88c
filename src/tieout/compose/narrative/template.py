"""Templates rendered in a sandbox, with bounds on what they take and give."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from typing import Any, TypeVar

from tieout.compose.narrative.record import Record, is_marked
from tieout.compose.narrative.terms import Stated, Term
from tieout.errors import Misuse
from tieout.extras import needs
from tieout.patterns import pattern

LARGEST = 512 * 1024
"""Characters of a template."""
MOST_WRITTEN = 2 * 1024 * 1024
"""Characters that a template may print."""
MOST_TURNS = 10_000
"""Turns that all loops of a template may take together."""

_LONGEST_JOINED = 10_000
_Made = TypeVar("_Made")
_WORDS = ("upper", "lower", "title", "capitalize")


class Templates:
    """Renders templates with the terms, functions and filters of one book."""

    def __init__(
        self,
        record: Record,
        printed: Callable[[Term | Stated], str],
        filters: Mapping[str, Callable[..., Any]],
        functions: Mapping[str, Callable[..., Any]],
        variables: Mapping[str, object],
    ) -> None:
        """A sandbox with these names and no others; raises Misuse where Jinja is missing."""
        try:
            from jinja2 import StrictUndefined
            from jinja2.sandbox import ImmutableSandboxedEnvironment
        except ImportError:
            raise Misuse(needs("composing", "jinja2", "write")) from None
        self._record = record
        self._printed = printed
        self._turns = 0
        self._place: Callable[[int], str] = str
        environment = ImmutableSandboxedEnvironment(
            undefined=StrictUndefined, keep_trailing_newline=True, cache_size=0, autoescape=False
        )
        environment.globals = {**functions, **variables}
        environment.filters = {  # Jinja's own would pad, repeat and format without bounds
            **{name: self._bounded(environment.filters[name], worded=True) for name in _WORDS},
            **{name: self._bounded(one) for name, one in filters.items()},
            "_figure": _figure,
            "_say": self._say,
            "_counted": self._counted,
            "_joined": self._joined,
        }
        environment.tests = {}
        self._environment = environment
        self._variables = dict(variables)
        self._functions = list(functions)
        self._filters = [*filters, *_WORDS]

    def render(
        self,
        text: str,
        place: Callable[[int], str],
        own: Mapping[str, object] | None = None,
        attributes: Mapping[str, tuple[str, ...]] | None = None,
    ) -> str:
        """What the template prints, its numbers marked; raises Misuse with the place of a line.

        `place` tells where a line of the template stands, `own` are names for it alone.
        """
        if len(text) > LARGEST:
            raise Misuse(f"{place(1)}: {len(text):,} characters; {LARGEST:,} is the limit")
        if is_marked(text):
            raise Misuse(f"{place(1)}: it holds characters for private use: take them out")
        if "{" not in text:
            return text
        from jinja2 import TemplateError

        from tieout.compose.narrative.vetted import Names, Refusal, vet

        variables = {**self._variables, **(own or {})}
        self._turns, self._place = 0, place
        try:
            template = self._environment.parse(text, filename="narrative")
            vet(template, Names(variables, dict(attributes or {}), self._functions, self._filters))
            code = self._environment.compile(template, filename="narrative")
            compiled = self._environment.template_class.from_code(
                self._environment, code, dict(self._environment.globals)
            )
            return self._written(compiled.generate(dict(own or {})))
        except Refusal as reason:
            raise Misuse(f"{place(reason.line)}: {reason}") from None
        except TemplateError as reason:
            line = getattr(reason, "lineno", None) or _line_of(reason)
            raise Misuse(f"{place(line)}: {reason}") from None
        except (RecursionError, MemoryError, SyntaxError, OverflowError):
            raise Misuse(f"{place(1)}: the expressions are nested too deep") from None
        except (TypeError, ValueError, ArithmeticError) as reason:
            raise Misuse(f"{place(_line_of(reason))}: {_sentence(reason)}") from None
        except Misuse as reason:
            raise Misuse(f"{place(_line_of(reason))}: {reason}") from None

    def _written(self, pieces: Iterable[str]) -> str:
        """The pieces together, up to the limit."""
        written: list[str] = []
        length = 0
        for piece in pieces:
            length += len(piece)
            if length > MOST_WRITTEN:
                raise Misuse(f"it prints more than {MOST_WRITTEN:,} characters")
            written.append(piece)
        return "".join(written)

    def _say(self, value: object, line: int) -> str:
        """What an expression prints: words, a whole number, or a figure in house style."""
        if isinstance(value, (Term, Stated)):
            value = self._printed(value)
        if isinstance(value, bool) or not isinstance(value, (str, int)):
            raise Misuse(f"{type(value).__name__.lower()} is nothing to print: name a figure")
        text = str(value)
        self._record.stand(text, self._place(line))
        return text

    def _counted(self, turns: Iterable[object]) -> Iterator[object]:
        """The same, each turn of every loop counted."""
        for turn in turns:
            self._turns += 1
            if self._turns > MOST_TURNS:
                raise Misuse(f"its loops turn more than {MOST_TURNS:,} times")
            yield turn

    def _joined(self, parts: list[object]) -> str:
        """What ~ joins, figures in house style."""
        return _short("".join(str(self._worded(one)) for one in parts))

    def _worded(self, value: object) -> object:
        """A figure in house style; anything else as it is."""
        return self._printed(value) if isinstance(value, (Term, Stated)) else value

    def _bounded(self, made: Callable[..., Any], *, worded: bool = False) -> Callable[..., Any]:
        """The filter, giving no long words; one of words is given figures in house style."""

        @wraps(made)
        def filtered(value: object, *arguments: object, **named: object) -> object:
            return _short(made(self._worded(value) if worded else value, *arguments, **named))

        return filtered


def _short(value: _Made) -> _Made:
    """The value; raises Misuse for words that no sentence is made of."""
    if isinstance(value, str) and len(value) > _LONGEST_JOINED:
        raise Misuse(f"an expression makes more than {_LONGEST_JOINED:,} characters")
    return value


def _figure(value: object) -> Term:
    """The figure that is added; raises Misuse for anything else."""
    if isinstance(value, Term):
        return value
    raise Misuse("only figures are added and subtracted: join words with ~")


def _line_of(reason: BaseException) -> int:
    """The line of the template in which something was raised; Jinja tells it in the traceback."""
    trace, line = reason.__traceback__, 1
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "narrative":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


_ARGUMENT = pattern(r"(?:\w+\.)*(\w+)\(\) (.*)", re.DOTALL)


def _sentence(reason: Exception) -> str:
    """What Python says of a call, without where it was made."""
    if "integer string conversion" in str(reason):  # its advice is how to lift the limit
        return "a number is longer than any figure"
    found = _ARGUMENT.match(str(reason))
    return f"{found[1]} {found[2]}" if found else str(reason)
