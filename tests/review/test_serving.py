"""The server as a process of its own, as people start it, and what is thrown at it."""

import io
import signal
import socket
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("uvicorn")


def bomb(size: int) -> bytes:
    """A Word document whose text is so long when it is unpacked."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"<w>" + b" " * size)
    return packed.getvalue()


def test_a_draft_is_reviewed_from_the_first_request_to_ctrl_c(served: Any, folder: Path) -> None:
    served.asking.post("/roles", json={"name": "last-year.txt", "role": "against"})
    served.asking.post("/roles", json={"name": "release.txt", "role": "draft"})
    served.once(lambda state: state["drafts"] and not state["drafts"][0]["findings"])
    text = (folder / "release.txt").read_text("utf-8")
    (folder / "release.txt").write_text(text.replace("7,219", "7,291"), "utf-8")
    served.once(lambda state: state["drafts"][0]["findings"])
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(10) == 0


def test_news_come_as_they_happen(served: Any) -> None:
    with served.asking.stream("GET", "/events") as events:
        lines = events.iter_lines()
        first = next(line for line in lines if line.startswith("data: "))
        served.asking.post("/roles", json={"name": "release.txt", "role": "draft"})
        assert next(line for line in lines if line.startswith("data: ")) != first


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_ends_at_once_and_in_silence_whatever_goes_on(
    served: Any, folder: Path, number: int
) -> None:
    (folder / "large.txt").write_bytes((folder / "release.txt").read_bytes() * 20)
    served.asking.post("/roles", json={"name": "large.txt", "role": "draft"})
    served.once(lambda state: state["busy"] and state["busy"]["step"])
    with served.asking.stream("GET", "/events") as events:
        next(events.iter_lines())
        served.process.send_signal(number)
        assert served.process.wait(10) == 0
    assert served.process.stderr.read() == ""


def test_an_upload_that_is_broken_off_is_nothing_to_speak_of(served: Any, folder: Path) -> None:
    cookie = "; ".join(f"{name}={key}" for name, key in served.asking.cookies.items())
    head = (
        f"PUT {served.asking.base_url.path}files/half.txt HTTP/1.1\r\n"
        f"Host: 127.0.0.1:{served.port}\r\nCookie: {cookie}\r\n"
        "X-Tieout: 1\r\nContent-Length: 1000\r\n\r\nhalf of it"
    )
    with socket.create_connection(("127.0.0.1", served.port)) as one:
        one.sendall(head.encode())
        assert served.goes_on()
    assert served.goes_on()
    served.process.terminate()
    assert (served.process.wait(10), served.process.stderr.read()) == (0, "")
    assert not (folder / "half.txt").exists()


def test_ten_files_at_once_and_a_large_one_are_taken_or_refused(served: Any, folder: Path) -> None:
    def put(number: int) -> int:
        content = b"Revenue was $1.2 million.\n" * 50_000
        path = f"/files/{number}.txt?role="
        return int(served.asking.put(path, content=content).status_code)

    with ThreadPoolExecutor(10) as many:
        assert list(many.map(put, range(10))) == [201] * 10
    assert len(list(folder.glob("?.txt"))) == 10
    large = served.asking.put("/files/large.txt", content=b"x" * 50_000_000)
    assert (large.status_code, "larger than 32 MB" in large.json()["error"]) == (413, True)
    assert served.goes_on()


def test_who_sends_slowly_or_half_holds_up_nobody(served: Any, folder: Path) -> None:
    cookie = "; ".join(f"{name}={key}" for name, key in served.asking.cookies.items())
    place = served.asking.base_url.path
    head = (
        f"PUT {place}files/slow.txt HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\n"
        f"Cookie: {cookie}\r\n"
        "X-Tieout: 1\r\nContent-Length: 1000\r\n\r\nhalf of it"
    )
    held = [socket.create_connection(("127.0.0.1", served.port)) for _ in range(20)]
    for number, one in enumerate(held):
        one.sendall(head.encode() if number < 4 else b"GET / HT")
    assert served.goes_on()
    assert (
        served.asking.post("/roles", json={"name": "release.txt", "role": "draft"}).status_code
        == 204
    )
    for one in held:
        one.close()
    assert served.asking.put("/files/quick.txt", content=b"Revenue was $1.").status_code == 201
    assert not (folder / "slow.txt").exists()


def test_documents_that_break_their_reader_break_nothing_else(served: Any) -> None:
    broken = {
        "bomb.docx": bomb(2**28),
        "bomb.xlsx": bomb(2**26),
        "broken.pdf": b"%PDF-1.7\n" + bytes(range(256)),
        "deep.htm": b"<div>" * 20_000,
    }
    for name, content in broken.items():
        assert served.asking.put(f"/files/{name}?role=", content=content).status_code == 201
    for name in broken:
        served.asking.post("/roles", json={"name": name, "role": "against"})
    served.asking.post("/roles", json={"name": "release.txt", "role": "draft"})
    state = served.once(
        lambda state: state["drafts"] and all(file["error"] or file["role"] != "against"
                                              for file in state["files"])
    )  # fmt: skip
    assert {file["name"] for file in state["files"] if file["error"]} == broken.keys()
    assert state["drafts"][0]["counts"]["agrees"] > 0
    assert served.goes_on()


def test_nobody_else_on_the_network_is_answered(served: Any) -> None:
    listening = Path("/proc/net/tcp").read_text().splitlines()[1:]
    ports = [line.split()[1] for line in listening if line.split()[3] == "0A"]
    assert f"0100007F:{served.port:04X}" in ports
    assert f"00000000:{served.port:04X}" not in ports
