from tieout import workers
from tieout.review.progress import Progress, said


def work(step: str) -> str:
    said(step, 2, 3)
    return "done"


def sized(_: str) -> tuple[str, int]:
    return "", 0


def test_what_is_said_is_heard_by_whoever_waits() -> None:
    heard: list[Progress] = []
    ahead = workers.Ahead(work, lambda *_: "lost", sized, "fork")
    assert ahead.outcome("checking" * 1000, heard.append) == "done"
    ahead.end()
    assert [(one.step[:8], len(one.step), one.done, one.of) for one in heard] == [
        ("checking", 1000, 2, 3)
    ]


def test_where_nobody_waits_nothing_is_said() -> None:
    assert work("reading") == "done"
