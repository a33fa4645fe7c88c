"""python -m tieout.reports.json prints the schema of the workpaper."""

import sys

from tieout.reports.json.contract import schema

if __name__ == "__main__":
    sys.stdout.buffer.write(schema())
