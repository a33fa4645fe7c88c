"""A check rests on figures of the document under test and of others."""

from tieout.model.check import Check, Operand, Ref


def test_the_figures_of_a_check_are_those_of_the_document_under_test() -> None:
    operands = (Operand(Ref(0, 7)), Operand(Ref(1, 9)))
    check = Check("FT001", "total", "F", "agrees", "error", Ref(0, 3), operands)
    assert check.figures == {3, 7}
    assert Check("FT001", "total", "F", "agrees", "error", Ref(1, 3)).figures == frozenset()
