"""Templates held to what a narrative needs: no calls, attributes or loops but those bounded here.

What a template does is bounded before it runs: there is nothing in it that repeats but loops over
what is listed, and each turn of one is counted.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import cast

from jinja2 import nodes

from tieout.errors import Misuse
from tieout.toml.strict import unknown

SAY, COUNTED, JOINED, FIGURE = "_say", "_counted", "_joined", "_figure"
"""Filters that are put around what is printed, looped over, joined with ~, and added."""

_MOST_NODES = 200_000
_MOST_DEPTH = 60
_ALLOWED = (
    *(nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Filter, nodes.Keyword),
    *(nodes.If, nodes.CondExpr, nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand),
    *(nodes.Add, nodes.Sub, nodes.Concat, nodes.For, nodes.Assign, nodes.Call, nodes.Getattr),
    *(nodes.List, nodes.Tuple, nodes.Template),
)
_CALLED = {
    nodes.Include: "reach other files",
    nodes.Import: "reach other files",
    nodes.FromImport: "reach other files",
    nodes.Extends: "reach other files",
    nodes.Getitem: "take values apart",
    nodes.Slice: "take values apart",
    nodes.Macro: "define macros",
    nodes.CallBlock: "define macros",
    nodes.Mul: "multiply",
    nodes.Pow: "raise to powers",
    nodes.Mod: "format with %",
    nodes.Div: "divide: say share or per_share",
    nodes.FloorDiv: "divide: say share or per_share",
}
_LOOP = ("first", "last", "index")


class Names:
    """What a template may name: variables, their attributes, functions and filters."""

    def __init__(
        self,
        variables: Iterable[str],
        attributes: dict[str, tuple[str, ...]],
        functions: Iterable[str],
        filters: Iterable[str],
    ) -> None:
        """The names of each kind."""
        self.variables = list(variables)
        self.attributes = {**attributes, "loop": _LOOP}
        self.functions = list(functions)
        self.filters = list(filters)


def vet(template: nodes.Template, names: Names) -> None:
    """Raises a Refusal for what no narrative may do; puts counting filters where they are due."""
    assigned = {node.name for node in template.find_all(nodes.Name) if node.ctx == "store"} | {
        "loop"
    }
    held: list[tuple[nodes.Node, int]] = [(template, 0)]
    seen = 0
    while held:
        node, depth = held.pop()
        seen += 1
        if depth > _MOST_DEPTH or seen > _MOST_NODES:
            raise Refusal(node.lineno, "the expressions are nested too deep: write them apart")
        _vet_node(node, names, assigned)
        held += [(child, depth + 1) for child in node.iter_child_nodes()]
    _wrap(template)


class Refusal(Misuse):
    """What a template may not do, with its line."""

    def __init__(self, line: int, reason: str) -> None:
        """The line of the template and the reason."""
        super().__init__(reason)
        self.line = line


def _vet_node(node: nodes.Node, names: Names, assigned: set[str]) -> None:
    """Raises a Refusal where one node is none that a narrative needs."""
    line = node.lineno
    if not isinstance(node, _ALLOWED):
        what = _CALLED.get(type(node), f"use {type(node).__name__.lower()}")
        raise Refusal(line, f"a narrative may not {what}")
    if isinstance(node, nodes.Name):
        _vet_name(node, names, assigned)
    elif isinstance(node, nodes.Filter):
        if node.node is None or node.name not in names.filters:
            raise Refusal(line, unknown(f"filter {node.name!r}", node.name, names.filters))
        if node.dyn_args is not None or node.dyn_kwargs is not None:
            raise Refusal(line, "a narrative may not unpack arguments")
    elif isinstance(node, nodes.Const):
        if node.value is not None and not isinstance(node.value, (int, str)):
            raise Refusal(line, f"{node.value} is no figure of the book: name the line it is in")
    elif isinstance(node, nodes.Call):
        _vet_call(node, names)
    elif isinstance(node, nodes.Getattr):
        _vet_attribute(node, names)
    elif isinstance(node, nodes.For) and node.recursive:
        raise Refusal(line, "a narrative may not loop recursively")
    elif isinstance(node, nodes.For) and not isinstance(node.iter, (nodes.List, nodes.Tuple)):
        raise Refusal(line, "a loop runs over a list: {% for line in [revenue, net_loss] %}")
    elif isinstance(node, nodes.Assign) and not isinstance(node.target, nodes.Name):
        raise Refusal(line, "a narrative sets one name at a time")
    elif isinstance(node, nodes.Assign) and isinstance(node.node, (nodes.List, nodes.Tuple)):
        raise Refusal(line, "a list stands in a loop, not in a name")


def _vet_name(node: nodes.Name, names: Names, assigned: set[str]) -> None:
    """Raises a Refusal for a name that is none, or that is set although it is the book's."""
    taken = {*names.variables, *names.functions, *names.attributes}
    if node.ctx == "store":
        if node.name in taken or node.name.startswith("_"):
            raise Refusal(node.lineno, f"{node.name!r} is taken: set another name")
    elif node.name not in taken | assigned:
        known = sorted(taken | assigned - {"loop"})
        raise Refusal(node.lineno, _no_line(node.name, known))


def _no_line(name: str, known: list[str]) -> str:
    """That there is no line of a name, with those near."""
    near = get_close_matches(name, known, n=3, cutoff=0.6)
    guess = f": did you mean {' or '.join(near)}?" if near else ": give a line that key"
    return f"there is no line {name!r}{guess}"


def _vet_call(node: nodes.Call, names: Names) -> None:
    """Raises a Refusal for a call of what is no function of the narrative."""
    name = node.node.name if isinstance(node.node, nodes.Name) else ""
    if name not in names.functions or node.dyn_args is not None or node.dyn_kwargs is not None:
        raise Refusal(node.lineno, f"a narrative calls {', '.join(names.functions)} alone")


def _vet_attribute(node: nodes.Getattr, names: Names) -> None:
    """Raises a Refusal for an attribute that is not told of."""
    owner = node.node.name if isinstance(node.node, nodes.Name) else ""
    if node.attr not in names.attributes.get(owner, ()):
        told = owner or "a value"
        raise Refusal(node.lineno, f"a narrative may not reach {node.attr!r} of {told}")


def _wrap(template: nodes.Template) -> None:
    """Puts filters that bound and record around what is printed, looped over, joined and added."""
    for output in list(template.find_all(nodes.Output)):
        output.nodes = [
            one
            if isinstance(one, nodes.TemplateData)
            else _filter(SAY, one, nodes.Const(one.lineno))
            for one in output.nodes
        ]
    for loop in list(template.find_all(nodes.For)):
        loop.iter = _filter(COUNTED, loop.iter)
    for added in [*template.find_all(nodes.Add), *template.find_all(nodes.Sub)]:
        added.left, added.right = _filter(FIGURE, added.left), _filter(FIGURE, added.right)
    for joined in list(template.find_all(nodes.Concat)):
        whole = nodes.List(joined.nodes, lineno=joined.lineno)
        joined.nodes = [_filter(JOINED, whole)]


def _filter(name: str, node: nodes.Node, *arguments: nodes.Expr) -> nodes.Filter:
    """The node through a filter."""
    return nodes.Filter(
        cast("nodes.Expr", node), name, list(arguments), [], None, None, lineno=node.lineno
    )
