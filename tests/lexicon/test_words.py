from hypothesis import given
from hypothesis import strategies as st

from tieout.lexicon.tokens import figures
from tieout.lexicon.words import Token, sentences, tokens
from tieout.model.document import Document


def row(text: str) -> list[Token]:
    document = Document("d", "", "text", text, (), (), figures(text))
    return tokens(document, 0, len(text))


def test_a_token_says_what_it_does_in_a_claim() -> None:
    said = [(token.kind, token.text) for token in row("Revenue increased 145% to $7.2 million.")]
    assert said == [
        ("word", "revenue"),
        ("up", "increased"),
        ("percent", "145%"),
        ("to", "to"),
        ("amount", "7.2 million"),
        ("stop", "."),
    ]


def test_figures_are_single_tokens_with_their_numbers() -> None:
    found = [token for token in row("Q2 on November 8, 2007 was $5") if token.figure >= 0]
    assert [(token.kind, token.figure) for token in found] == [
        ("mark", 0), ("date", 1), ("amount", 2),
    ]  # fmt: skip
    assert found[2].is_money


def cut(text: str) -> list[str]:
    return [text[one[0].start : one[-1].end] for one in sentences(row(text))]


def test_sentences_end_at_stops_and_not_at_abbreviations() -> None:
    assert cut("Acme Inc. sold 5. It grew.") == ["Acme Inc. sold 5.", "It grew."]
    assert cut("The U.S. share rose! Did it? Yes") == ["The U.S. share rose!", "Did it?", "Yes"]
    assert cut("Mr. A. Smith approx. 5 vs. 6.") == ["Mr. A. Smith approx. 5 vs. 6."]
    assert cut("") == []


@given(st.text("aB. 5,%$()Inc\n!", max_size=60))
def test_tokens_are_ordered_apart_and_all_in_some_sentence(text: str) -> None:
    found = row(text)
    position = 0
    for token in found:
        assert position <= token.start < token.end
        assert text[token.start : token.end].lower() == token.text
        position = token.end
    assert [token for one in sentences(found) for token in one] == found
