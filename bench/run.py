"""Everything that the docs quote figures for, one after the other."""

import subprocess
import sys
from pathlib import Path

SCRIPTS = ("throughput.py", "reading_speed.py", "hostile.py", "kill_ingest.py")


def main() -> int:
    failed = []
    for script in SCRIPTS:
        print(f"\n== {script}", flush=True)
        if subprocess.run([sys.executable, str(Path(__file__).with_name(script))]).returncode:
            failed.append(script)
    print(f"\nfailed: {', '.join(failed)}" if failed else "\nall passed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
