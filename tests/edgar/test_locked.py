"""A file that processes change in turn."""

import subprocess
import sys
from pathlib import Path

from tieout.edgar.locked import held, locked, put

ADD = """
import sys
from pathlib import Path
from tieout.edgar.locked import held, locked, put
for _ in range(100):
    with locked(Path(sys.argv[1])) as file:
        put(file, str(int(held(file) or 0) + 1).encode())
"""


def test_a_file_holds_what_was_put_there_last(tmp_path: Path) -> None:
    path = tmp_path / "new" / "count"
    with locked(path) as file:
        assert held(file) == b""
        put(file, b"twelve")
        put(file, b"two")
    with locked(path) as file:
        assert held(file) == b"two"


def test_no_process_writes_over_what_another_wrote(tmp_path: Path) -> None:
    path = tmp_path / "count"
    runs = [subprocess.Popen([sys.executable, "-c", ADD, str(path)]) for _ in range(3)]
    assert [run.wait() for run in runs] == [0, 0, 0]
    assert path.read_bytes() == b"300"
