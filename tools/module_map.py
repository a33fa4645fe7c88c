"""Prints the tree of modules with their sentences; ARCHITECTURE.md has a copy."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "tieout"
COLUMN = 30


def sentence(module: Path) -> str:
    """The first line of a module's docstring; empty where it has none."""
    lines = (ast.get_docstring(ast.parse(module.read_text("utf-8"))) or "").splitlines()
    return lines[0] if lines else ""


def module_map(package: Path = PACKAGE) -> str:
    """The tree below a package: modules first, then the packages in it."""
    return "".join(f"{line}\n" for line in _branch(package, 0))


def _branch(folder: Path, depth: int) -> Iterator[str]:
    yield _line(f"{folder.name}/", sentence(folder / "__init__.py"), depth)
    for module in sorted(folder.glob("*.py")):
        if module.name != "__init__.py":
            page = "+" if module.with_suffix(".md").exists() else ""
            yield _line(f"{module.name}{page}", sentence(module), depth + 1)
    for other in sorted(folder.glob("*.toml")):
        yield _line(other.name, other.read_text("utf-8").partition("\n")[0].lstrip("# "), depth + 1)
    for inner in sorted(folder.iterdir()):
        if (inner / "__init__.py").exists():
            yield from _branch(inner, depth + 1)


def _line(name: str, words: str, depth: int) -> str:
    return f"{'  ' * depth}{name} ".ljust(COLUMN) + words


if __name__ == "__main__":
    print(module_map(), end="")
