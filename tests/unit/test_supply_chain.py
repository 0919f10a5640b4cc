"""What we are made of: pinned, told why, listed, and audited where somebody answers."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from tests.trust import Kind
from tools.audit import Answer, audit, read_answer
from tools.sbom import bill

ROOT = Path(__file__).parents[2]
PINS = sorted(ROOT.glob("requirements*.txt"))


def pinned(path: Path) -> list[str]:
    """What is asked for, each with the lines of hashes below it."""
    blocks = re.split(r"\n(?=[^\s#])", path.read_text("utf-8"))
    return [block for block in blocks if block and not block.startswith("#")]


def named(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found[0]).lower()


@pytest.mark.parametrize("path", PINS, ids=lambda path: path.name)
def test_every_pin_is_one_version_with_hashes_and_no_address(path, ledger):
    pins = pinned(path)
    assert len(pins) > 20
    for pin in pins:
        assert re.match(r"[A-Za-z0-9._-]+==[0-9][\w.+!]*(?: ;[^\n]*)? \\\n", pin), pin.partition("\n")[0]
        assert "--hash=sha256:" in pin
    options = re.findall(r"--(?!hash=)[a-z-]+", "\n".join(pins))
    assert options == []
    assert not re.search(r"://|@ ", "\n".join(pins))
    ledger.note(Kind.HOSTILE, "a pin held by its hashes", len(pins))


def test_every_dependency_has_its_reason():
    """Those that were given, and what builds, types or tests in a way that needs none, aside."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    [decision] = (ROOT / "docs" / "adr").glob("0005-*.md")
    rows = [line.split("|")[1] for line in decision.read_text("utf-8").splitlines() if line.startswith("| ")]
    told = {re.sub(r"[-_.]+", "-", name.strip()).lower() for row in rows for name in row.split(",")}
    given = {"streamlit", "pandas", "plotly", "duckdb"}
    assert {named(each) for each in project["dependencies"]} - given - told == set()


def test_the_bill_of_materials_has_every_pin_and_what_stands_in_the_repository():
    parts = bill(ROOT)["components"]
    listed = {(part["name"], part["version"]) for part in parts if "purl" in part}
    assert listed == {
        (named(pin), re.split(r"==|[ ;\\]", pin)[1]) for pin in pinned(ROOT / "requirements.txt")
    }
    kept = {part["name"] for part in parts if "hashes" in part}
    assert {"plotly.js-basic-dist-min", "visionskollen-sans", "visionskollen-serif"} <= kept


def test_the_bill_of_materials_is_the_same_each_time_and_names_no_host():
    said = json.dumps(bill(ROOT))
    assert said == json.dumps(bill(ROOT))
    assert "://" not in said
    assert str(ROOT) not in said
    assert len({part["bom-ref"] for part in bill(ROOT)["components"]}) == len(bill(ROOT)["components"])


NOBODY = "NOT AUDITED: no advisories can be had from here (none on jinja2==3.1.2, which has some)."
SOUND = Answer({}, {})
ILL = Answer({"jinja2 3.1.2": ["X-1"]}, {})


def answers(by_name: dict[str, Answer | None]):
    return lambda path: by_name[path.name]


@pytest.mark.parametrize(
    ("known", "pins", "status", "says"),
    [
        (ILL, SOUND, 0, "No known vulnerabilities."),
        (ILL, ILL, 1, "jinja2 3.1.2: X-1\n1 packages are vulnerable."),
        (ILL, Answer({}, {"ours": "unknown"}), 0, "not audited: ours: unknown\nNo known vulnerabilities."),
        (ILL, None, 0, "NOT AUDITED: the advisories stopped answering. Try again."),
        (None, ILL, 0, NOBODY),
        (SOUND, ILL, 0, NOBODY),
    ],
    ids=["sound", "vulnerable", "one unknown", "silent midway", "silent", "a mirror without advisories"],
)
def test_an_audit_fails_on_what_is_vulnerable_and_says_where_nobody_answers(known, pins, status, says):
    asked = answers({"known.txt": known, "requirements.txt": pins})
    assert audit([Path("requirements.txt")], asked) == (status, says)


@pytest.mark.parametrize("said", ["", "Traceback", "[]", "null", "{}"])
def test_what_is_no_answer_is_not_taken_for_good_news(said):
    assert read_answer(said) is None


def test_an_answer_is_read():
    said = {
        "dependencies": [
            {"name": "jinja2", "version": "3.1.2", "vulns": [{"id": "X-1"}]},
            {"name": "click", "version": "8.2", "vulns": []},
            {"name": "ours", "skip_reason": "unknown"},
        ]
    }
    assert read_answer(json.dumps(said)) == Answer({"jinja2 3.1.2": ["X-1"]}, {"ours": "unknown"})
