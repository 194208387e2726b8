"""No library under Sayso reports on those who use it."""

import os
import subprocess
import sys
from pathlib import Path

LOADED = "import sayso; from sayso.annotate import reader; reader.shared()"


def test_loading_the_model_leaves_no_log_of_its_use_anywhere(tmp_path: Path):
    told = os.environ | {"HOME": str(tmp_path), "TMPDIR": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    told.pop("ORT_DISABLE_TELEMETRY", None)
    subprocess.run([sys.executable, "-c", LOADED], env=told, check=True)
    assert list(tmp_path.rglob("*")) == []
