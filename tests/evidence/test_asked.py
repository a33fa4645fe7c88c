"""What is asked is noted while work is done, and while a unit of it is."""

from tieout.evidence.asked import EVERYTHING, Asked, Looked


def test_nothing_is_noted_where_no_work_is_done() -> None:
    asked = Asked()
    asked.note("before")
    asked.begin()
    asked.note("of the work")
    asked.begin()
    assert asked.is_of_unit
    asked.note("of a unit")
    assert asked.end() == {"of a unit"}
    assert not asked.is_of_unit
    assert asked.end() == {"of the work"}


def test_what_is_asked_to_make_something_is_told_apart() -> None:
    asked = Asked()
    asked.begin()
    made, reads = asked.of(lambda: asked.note("inside"))
    assert (made, reads) == (None, {"inside"})
    assert asked.end() == set()


def test_what_is_made_once_is_no_part_of_the_unit_that_asks_for_it_first() -> None:
    asked = Asked()
    asked.begin()
    asked.begin()
    assert asked.of(lambda: asked.is_of_unit) == (False, set())
    assert asked.is_of_unit
    assert (asked.end(), asked.end()) == (set(), set())


def test_a_look_is_noted_by_its_key_though_nothing_is_there() -> None:
    asked = Asked()
    looked = Looked({1: "one"}, ("index", "name"), asked)
    asked.begin()
    assert (looked.get(1), looked.get(2), 3 in looked) == ("one", None, False)
    assert asked.end() == {("index", "name", number) for number in (1, 2, 3)}
    asked.begin()
    assert list(looked) == [1]
    assert asked.end() == {EVERYTHING}
