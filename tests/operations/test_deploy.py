"""What deploy/, Containerfile and docs/operations.md say, held against what is there."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.operations.machine import ROOT

_GUIDE = (ROOT / "docs" / "operations.md").read_text("utf-8")
_CONTAINER = (ROOT / "Containerfile").read_text("utf-8")


def test_every_setting_is_in_the_guide():
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    settings = set(re.findall(r'"(DASHBOARD_[A-Z_]+[A-Z])"', sources))
    assert settings
    assert {name for name in settings if f"`{name}`" not in _GUIDE} == set()


def test_every_file_that_the_guide_or_the_container_names_is_there():
    copied = " ".join(re.findall(r"^COPY (.+) \S+$", _CONTAINER, re.MULTILINE)).split()
    named = re.findall(r"`?(deploy/[\w.@-]*\w)", _GUIDE)
    linked = re.findall(r"\]\(([\w./-]+)\)", _GUIDE)
    assert copied
    assert named
    paths = [*(ROOT / each for each in (*copied, *named)), *(ROOT / "docs" / each for each in linked)]
    assert [path for path in paths if not path.exists()] == []


def test_the_container_runs_as_nobody_in_particular_and_installs_what_is_pinned():
    last = {words[0]: words[1] for words in map(str.split, _CONTAINER.splitlines()) if len(words) > 1}
    assert last["USER"] == "10001"
    assert "/" not in last["FROM"]  # an image by its name, from wherever the machine takes its images
    assert "--require-hashes --requirement requirements.txt" in _CONTAINER


@pytest.mark.parametrize("unit", ["visionskollen@8501.service", "visionskollen-build.service"])
def test_systemd_takes_the_units_without_a_word(tmp_path: Path, unit: str):
    if not shutil.which("systemd-analyze"):
        pytest.skip("needs systemd-analyze, of Debian's package systemd")
    python = tmp_path / "bin"
    python.mkdir()
    for name in ("python", "dashboard"):
        (python / name).symlink_to("/bin/true")
    text = (ROOT / "deploy" / unit.replace("8501", "")).read_text("utf-8")
    here = text.replace("/opt/visionskollen/.venv/bin", str(python)).replace("/usr/bin/curl", "/bin/true")
    (tmp_path / unit).write_text(here, "utf-8")
    command = ["systemd-analyze", "verify", "--man=no", tmp_path / unit]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
