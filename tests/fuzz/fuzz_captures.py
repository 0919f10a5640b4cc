"""Looks for bytes that break the reading of captures, led by the code they reach.

    python -m tests.fuzz.fuzz_captures FOUND tests/fuzz/corpus -dict=tests/fuzz/captures.dict \\
        -max_total_time=45 -max_len=4096 -artifact_prefix=FOUND/

FOUND is a folder for inputs that reach new code. What breaks is written there as `crash-…`: mend the reader
and keep the file in the corpus under a name that tells what was wrong.
"""

import sys

import atheris

with atheris.instrument_imports(include=["dashboard.sources"]):  # pyright: ignore[reportAttributeAccessIssue]
    from tests.fuzz.check_capture import check_capture


def main() -> None:
    atheris.Setup(sys.argv, check_capture_quietly)
    atheris.Fuzz()


def check_capture_quietly(content: bytes) -> None:
    check_capture(content)


if __name__ == "__main__":
    main()
