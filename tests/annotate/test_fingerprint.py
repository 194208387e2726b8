import re
import shutil
from pathlib import Path

import pytest

from sayso.annotate import fingerprint as module


def test_fingerprint_changes_with_a_rule_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    copy = tmp_path / "annotate"
    shutil.copytree(Path(module.__file__).parent, copy, ignore=shutil.ignore_patterns("__pycache__"))
    before = module.fingerprint.__wrapped__()
    assert re.fullmatch(r"[0-9a-f]{12}", before)
    monkeypatch.setattr(module, "__file__", str(copy / "fingerprint.py"))
    assert module.fingerprint.__wrapped__() == before
    (copy / "words.py").write_text("# another rule\n", encoding="utf-8")
    assert module.fingerprint.__wrapped__() != before
