"""What is passed on with the page, of packages made up here and of the real ones."""

import io
import json
import tarfile
import zipfile

from tieout.web.fetched import Package, Pinned, pinned
from tieout.web.licences import licences


def wheel() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(
            "one-1.dist-info/METADATA", "Name: one\nLicense-Expression: BSD-3-Clause\n"
        )
        archive.writestr("one-1.dist-info/licenses/LICENSE", "Do as you like.\n")
        archive.writestr("one/licence.py", "code")
    return made.getvalue()


def package() -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        for name, text in (
            ("package.json", json.dumps({"license": "MIT"})),
            ("LICENSE", "Keep it."),
        ):
            info = tarfile.TarInfo(f"package/{name}")
            info.size = len(text)
            archive.addfile(info, io.BytesIO(text.encode()))
    return made.getvalue()


def test_every_package_is_named_with_its_licence_and_its_text() -> None:
    pins = Pinned("", "", (Package("pip", "one", "1", "", ""), Package("npm", "two", "2", "", "")))
    told = licences(pins, {"one": wheel(), "two": package()})
    assert "one 1: BSD-3-Clause\ntwo 2: MIT\n" in told
    assert "one: one-1.dist-info/licenses/LICENSE" in told
    assert "Do as you like." in told
    assert "two: LICENSE" in told
    assert "code" not in told


def test_no_part_of_the_page_is_without_a_licence(packages: dict[str, bytes]) -> None:
    told = licences(pinned(), packages)
    for one in pinned().package:
        assert f"{one.name} {one.version}: " in told
    assert "pyodide 314.0.7: MPL-2.0" in told
