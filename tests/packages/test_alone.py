"""What one document states and the others do not, each thing once."""

from collections.abc import Callable

from tieout.model.workpaper import Release
from tieout.packages.gathered import package


def test_it_is_listed_once(plain: Callable[..., Release]) -> None:
    said = "Backlog at September 30, 2007 was $10.4 million."
    more = "Revenue for the second quarter was $7.2 million."
    made = package([plain("a.txt", said, more, more), plain("b.txt", said)])
    (figure,), none = made.alone
    assert made.releases[0].document.figures[figure].text == "7.2 million"
    assert none == ()
