"""The package as one page that fetches nothing: what differs, and the matrix."""

from tieout.model.package import Package
from tieout.packages.outputs.html.page import page


def render(package: Package) -> bytes:
    """The page, UTF-8."""
    return page(package).encode("utf-8", "replace")
