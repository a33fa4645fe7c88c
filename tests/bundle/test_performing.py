from tieout import engine
from tieout.bundle.performing import performed
from tieout.model.workpaper import Release


def test_each_subject_is_held_against_the_others_and_the_filings_but_no_copy_of_itself(
    small: Release,
) -> None:
    other = engine.read("script.txt", small.document.text.replace("8,343", "8,434").encode())
    copy = engine.read("copy.txt", small.document.text.encode())
    prior = engine.read("prior.txt", b"Revenue for the first quarter was $1.2 million.")
    names = [
        [one.document.name for one in performed(number, [small, other, copy], [prior]).releases]
        for number in range(3)
    ]
    assert names == [
        ["small.txt", "script.txt", "prior.txt"],
        ["script.txt", "small.txt", "copy.txt", "prior.txt"],
        ["copy.txt", "script.txt", "prior.txt"],
    ]


def test_the_draft_before_says_what_changed(small: Release) -> None:
    now = engine.read("small.txt", small.document.text.replace("8,343\t", "8,434\t").encode())
    paper = performed(0, [now], draft=small)
    assert paper.redraft is not None
    assert len(paper.redraft.changed) == 1
