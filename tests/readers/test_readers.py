import pytest

from tieout import readers
from tieout.errors import Unreadable
from tieout.readers import open_document


def test_a_document_knows_its_name_its_hash_and_its_figures() -> None:
    document = open_document("some/folder/release.txt", b"Revenue was $7.2 million.\n")
    assert document.name == "release.txt"
    assert document.sha256.startswith("b") or len(document.sha256) == 64
    assert document.format == "text"
    assert [figure.text for figure in document.figures] == ["7.2 million"]
    assert [passage.kind for passage in document.passages] == ["paragraph"]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"\xef\xbb\xbf", "no numbers"),
        (b"No number here.", "has no numbers"),
        (b"%PDF-1.4 5", "damaged"),
        (b"PK\x03\x04 5", "zip archive"),
        (b"\x89PNG 5", "a picture"),
        (b"5\x00", "is in no format that tieout reads"),
        (b"5" + b"a" * 5000 + b"\x00", "cannot be read"),
        (b"\x01\x02\x03\x04 5", "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence_that_names_it(
    raw: bytes, reason: str
) -> None:
    with pytest.raises(Unreadable, match=reason) as refusal:
        open_document("draft.txt", raw)
    assert str(refusal.value).startswith("draft.txt ")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252", "latin-1"])
def test_a_text_reads_alike_in_every_encoding(encoding: str) -> None:
    words = "Montréal – Revenue was $7.2 million.\n"
    words = words.replace("–", "-") if encoding == "latin-1" else words
    document = open_document("release.txt", words.encode(encoding))
    assert document.text == words
    assert [figure.text for figure in document.figures] == ["7.2 million"]


def test_codes_of_shapes_are_named_in_every_format() -> None:
    coded = "".join(f"(cid:{number % 97})" for number in range(400))
    for page in (coded, f"<html><p>{coded}", f"# {coded}\n\n| a | b |\n|---|---|\n| 5 | 6 |\n"):
        with pytest.raises(Unreadable, match="codes of shapes"):
            open_document("release", page.encode())


def test_fifty_megabytes_are_refused_at_once() -> None:
    with pytest.raises(Unreadable, match=r"52,428,800 bytes; the limit is 33,554,432"):
        open_document("draft.txt", b"1" * (50 * 1024 * 1024))


def test_more_figures_than_any_release_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MOST_FIGURES", 100)
    with pytest.raises(Unreadable, match="101 figures; the limit is 100"):
        open_document("draft.txt", b"1 " * 101)


@pytest.mark.parametrize("name", ["draft.txt", "draft.htm"])
def test_far_more_are_refused_before_they_are_laid_out(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: bytes) -> None:
        raise AssertionError("it is laid out")

    cell = b"<td width=9>1,234</td>" if name == "draft.htm" else b"Revenue 1,234\n"
    raw = b"<html><table>" * (name == "draft.htm") + cell * 400_000
    for reader in readers.all_readers():
        monkeypatch.setattr(reader, "read", fail)
    with pytest.raises(Unreadable, match=r"more than (199|200),\d+ figures; the limit"):
        open_document(name, raw)


@pytest.mark.parametrize(
    "raw",
    [
        b"Revenue 5 " + b"xo" * 2_500_000,
        b"Revenue\t5" + b"\t" * 1_000_000,
        b"\xff" * 1_000_000 + b"5",
        b"5\r" * 100_000,
        b"9" * 5_000_000,
    ],
    ids=["a long line", "a million tabs", "no utf-8", "old line breaks", "one number"],
)
def test_odd_documents_are_read_all_the_same(raw: bytes) -> None:
    assert open_document("odd.txt", raw).figures


def test_a_name_of_stray_bytes_can_be_told_in_every_report() -> None:
    assert open_document("stray\udcff.txt", b"Revenue 5").name == "stray?.txt"
    with pytest.raises(Unreadable, match=r"stray\?.txt is empty"):
        open_document("stray\udcff.txt", b"")
