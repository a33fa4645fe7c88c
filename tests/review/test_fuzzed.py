"""Every route asked in thousands of ways that no page would: none is a defect of the server's."""

import socket
from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tieout.review.guard import place_of
from tieout.review.room import Room
from tieout.review.working import worked

schemathesis = pytest.importorskip("schemathesis")


def of(**properties: Any) -> dict[str, Any]:
    """A body in JSON with these properties."""
    schema = {"type": "object", "properties": properties, "required": [*properties]}
    return {"requestBody": {"content": {"application/json": {"schema": schema}}}}


def at(*names: str, query: tuple[str, ...] = ()) -> dict[str, Any]:
    """The parts of a path, and of a query."""
    text = {"type": "string"}
    path = [{"in": "path", "name": name, "required": True, "schema": text} for name in names]
    return {"parameters": [*path, *({"in": "query", "name": n, "schema": text} for n in query)]}


TEXT, NUMBER = {"type": "string"}, {"type": "integer"}
ANY = {"responses": {"default": {"description": "an answer"}}}
RAW = {"requestBody": {"content": {"application/octet-stream": {"schema": TEXT}}}}
SAYING = of(
    draft={"enum": ["release.txt", "other"]}, checked=NUMBER, check=NUMBER, figure=NUMBER,
    what={"enum": ["accept", "tick", "undo"]}, entry=NUMBER, words=TEXT, by=TEXT, file=TEXT,
)  # fmt: skip
PATHS: dict[str, dict[str, dict[str, Any]]] = {
    "/": {"get": at(query=("key",))},
    "/state": {"get": {}},
    "/files/{name}": {"put": at("name", query=("role", "replace")) | RAW},
    "/roles": {"post": of(name={"enum": ["release.txt", "last-year.txt", "..", ""]}, role=TEXT)},
    "/say": {"post": SAYING},
    "/seal": {"post": of(preparer=TEXT, reviewer=TEXT)},
    "/workpaper/{number}": {"get": at("number")},
    "/matrix": {"get": {}},
    "/download/{form}/{name}": {"get": at("form", "name")},
    "/download/package.{form}": {"get": at("form")},
    "/bundle/{id}": {"get": at("id")},
    "/{part}": {"get": at("part")},
}
SCHEMA = schemathesis.openapi.from_dict({
    "openapi": "3.0.0",
    "info": {"title": "the review page", "version": "1"},
    "paths": {
        path: {method: about | ANY for method, about in asked.items()}
        for path, asked in PATHS.items()
    },
})  # fmt: skip


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, str]]:
    """A session that has the key, and the address of a server that does its work here."""
    requests = pytest.importorskip("requests")
    uvicorn = pytest.importorskip("uvicorn")
    from tieout.review.server import application

    folder = tmp_path_factory.mktemp("folder")
    # A short one: thousands of requests may have it checked.
    (folder / "release.txt").write_text("Revenue was $7.2 million in the quarter.\n", "utf-8")
    with socket.create_server(("127.0.0.1", 0)) as at:
        port = at.getsockname()[1]
        app = application(Room(folder, lambda asked, _: worked(asked)), "key", port)
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, timeout_graceful_shutdown=1))
        thread = Thread(target=server.run, kwargs={"sockets": [at]})
        thread.start()
        with requests.Session() as session:
            session.headers["x-tieout"] = "1"
            session.get(f"http://127.0.0.1:{port}/?key=key", timeout=10)
            yield session, f"http://127.0.0.1:{port}{place_of('key')}".rstrip("/")
        server.should_exit = True
        thread.join()


@SCHEMA.parametrize()  # type: ignore[untyped-decorator]
@settings(max_examples=4, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_no_request_is_a_defect_of_the_servers(case: Any, asked: tuple[Any, str]) -> None:
    session, address = asked
    answer = case.call(base_url=address, session=session)
    assert answer.status_code < 500, answer.text
    assert session.get(f"{address}/state", timeout=10).status_code == 200
