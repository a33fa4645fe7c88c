"""Where EDGAR is, who asks it, and where its filings are kept."""

import os
import sys
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from tieout.errors import Misuse
from tieout.patterns import pattern

CONTACT, ARCHIVE, OFFLINE = "TIEOUT_CONTACT", "TIEOUT_ARCHIVE", "TIEOUT_OFFLINE"
EDGAR, BAN, RATE = "TIEOUT_EDGAR", "TIEOUT_EDGAR_BAN", "TIEOUT_EDGAR_RATE"
"""Environment variables: who asks, where filings are kept, whether to ask at all. Of a mirror: its
addresses, for how many seconds nothing is asked after a refusal, and how often in a second."""

_WWW, _DATA = "https://www.sec.gov", "https://data.sec.gov"
_BAN = 600
"""Seconds: so long must the rate stay low after EDGAR refused for it."""
_LONGEST_BAN = 86_400
MOST = 9
"""Requests a second; EDGAR allows ten, those of a browser among them."""
_MOST_OF_A_MIRROR = 1000
_CONTACT = pattern(
    r"[ -~]{0,120}[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+"
)


class Settings(Struct, frozen=True):
    """How EDGAR is asked; `home` is where the requests of all this user's processes are counted."""

    contact: str
    archive: Path
    home: Path
    is_offline: bool = False
    www: str = _WWW
    data: str = _DATA
    ban: int = _BAN
    rate: int = MOST

    @property
    def user_agent(self) -> str:
        """What EDGAR is told of who asks; raises Misuse where nobody said."""
        if not self.contact:
            raise Misuse(
                "EDGAR answers only to who gives a name and an e-mail address: give yours as "
                f"--contact 'Ann Lee ann@example.com', or in the environment variable {CONTACT}"
            )
        if not _CONTACT.fullmatch(self.contact):
            raise Misuse(
                f"{self.contact!r} is no name with an e-mail address, which EDGAR asks for: write "
                "it as 'Ann Lee ann@example.com'"
            )
        return self.contact


def settings(told: Mapping[str, str]) -> Settings:
    """The settings that variables of these names hold; raises Misuse."""
    home = _home(told)
    www, data = _addresses(told.get(EDGAR, ""))
    return Settings(
        " ".join(told.get(CONTACT, "").split()),
        Path(told[ARCHIVE]) if told.get(ARCHIVE) else home / "edgar",
        home,
        told.get(OFFLINE, "") not in ("", "0"),
        www,
        data,
        _number(told, BAN, _BAN, range(_LONGEST_BAN + 1)),
        _number(told, RATE, MOST, range(1, _most(www, data) + 1)),
    )


def _home(told: Mapping[str, str]) -> Path:
    """The user's folder for what programs keep, by the convention of the platform."""
    if os.name == "nt":
        local = told.get("LOCALAPPDATA", "")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "tieout"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "tieout"
    data = Path(told.get("XDG_DATA_HOME", ""))
    return (data if data.is_absolute() else Path.home() / ".local" / "share") / "tieout"


def _addresses(told: str) -> tuple[str, str]:
    """The addresses of filings and of data, which may be one; raises Misuse."""
    found = [one.rstrip("/") for one in told.split()]
    if len(found) > 2:
        raise Misuse(f"{EDGAR} holds {len(found)} addresses: give one, or two with a space between")
    for one in found:
        parts = urlsplit(one)
        is_own = parts.scheme == "http" and _is_own(parts.hostname or "")
        if (
            not (is_own or parts.scheme == "https")
            or not parts.hostname
            or parts.query
            or parts.fragment
            or parts.username
        ):
            raise Misuse(f"{EDGAR} holds {one!r}: give an address such as {_WWW}")
    return (found[0], found[-1]) if found else (_WWW, _DATA)


def _is_own(host: str) -> bool:
    """True for this machine, and for one of the network it stands in: there, TLS may be missing."""
    try:
        return ip_address(host).is_private
    except ValueError:
        return bool(host) and "." not in host


def _most(*addresses: str) -> int:
    """How often in a second those addresses may be asked."""
    hosts = [urlsplit(one).hostname or "" for one in addresses]
    return MOST if any(host.endswith("sec.gov") for host in hosts) else _MOST_OF_A_MIRROR


def _number(told: Mapping[str, str], name: str, usual: int, allowed: range) -> int:
    """The number that a variable holds, or the usual one; raises Misuse."""
    held = told.get(name, "")
    if not held:
        return usual
    number = int(held) if held.isascii() and held.isdigit() and len(held) < 7 else -1
    if number not in allowed:
        raise Misuse(f"{name} holds {held!r}: give a number from {allowed[0]} to {allowed[-1]}")
    return number
