"""The filings of one company in a store, and those beside them that are given as files."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tieout.model.workpaper import Release
    from tieout.store import Store

_NAMED = 5


def with_stored(given: "Sequence[Release]", path: str, company: str | None) -> "list[Release]":
    """The releases given, and the company's in the store at that path; no document comes twice.

    The company is the one asked for by name, CIK or ticker, else that of the releases given, else
    the only one there is; raises Misuse where there is none such, or more than one.
    """
    from tieout.store import open_store

    with open_store(path, read_only=True) as store:
        held = _of_company(store, given, path, company)
    known = {one.document.sha256 for one in given}
    return [*given, *(one for one in held if one.document.sha256 not in known)]


def _of_company(
    store: "Store", given: "Sequence[Release]", path: str, company: str | None
) -> "list[Release]":
    """The store's releases of that company."""
    from tieout.errors import Misuse
    from tieout.model.registrant import registrant

    filings = store.filings()
    names = list(dict.fromkeys(one.registrant for one in filings if one.registrant))
    if company is not None:
        found = store.releases(company)
        if not found:
            raise Misuse(f"{path} holds no filing of {company!r}: it holds {_listed(names)}")
        return found
    if given:
        return store.releases(registrant(given[0]))
    if any(not one.files.may_be(filings[0].files) for one in filings):
        raise Misuse(f"{path} holds {_listed(names)}: choose one with --company NAME")
    return store.releases()


def _listed(names: "Sequence[str]") -> str:
    """The companies, the first few by name."""
    if not names:
        return "filings of no company that they name"
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"filings of {', '.join(names[:_NAMED])}{more}"
