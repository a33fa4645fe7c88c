from collections.abc import Callable
from datetime import date

from tieout.claims.grammar.sentence import Sentence
from tieout.claims.setting import Setting
from tieout.lexicon.spoken import spoken_periods
from tieout.lexicon.words import Token
from tieout.model.period import FiscalCalendar

Row = Callable[[str], list[Token]]


def test_the_words_of_a_stretch_are_those_that_name_no_period(row: Row) -> None:
    tokens = row("revenue for the second quarter of fiscal 2008 was (Q1 2008: $5 million)")
    calendar = FiscalCalendar(2008, 2, date(2007, 9, 30))
    sentence = Sentence(tokens, spoken_periods(tokens), Setting(calendar))
    words = [token.text for token in sentence.words(0, len(tokens))]
    assert words[:2] == ["revenue", "was"]
    first, second = sentence.periods(0, len(tokens))
    assert [sentence.heads(one) for one in (first, second)] == [False, True]
    assert str(sentence.resolve(first, None)) == "2007-07-01/2007-09-30"
    assert sentence.resolve(None, None) is None
