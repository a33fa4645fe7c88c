"""tieout reads an earnings release and proves every number in it."""

TYPE_CHECKING = False  # as type checkers take it: `typing` costs half of what Python itself does

if TYPE_CHECKING:
    from tieout.api import accept, check, read, report, tick
    from tieout.errors import Misuse, TieoutError, Unreadable
    from tieout.model.workpaper import Release, Workpaper
    from tieout.store import open_store

__all__ = [
    "Misuse",
    "Release",
    "TieoutError",
    "Unreadable",
    "Workpaper",
    "accept",
    "check",
    "open_store",
    "read",
    "report",
    "tick",
]
__version__ = "0.1.0"

_HOMES = {
    "accept": "api",
    "check": "api",
    "read": "api",
    "report": "api",
    "tick": "api",
    "Misuse": "errors",
    "TieoutError": "errors",
    "Unreadable": "errors",
    "Release": "model.workpaper",
    "Workpaper": "model.workpaper",
    "open_store": "store",
}


def __getattr__(name: str) -> object:
    """Loads a public name when it is first asked for (PEP 562), so that importing is free."""
    import importlib

    if name not in _HOMES:
        raise AttributeError(f"module 'tieout' has no attribute {name!r}")
    return getattr(importlib.import_module(f"tieout.{_HOMES[name]}"), name)
