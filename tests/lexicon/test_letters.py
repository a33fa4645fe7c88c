from tieout.lexicon.letters import letters


def test_words_are_runs_of_letters_in_lower_case() -> None:
    assert letters("Net income (loss), 2nd Quarter") == {"net", "income", "loss", "nd", "quarter"}
    assert letters("$ 1,234") == frozenset()


def test_a_long_text_is_read_without_being_kept() -> None:
    assert letters("Total assets " * 100) == {"total", "assets"}
