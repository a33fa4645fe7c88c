from tieout.readers.written import Written


def test_every_piece_stands_where_it_was_said_to() -> None:
    written = Written()
    stretches = [written.write(piece) for piece in ("Cash", "\t", "1,254", "\n")]
    assert stretches == [(0, 4), (4, 5), (5, 10), (10, 11)]
    assert written.text == "Cash\t1,254\n"
    assert written.length == len(written.text)
    assert [written.text[start:end] for start, end in stretches] == ["Cash", "\t", "1,254", "\n"]
