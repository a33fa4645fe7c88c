"""The formats of a package that renders: every public module of it is one, by its own name."""

import importlib
import pkgutil
from types import ModuleType

from tieout.errors import Misuse


def formats_of(package: str) -> tuple[str, ...]:
    """The names of the formats, sorted; none is imported but the package."""
    path = importlib.import_module(package).__path__
    return tuple(sorted(m.name for m in pkgutil.iter_modules(path) if not m.name.startswith("_")))


def format_named(package: str, name: str) -> ModuleType:
    """The format's module, imported when first asked for; raises Misuse for an unknown name."""
    names = formats_of(package)
    if name not in names:
        raise Misuse(f"there is no format {name!r}: choose one of {', '.join(names)}")
    return importlib.import_module(f"{package}.{name}")
