"""The review page listening on this machine, till it is ended."""

import contextlib
import logging
import os
import secrets
import signal
import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn

from tieout.review.room import Room
from tieout.review.server import application
from tieout.review.working import ahead

_HERE = "127.0.0.1"


def serve(
    folder: Path,
    port: int | None,
    usual: int,
    say: Callable[[str, Path], None],
    *,
    is_to_open: bool = False,
) -> None:
    """Serves the page of a folder till it is asked to end; `say` gets its address first.

    Raises OSError where the folder cannot be read, or the port is another program's.
    """
    with _listening(port, usual) as listener:
        key = secrets.token_urlsafe(24)
        at = listener.getsockname()[1]
        processes = ahead()
        room = Room(folder, processes.outcome)
        config = uvicorn.Config(
            application(room, key, at),
            log_config=None,
            access_log=False,
            lifespan="on",
            ws="none",
            server_header=False,
            timeout_graceful_shutdown=1,
        )
        address = f"http://{_HERE}:{at}/?key={key}"
        say(address, folder)
        if is_to_open:
            webbrowser.open(address)
        _end_in_order()
        _hush()
        try:
            with contextlib.suppress(KeyboardInterrupt):
                _Server(config, room).run(sockets=[listener])
        finally:
            processes.end()


class _Server(uvicorn.Server):
    """A server that ends when it is asked to, be pages open or not."""

    def __init__(self, config: uvicorn.Config, room: Room) -> None:
        """The server of that review."""
        super().__init__(config)
        self._room = room

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Ends; who listens for news hears that there will be none."""
        await self._room.end()
        await super().shutdown(sockets)


def _hush() -> None:
    """From here on nobody reads in the terminal of requests that were broken off."""
    if os.environ.get("TIEOUT_DEBUG") != "1":
        logging.getLogger("uvicorn.error").disabled = True


def _end_in_order() -> None:
    """From here on a request to end is what Ctrl-C is, and nothing stays behind."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has not all of them
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler)


def _listening(port: int | None, usual: int) -> socket.socket:
    """A socket that listens at the port asked for; else at the usual one, or at a free one."""
    for at in (port,) if port is not None else (usual, 0):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((_HERE, at))
            listener.listen()  # who opens the address at once waits for the page to be ready
        except OSError:
            listener.close()
            if at == port or at == 0:
                raise
        else:
            return listener
    raise AssertionError  # the last one raises or is returned
