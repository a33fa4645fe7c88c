"""What a person said, as it is signed."""

from datetime import date

from tieout.model.accepted import Entry


def test_an_entry_is_signed_with_what_was_said_by_whom_and_when() -> None:
    entry = Entry("ticked", "acme", "", "", "", (), "17", support="lease", by="AB")
    assert entry.signed == "ticked by hand by AB"
    dated = Entry("accepted", "acme", "FT001", "", "", (), "17", by="AB", on=date(2026, 11, 30))
    assert dated.signed == "accepted by AB, November 30, 2026"
