"""The server, asked by the SDK's own client over the standard streams."""

import os
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import anyio
import msgspec
import pytest

from tieout.assistants.tools import tools

mcp = pytest.importorskip("mcp")

Asking = Callable[[Any], Coroutine[Any, Any, None]]


@pytest.fixture
def connected(house: Path, folder: Path) -> Callable[[Asking], None]:
    """Runs what asks a server of the examples and of the folder, started anew."""

    def run(asking: Asking) -> None:
        server = mcp.StdioServerParameters(
            command=sys.executable,
            args=[
                "-m",
                "tieout",
                "mcp",
                "--allow",
                str(house / "examples"),
                "--allow",
                str(folder),
            ],
            env=dict(os.environ),
        )

        async def ask() -> None:
            async with mcp.Client(server) as client:
                await asking(client)

        anyio.run(ask)

    return run


async def told(client: Any, tool: str, **arguments: Any) -> dict[str, Any]:
    """The answer of a tool."""
    answer = await client.call_tool(tool, arguments)
    assert not answer.is_error, answer.content[0].text
    found: dict[str, Any] = msgspec.json.decode(answer.content[0].text)
    return found


def test_an_assistant_reads_and_checks_what_it_may(
    connected: Callable[[Asking], None], house: Path
) -> None:
    async def asking(client: Any) -> None:
        listed = (await client.list_tools()).tools
        assert [one.name for one in listed] == list(tools())
        assert all(one.annotations.read_only_hint for one in listed)
        assert "say so beside the figures you use" in client.instructions

        capstone = {"file": "capstone-fy2008q2-8k.txt", "against": ["capstone-fy2007q2-8k.txt"]}
        checked = await told(client, "check", **capstone)
        assert checked["what"].startswith("Capstone Turbine Corporation (NASDAQ: CPST): Form 8-K")
        assert checked["result"].startswith("Nothing differs among the ")
        read = await told(client, "read", **capstone)
        assert read["pages"] > 1
        assert read["entries"][0]["place"].startswith("line ")

        wrong = await told(client, "read", file="wrong.txt")
        assert any(one.startswith("8,434: line ") for one in wrong["differing"])
        assert all(one["warnings"] for one in wrong["entries"])

        for name in ("../pyproject.toml", str(house / "pyproject.toml"), "/etc/passwd"):
            answer = await client.call_tool("read", {"file": name})
            assert answer.is_error
            assert "lies outside of the folders that may be read" in answer.content[0].text
        assert (await told(client, "explain", code="FT001"))["rule"] == "FT001"

    connected(asking)


def test_several_calls_at_once_are_each_answered(connected: Callable[[Asking], None]) -> None:
    async def asking(client: Any) -> None:
        answers: list[dict[str, Any]] = []

        async def ask(file: str) -> None:
            answers.append(await told(client, "check", file=file))

        async with anyio.create_task_group() as group:
            for file in ("right.txt", "wrong.txt", "right.txt"):
                group.start_soon(ask, file)
        assert sorted(one["document"] for one in answers) == ["right.txt", "right.txt", "wrong.txt"]

    connected(asking)
