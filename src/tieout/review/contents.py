"""The files in use as they stand: each read whole, or a sentence that says why it is not."""

from tieout.bundle import manifest
from tieout.bundle.sealing import Given
from tieout.errors import Misuse, Unreadable
from tieout.readers import LARGEST
from tieout.review.asked import Files
from tieout.review.desk import ACCEPTED, Desk
from tieout.sources import within

MOST_BYTES = 128 * 2**20
"""Bytes of all files in use: each brings its own allowance of memory and time."""

_ROLES: dict[str, manifest.Role] = {
    "draft": "subject",
    "against": "against",
    "support": "support",
}
"""What a file in use is of a bundle, and of a workpaper."""


def contents(desk: Desk) -> Files:
    """The files; one that is gone is not in use. Raises Misuse where they are too much."""
    given: list[Given] = []
    faults: dict[str, str] = {}
    left = MOST_BYTES
    for file in desk.used():
        content = b""
        try:
            content = within(desk.path(file.name), LARGEST)
        except FileNotFoundError:
            continue
        except OSError as reason:
            said = reason.strerror or type(reason).__name__
            faults[file.name] = f"{file.name} cannot be read: {said}. Allow it, and it is checked"
        except (Misuse, Unreadable) as reason:
            faults[file.name] = str(reason).replace(str(desk.folder / file.name), file.name)
        left -= len(content)
        if left < 0:
            raise Misuse(
                f"The files in use have more than {MOST_BYTES // 2**20} MB: put some aside"
            )
        given.append(Given(_ROLES[file.role], file.name, content))
    kept = said_by_people(desk)
    if kept is not None:
        given.append(Given("accepted", ACCEPTED, kept))
    return Files(str(desk.folder), tuple(given), faults=faults)


def said_by_people(desk: Desk) -> bytes | None:
    """What accepted.toml holds; None for none. Raises Misuse where it is no file to be read."""
    path = desk.accepted()
    try:
        return within(path, LARGEST)
    except FileNotFoundError:
        return None
    except OSError as reason:
        said = reason.strerror or type(reason).__name__
        raise Misuse(f"{ACCEPTED} cannot be read: {said}. Allow it, and it is heard") from None
    except Unreadable:
        much = f"{LARGEST // 2**20} MB"
        raise Misuse(f"{ACCEPTED} is larger than {much}: move it out of {desk.called}") from None


def documents(files: Files | None) -> tuple[Given, ...]:
    """The files without what people said of them."""
    return tuple(one for one in files.given if one.role != "accepted") if files else ()
