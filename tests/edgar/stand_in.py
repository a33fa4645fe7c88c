"""A stand-in for EDGAR over loopback: the same addresses, answers, refusals, and bad days.

The filings are the examples' and small ones made in their likeness; nothing is fetched.
"""

import gzip
import json
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from msgspec import Struct

EXAMPLES = Path(__file__).parents[2] / "examples"
CAPSTONE = 1009759
TITLES = {
    "2.02": "Results of Operations and Financial Condition",
    "7.01": "Regulation FD Disclosure",
    "5.02": "Departure of Directors or Principal Officers",
    "8.01": "Other Events",
    "9.01": "Financial Statements and Exhibits",
}
QUARTERS = ("First", "Second", "Third", "Fourth")
FIRST = ("5,615", "8,088", "2,473", "2,749", "5,893", "8,642", "11,115")
"""Capstone's first quarter of fiscal 2008: six months less the second quarter, as both print."""


class Filed(Struct, frozen=True):
    """A filing: what its header tells, and its documents by type, in order."""

    accession: str
    filed: date
    period: date
    items: tuple[str, ...]
    documents: tuple[tuple[str, str], ...]
    form: str = "8-K"
    company: str = "CAPSTONE TURBINE CORP"
    cik: int = CAPSTONE

    @property
    def raw(self) -> bytes:
        """The full submission, as EDGAR keeps it."""
        lines = [
            f"<SEC-DOCUMENT>{self.accession}.txt : {self.filed:%Y%m%d}",
            f"<SEC-HEADER>{self.accession}.hdr.sgml : {self.filed:%Y%m%d}",
            f"ACCESSION NUMBER:\t\t{self.accession}",
            f"CONFORMED SUBMISSION TYPE:\t{self.form}",
            f"PUBLIC DOCUMENT COUNT:\t\t{len(self.documents)}",
            f"CONFORMED PERIOD OF REPORT:\t{self.period:%Y%m%d}",
            *(f"ITEM INFORMATION:\t\t{TITLES[item]}" for item in self.items),
            f"FILED AS OF DATE:\t\t{self.filed:%Y%m%d}",
            "\nFILER:\n",
            "\tCOMPANY DATA:\t",
            f"\t\tCOMPANY CONFORMED NAME:\t\t\t{self.company}",
            f"\t\tCENTRAL INDEX KEY:\t\t\t{self.cik:010d}",
            "\t\tFISCAL YEAR END:\t\t\t0331",
            "</SEC-HEADER>",
        ]
        for place, (kind, text) in enumerate(self.documents, 1):
            name = f"a{place}_{kind.lower().replace('/', '').replace('.', 'd')}.txt"
            lines += ["<DOCUMENT>", f"<TYPE>{kind}", f"<SEQUENCE>{place}", f"<FILENAME>{name}"]
            lines += ["<TEXT>", text, "</TEXT>", "</DOCUMENT>"]
        return "\n".join([*lines, "</SEC-DOCUMENT>", ""]).encode()


def form(day: date, item: str = "2.02") -> str:
    """The words of a Form 8-K."""
    return (
        "SECURITIES AND EXCHANGE COMMISSION\nWASHINGTON, D.C. 20549\n\nFORM 8-K\n\nCURRENT REPORT\n"
        f"\nDate of Report (Date of earliest event reported) {day:%B} {day.day}, {day.year}\n\n"
        "CAPSTONE TURBINE CORPORATION\n(Exact name of registrant as specified in its charter)\n\n"
        f"Item {item} {TITLES[item]}.\n"
    )


def release(quarter: int, year: int, end: date, day: date, told: Sequence[str] = FIRST) -> str:
    """A release of Capstone's in small; `told` are its lines, those of its first fiscal quarter."""
    which = QUARTERS[quarter - 1]
    revenue, cost, gross, research, selling, operating, loss = told
    ended = f"{end:%B} {end.day}"
    return f"""CAPSTONE TURBINE CORPORATION ANNOUNCES {which.upper()} QUARTER FISCAL {year} RESULTS

CHATSWORTH, Calif.--(BUSINESS WIRE)--{day:%B} {day.day}, {day.year}--Capstone Turbine Corporation \
(NASDAQ:CPST) today reported results for the {which.lower()} quarter ended {ended}, {end.year}.

CAPSTONE TURBINE CORPORATION
CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS
(In thousands, except per share data)

\tThree Months Ended {ended},\t
\t{end.year}\t{end.year - 1}
Revenue\t$ {revenue}\t$ 6,566
Cost of goods sold\t{cost}\t7,802
Gross loss\t({gross})\t(1,236)
Operating expenses:
Research and development\t{research}\t2,806
Selling, general and administrative\t{selling}\t5,915
Total operating expenses\t{operating}\t8,721
Loss from operations\t({loss})\t(9,957)
Net loss\t$ ({loss})\t$ (9,957)
"""


def of_results(
    accession: str, quarter: int, year: int, end: date, day: date, text: str = "", **more: Any
) -> Filed:
    """A filing of a quarter's results."""
    documents = (("8-K", form(day)), ("EX-99.1", text or release(quarter, year, end, day)))
    return Filed(accession, day, day, ("2.02", "9.01"), documents, **more)


def of_another(accession: str, day: date, item: str, text: str, **more: Any) -> Filed:
    """A filing of something else, or of results without a table."""
    documents = (("8-K", form(day, item)), ("EX-99.1", text))
    return Filed(accession, day, day, (item, "9.01"), documents, **more)


def example(name: str) -> tuple[str, str]:
    """The form and the release of an example, which is one text."""
    text = (EXAMPLES / f"{name}.txt").read_text("utf-8")
    cover, mark, rest = text.partition("\n4\n\nCapstone")
    return (cover, f"Capstone{rest}") if mark else (text, "")


def preliminary(day: date, quarter: str, end: str) -> str:
    """Results in a sentence, weeks before the release."""
    return (
        f"CAPSTONE TURBINE CORPORATION ANNOUNCES PRELIMINARY {quarter.upper()} QUARTER RESULTS\n\n"
        f"CHATSWORTH, Calif.--(BUSINESS WIRE)--{day:%B} {day.day}, {day.year}--Capstone Turbine "
        f"Corporation (NASDAQ:CPST) expects revenue for the {quarter} quarter ended {end} of about "
        "$5.6 million.\n"
    )


YEAR_AGO, QUARTER_BEFORE, OWN = (
    "0001104659-06-073563",
    "0001104659-07-060001",
    "0001104659-07-080000",
)


def twelve() -> list[Filed]:
    """Capstone's filings from June 2006 to November 2007: twelve of them, in the order of time."""
    real = {
        number: tuple(zip(("8-K", "EX-99.1"), example(f"capstone-{name}-8k"), strict=True))
        for number, name in ((YEAR_AGO, "fy2007q2"), (OWN, "fy2008q2"))
    }
    results = ("2.02", "9.01")
    return [
        of_results("0001104659-06-040001", 4, 2006, date(2006, 3, 31), date(2006, 6, 12)),
        of_results("0001104659-06-050001", 1, 2007, date(2006, 6, 30), date(2006, 8, 9)),
        Filed(YEAR_AGO, date(2006, 11, 9), date(2006, 11, 9), results, real[YEAR_AGO]),
        of_another(
            "0001104659-06-076001",
            date(2006, 11, 20),
            "2.02",
            preliminary(date(2006, 11, 20), "third", "December 31, 2006"),
        ),
        of_another("0001104659-07-002001", date(2007, 1, 15), "5.02", "A director left. Page 1\n"),
        of_results("0001104659-07-008001", 3, 2007, date(2006, 12, 31), date(2007, 2, 8)),
        of_results("0001104659-07-046001", 4, 2007, date(2007, 3, 31), date(2007, 6, 11)),
        of_another(
            "0001104659-07-052001",
            date(2007, 7, 10),
            "2.02",
            preliminary(date(2007, 7, 10), "first", "June 30, 2007"),
        ),
        of_results(QUARTER_BEFORE, 1, 2008, date(2007, 6, 30), date(2007, 8, 8)),
        Filed(
            "0001104659-07-062001",
            date(2007, 8, 9),
            date(2007, 6, 30),
            (),
            (("10-Q", release(1, 2008, date(2007, 6, 30), date(2007, 8, 9))),),
            form="10-Q",
        ),
        Filed(OWN, date(2007, 11, 8), date(2007, 11, 8), results, real[OWN]),
        of_another("0001104659-07-083001", date(2007, 11, 15), "8.01", "An order. Page 1\n"),
    ]


class StandIn:
    """The server: filings to be added, what it was asked, and how it is to behave.

    More than `limit` requests in a second are answered 403 for `ban` seconds, and every request
    meanwhile makes it longer. `cut` answers so many requests of an address by half, `refusals`
    has answers to be given before any other: a status and headers, of which "X-Body" is the page.
    `other` and `packed` are answers at other addresses, these packed already.
    """

    def __init__(self, filings: Sequence[Filed] = (), recent: int = 1000) -> None:
        self.filings = list(filings)
        self.recent = recent
        self.limit, self.ban = 10, 600.0
        self.is_slow = False
        self.has_items = True
        self.cut: Counter[str] = Counter()
        self.refusals: list[tuple[int, dict[str, str]]] = []
        self.other: dict[str, bytes] = {}
        self.packed: dict[str, bytes] = {}
        self.asked: list[tuple[float, str]] = []
        self.agents: set[str] = set()
        self._banned = 0.0
        self._lock = threading.Lock()
        handler = type("Handler", (_Handler,), {"edgar": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self._server.handle_error = lambda *_: None  # type: ignore[method-assign] # whoever asked is gone
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [path for _, path in self.asked]

    def most_in_a_second(self) -> int:
        """How many requests the busiest second had."""
        times = sorted(one for one, _ in self.asked)
        return max((sum(0 <= one - start < 1 for one in times) for start in times), default=0)

    def refusal(self, path: str, agent: str) -> tuple[int, dict[str, str], bytes] | None:
        """Writes the log; the answer, where it is none of what was asked for."""
        now = time.time()
        with self._lock:
            self.asked.append((now, path))
            self.agents.add(agent)
            if "@" not in agent:
                return (
                    403,
                    {},
                    b"<h1>Your Request Originates from an Undeclared Automated Tool</h1>",
                )
            of_late = sum(now - one < 1 for one, _ in self.asked)
            if of_late > self.limit or now < self._banned:
                self._banned = now + self.ban
                return 403, {}, b"<h1>Request Rate Threshold Exceeded</h1>"
            if self.refusals:
                status, headers = self.refusals.pop(0)
                return status, headers, headers.get("X-Body", "").encode()
            return None

    def ban_for(self, seconds: float) -> None:
        """Whoever asks is refused for so long, and longer where it does not keep silent."""
        self.ban = seconds
        self._banned = time.time() + seconds

    def is_cut(self, path: str) -> bool:
        """True as often as the answer is to be cut."""
        with self._lock:
            self.cut[path] -= 1
            return self.cut[path] >= 0

    def answer(self, target: str) -> bytes | None:
        """What stands at an address; None for nothing."""
        parts = urlsplit(target)
        if target in self.other or target in self.packed:
            return self.other.get(target) or self.packed[target]
        if parts.path == "/files/company_tickers.json":
            found = {one.cik: one.company for one in self.filings}
            tickers = [
                {"cik_str": cik, "ticker": "CPST" if cik == CAPSTONE else f"T{cik}", "title": name}
                for cik, name in found.items()
            ]
            return json.dumps({str(n): one for n, one in enumerate(tickers)}).encode()
        if parts.path.startswith("/submissions/"):
            return self._submissions(parts.path.rpartition("/")[2])
        if parts.path.startswith("/Archives/edgar/full-index/"):
            return self._quarter(*parts.path.split("/")[4:])
        if parts.path == "/cgi-bin/browse-edgar":
            return self._feed(int(parse_qs(parts.query)["start"][0]))
        for one in self.filings:
            plain = one.accession.replace("-", "")
            folder = f"/Archives/edgar/data/{one.cik}/{plain}"
            if parts.path == f"{folder}/{one.accession}.txt":
                return one.raw
            if parts.path == f"{folder}/index.json":
                item = {"name": f"{one.accession}.txt", "type": "text.gif", "size": ""}
                return json.dumps({"directory": {"name": folder, "item": [item]}}).encode()
        return None

    def _submissions(self, name: str) -> bytes | None:
        """A company's filings, the latest first; the older ones on a page of their own."""
        cik = int(name[3:13])
        own = [one for one in reversed(self.filings) if one.cik == cik]
        if not own:
            return None
        if "-submissions-" in name:
            return json.dumps(_columns(own[self.recent :])).encode()
        older = own[self.recent :]
        page = {
            "name": f"CIK{cik:010d}-submissions-001.json",
            "filingCount": len(older),
            "filingFrom": f"{older[-1].filed}" if older else "",
            "filingTo": f"{older[0].filed}" if older else "",
        }
        recent = {"recent": _columns(own[: self.recent]), "files": [page] if older else []}
        told = {"cik": str(cik), "name": own[0].company, "filings": recent}
        return json.dumps(told).encode()

    def _quarter(self, year: str, quarter: str, name: str) -> bytes | None:
        """The index of a quarter, packed."""
        own = [
            one
            for one in self.filings
            if (one.filed.year, (one.filed.month + 2) // 3) == (int(year), int(quarter[3:]))
        ]
        if not own or name != "master.gz":
            return None
        lines = ["Description:           Master Index of EDGAR Dissemination Feed", "-" * 80]
        lines += [
            f"{one.cik}|{one.company}|{one.form}|{one.filed}|"
            f"edgar/data/{one.cik}/{one.accession}.txt"
            for one in own
        ]
        return gzip.compress("\n".join([*lines, ""]).encode())

    def _feed(self, start: int) -> bytes:
        """The current feed: current reports, the latest first, each for its filer and its agent."""
        own = [one for one in reversed(self.filings) if one.form.startswith("8-K")]
        entries = []
        for one in own[start : start + 100]:
            plain = one.accession.replace("-", "")
            link = f"{self.address}/Archives/edgar/data/{one.cik}/{plain}/{one.accession}-index.htm"
            items = "".join(f"\n&lt;br&gt;Item {item}: {TITLES[item]}" for item in one.items)
            items = items if self.has_items else ""
            entries += [
                f"<entry>\n<title>{one.form} - {one.company} ({one.cik:010d}) (Filer)</title>\n"
                f'<link rel="alternate" type="text/html" href="{link}"/>\n<summary type="html">\n'
                f" &lt;b&gt;Filed:&lt;/b&gt; {one.filed} &lt;b&gt;AccNo:&lt;/b&gt; {one.accession}"
                f" &lt;b&gt;Size:&lt;/b&gt; 40 KB{items}\n</summary>\n"
                f"<updated>{one.filed}T16:05:01-05:00</updated>\n"
                f'<category scheme="https://www.sec.gov/" label="form type" term="{one.form}"/>\n'
                f"<id>urn:tag:sec.gov,2008:accession-number={one.accession}</id>\n</entry>\n"
            ] * 2
        head = '<?xml version="1.0" encoding="ISO-8859-1" ?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
        return f"{head}\n<title>Latest Filings</title>\n{''.join(entries)}</feed>".encode("latin-1")


def _columns(filings: Sequence[Filed]) -> dict[str, list[str]]:
    """Filings as EDGAR lists them."""
    told: dict[str, Callable[[Filed], str]] = {
        "accessionNumber": lambda one: one.accession,
        "filingDate": lambda one: f"{one.filed}",
        "reportDate": lambda one: f"{one.period}",
        "form": lambda one: one.form,
        "items": lambda one: ",".join(one.items),
        "primaryDocument": lambda one: "a1_8-k.txt",
    }
    return {name: [of(one) for one in filings] for name, of in told.items()}


class _Handler(BaseHTTPRequestHandler):
    """Answers as the stand-in says."""

    edgar: StandIn
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # an answer in pieces would wait 40 ms for each

    def do_GET(self) -> None:
        refusal = self.edgar.refusal(self.path, self.headers.get("User-Agent", ""))
        if refusal is not None:
            self._send(*refusal)
            return
        content = self.edgar.answer(self.path)
        if content is None:
            self._send(404, {}, b"<html>File Not Found</html>")
            return
        headers = {"Content-Encoding": "gzip"} if self.path in self.edgar.packed else {}
        if (
            not headers
            and "gzip" in self.headers.get("Accept-Encoding", "")
            and not self.path.endswith(".gz")
        ):
            content, headers = gzip.compress(content), {"Content-Encoding": "gzip"}
        self._send(200, headers, content, is_cut=self.edgar.is_cut(self.path))

    def _send(
        self, status: int, headers: dict[str, str], content: bytes, *, is_cut: bool = False
    ) -> None:
        self.send_response(status)
        for name, told in headers.items():
            self.send_header(name, told)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        half = len(content) // 2
        self.wfile.write(content[:half])
        if is_cut:
            self.close_connection = True
            return
        if self.edgar.is_slow:
            self.wfile.flush()
            time.sleep(0.2)
        self.wfile.write(content[half:])

    def log_message(self, *_: Any) -> None:
        """The log is the stand-in's."""
