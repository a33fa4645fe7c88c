"""The manifest: what it says, and that what is none is refused."""

import msgspec
import pytest

from tieout.bundle import manifest
from tieout.bundle.sealing import Sealed
from tieout.errors import Unreadable


def test_it_goes_out_and_comes_back(bundle: Sealed) -> None:
    raw = manifest.written(bundle.manifest)
    assert raw.startswith(b'{\n "format": "tieout-bundle/1",\n "preparer": {\n  "name": "Ann Lee"')
    assert manifest.read(raw) == bundle.manifest


def test_what_is_none_is_refused(bundle: Sealed) -> None:
    one = bundle.manifest.members[0]
    many = msgspec.structs.replace(bundle.manifest, members=(one,) * 501)
    long = msgspec.structs.replace(one, path="a" * 256)
    named = msgspec.structs.replace(bundle.manifest, members=(long,))
    raw = manifest.written(bundle.manifest)
    others = (b"", b"[]", b"[" * 100_000, raw.replace(b"bundle/1", b"bundle/2"))
    for other in (*others, manifest.written(many), manifest.written(named)):
        with pytest.raises(Unreadable, match=r"manifest\.json is not one that this version"):
            manifest.read(other)
