"""What a slip may ask of the document it is made in."""

from tieout.prove.subject import Subject


def number(subject: Subject, text: str) -> int:
    return next(n for n, one in enumerate(subject.document.figures) if one.text == text)


def test_a_cell_knows_the_one_beside_it(subject: Subject) -> None:
    cash, before = number(subject, "1,200"), number(subject, "1,100")
    assert subject.beside(cash) == before
    assert subject.beside(before) == cash
    assert subject.beside(number(subject, "7.2 million")) is None


def test_tables_are_told_from_prose(subject: Subject) -> None:
    assert subject.place(number(subject, "1,200")) == "tables"
    assert subject.place(number(subject, "7.2 million")) == "prose"


def test_a_face_figure_has_a_family_and_prose_none(subject: Subject) -> None:
    cash = number(subject, "1,200")
    assert subject.family(cash, "digit changed") == "arithmetic"
    assert subject.family(cash, "scale slip") == "magnitude"
    assert subject.family(cash, "column swapped") == "year over year"
    assert subject.family(number(subject, "7.2 million"), "digit changed") == ""


def test_a_year_claims_nothing_but_heads_a_column(subject: Subject) -> None:
    year = number(subject, "2007")
    assert not subject.is_claim(year)
    assert [subject.text(n) for n in subject.years(subject.headed[year])] == ["2007", "2006"]
