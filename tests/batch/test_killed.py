"""Real processes killed (SIGKILL) at random points: the rows are those of a calm run.

tools/crash_batch.py does the same with as many documents as one likes.
"""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from crash_batch import command, documents, kill, sums

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="there is no /proc to look at")
pytest.importorskip("pyarrow")


def test_killed_at_random_points_it_has_the_rows_of_a_calm_run(tmp_path: Path) -> None:
    source = tmp_path / "release.txt"
    source.write_text(
        "ACME REPORTS RESULTS\n\nAUSTIN, Texas -- May 8, 2007 -- Acme Corp. today announced its "
        "results.\n\nRevenue was $7,219 thousand, and cost of goods sold was $7,975 thousand.\n"
    )
    documents(tmp_path / "in", [source], 150)
    calm = command(tmp_path / "in", tmp_path / "calm", "--jobs", "2")
    assert subprocess.run(calm, stdout=subprocess.DEVNULL, check=False).returncode == 0
    line = command(tmp_path / "in", tmp_path / "killed", "--jobs", "2")
    chance, kills = random.Random(3), 0
    while kills < 2:
        running = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.3, 0.8))
        if kill(running, inner=kills % 2 == 1):
            break
        kills += 1
    assert kills >= 1, "it was killed before it had ended"
    assert subprocess.run(line, stdout=subprocess.DEVNULL, check=False).returncode == 0
    assert sums(tmp_path / "killed") == sums(tmp_path / "calm")
