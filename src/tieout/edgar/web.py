"""One answer of EDGAR's: asked for in its turn, as often as it takes, whole, of bounded size."""

import ssl
import time
import zlib
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from functools import cache
from urllib.parse import urlsplit

import httpx
import stamina

from tieout import __version__
from tieout.edgar.pace import Pace
from tieout.edgar.refusals import Absent, Unreachable
from tieout.edgar.settings import Settings

_ATTEMPTS = 6
_CONNECTING = 3
"""Attempts in a row that find no connection: whoever is offline does not wait for long."""
_FIRST_WAIT, _LONGEST_WAIT = 0.5, 60.0
_LONGEST_PAUSE = 3600.0
"""Seconds, whatever an answer asks for."""
_TIMEOUT = httpx.Timeout(30.0, connect=10.0)
_LONGEST = 600.0
"""Seconds for a whole answer: one that drips is given up."""
_REDIRECTS = 3
_STEP = 2**16
_OF_A_REFUSAL = 4096
_NO_SUCH_KEY = b"<Code>AccessDenied</Code>"
"""What the store behind EDGAR's data says, as 403, of a key that it has not."""


class _Again(Exception):  # noqa: N818 - it is no error yet
    """An answer that another try may better: why, and how long nobody is to ask meanwhile."""

    def __init__(self, why: str, pause: float | None = None, *, is_offline: bool = False) -> None:
        """The reason, and what it asks for."""
        super().__init__(why)
        self.pause = pause
        self.is_offline = is_offline


class Web:
    """EDGAR over HTTP; `tell` hears a sentence where it takes long."""

    def __init__(self, settings: Settings, tell: Callable[[str], None]) -> None:
        """Connects to nothing yet; raises Misuse where nobody says who asks."""
        self._pace = Pace(settings.home / "edgar-requests", settings.rate)
        self._tell = tell
        self._ban = settings.ban
        self._hosts = {urlsplit(one)[:2] for one in (settings.www, settings.data)}
        self._offline = 0
        self._client = httpx.Client(
            headers={
                "User-Agent": f"{settings.user_agent} tieout/{__version__}",
                "Accept": "*/*",
                "Accept-Encoding": "gzip",
            },
            verify=_trusted(),
            timeout=_TIMEOUT,
            follow_redirects=False,
        )

    def close(self) -> None:
        """Lets go of the connections."""
        self._client.close()

    def get(self, url: str, most: int) -> bytes:
        """What is there, of so many bytes at most; raises Absent and Unreachable."""
        scale = min(1.0, self._ban / 20)
        try:
            for attempt in stamina.retry_context(
                on=self._wait,
                attempts=_ATTEMPTS,
                timeout=None,
                wait_initial=_FIRST_WAIT * scale,
                wait_max=_LONGEST_WAIT * scale,
                wait_jitter=_FIRST_WAIT * scale,
            ):
                with attempt:
                    return self._answer(url, most)
        except _Again as reason:
            raise Unreachable(f"{_host(url)} has no answer for {_path(url)}: {reason}") from None
        raise AssertionError(url)  # stamina gives an answer or raises

    def _wait(self, reason: Exception) -> bool | float:
        """Whether to try again after this, and after how many seconds where that is not usual."""
        if not isinstance(reason, _Again):
            return False
        self._offline = self._offline + 1 if reason.is_offline else 0
        if reason.is_offline:
            return self._offline < _CONNECTING
        if reason.pause is None:
            return True
        self._pace.hold(reason.pause)
        self._tell(f"EDGAR asks for a pause ({reason}): going on in {_spoken(reason.pause)}")
        return 0.0  # waited for in the turn, as by every other process

    def _answer(self, url: str, most: int) -> bytes:
        """One try; redirects are followed to the same hosts alone."""
        for _ in range(_REDIRECTS + 1):
            if urlsplit(url)[:2] not in self._hosts:
                raise Unreachable(
                    f"EDGAR leads to {_host(url)}, which is not EDGAR: it is not followed"
                )
            try:
                with self._pace.turn():
                    answer = self._client.send(self._client.build_request("GET", url), stream=True)
            except httpx.HTTPError as reason:
                raise _failed(reason) from None
            try:
                if answer.next_request is None:
                    self._refuse(answer, url)
                    return _whole(answer, most, url)
                url = str(answer.next_request.url)
            finally:
                answer.close()
        raise Unreachable(f"{_host(url)} leads on and on from {_path(url)}")

    def _refuse(self, answer: httpx.Response, url: str) -> None:
        """Raises for an answer that holds nothing of what was asked for."""
        status = answer.status_code
        if status == httpx.codes.OK:
            return
        if status == httpx.codes.FORBIDDEN and _NO_SUCH_KEY in _begun(answer):
            status = httpx.codes.NOT_FOUND
        if status in (httpx.codes.NOT_FOUND, httpx.codes.GONE):
            raise Absent(f"EDGAR has nothing at {_path(url)}")
        asked = _asked_for(answer.headers.get("retry-after", ""))
        if status == httpx.codes.FORBIDDEN:
            why = "it refuses who asks, for a rate too high or a contact it does not take"
            raise _Again(f"{status}: {why}", self._ban if asked is None else asked)
        if status == httpx.codes.TOO_MANY_REQUESTS:
            raise _Again(f"{status}: too many requests", self._ban if asked is None else asked)
        if status >= httpx.codes.INTERNAL_SERVER_ERROR:
            raise _Again(f"{status}: it is out of order", asked)
        raise Unreachable(f"{_host(url)} answers {status} to {_path(url)}")


@cache
def _trusted() -> ssl.SSLContext:
    """What certificates are verified by: made once, since it takes longer than most answers."""
    return httpx.create_ssl_context()


def _whole(answer: httpx.Response, most: int, url: str) -> bytes:
    """All of an answer's content, unpacked; raises for one that is cut off, or of no end."""
    unpack = zlib.decompressobj(wbits=31) if _is_packed(answer) else None
    told = answer.headers.get("content-length", "")
    parts: list[bytes] = []
    size = came = 0
    begun = time.monotonic()
    try:
        for raw in answer.iter_raw(_STEP):
            came += len(raw)
            while raw:
                part = unpack.decompress(raw, _STEP) if unpack else raw
                raw = unpack.unconsumed_tail if unpack else b""
                size += len(part)
                parts.append(part)
                if size > most or came > most:
                    raise Unreachable(
                        f"{_host(url)} sends more than {most // 2**20} MB for {_path(url)}, "
                        "and nothing of the kind is so large"
                    )
            if time.monotonic() - begun > _LONGEST:
                raise _Again("the answer does not come to an end")
    except httpx.HTTPError as reason:
        raise _failed(reason) from None
    except zlib.error:
        raise _Again("the answer is damaged") from None
    if (told.isdigit() and int(told) != came) or (unpack is not None and not unpack.eof):
        raise _Again("the answer was cut off")
    return b"".join(parts)


def _is_packed(answer: httpx.Response) -> bool:
    """True for an answer that is to be unpacked; raises for one packed in a way not asked for."""
    how: str = answer.headers.get("content-encoding", "identity").strip().lower()
    if how not in ("identity", "gzip", "x-gzip"):
        raise Unreachable(f"EDGAR answers in {how[:40]!r}, which was not asked for")
    return how != "identity"


def _begun(answer: httpx.Response) -> bytes:
    """How the page of a refusal begins."""
    try:
        return next(answer.iter_bytes(_OF_A_REFUSAL), b"")
    except httpx.HTTPError:
        return b""


def _failed(reason: httpx.HTTPError) -> Exception:
    """What to make of a connection that failed; a certificate is not tried twice."""
    cause: BaseException | None = reason
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return Unreachable(
                f"EDGAR cannot be trusted here ({cause.verify_message}): where a proxy of your "
                "company's stands between, name its certificates in SSL_CERT_FILE"
            )
        cause = cause.__cause__ or cause.__context__
    if isinstance(reason, httpx.ConnectError | httpx.ConnectTimeout | httpx.ProxyError):
        return _Again("there is no connection", is_offline=True)
    if isinstance(reason, httpx.TimeoutException):
        return _Again("it takes too long")
    return _Again("the answer was cut off")


def _asked_for(told: str) -> float | None:
    """The seconds of a Retry-After, as a number or a day, within bounds; None for none."""
    told = told.strip()
    if told.isascii() and told.isdigit() and len(told) < 10:
        return min(float(told), _LONGEST_PAUSE)
    try:
        seconds = parsedate_to_datetime(told).timestamp() - time.time()
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(seconds, 0.0), _LONGEST_PAUSE)


def _host(url: str) -> str:
    """Whom an address is of."""
    return urlsplit(url).netloc


def _path(url: str) -> str:
    """The rest of it."""
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _spoken(seconds: float) -> str:
    """A stretch of time in words."""
    if seconds >= 120:
        return f"{round(seconds / 60)} minutes"
    return f"{round(seconds)} second{'' if round(seconds) == 1 else 's'}"
