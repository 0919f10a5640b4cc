"""Why an import is not carried out: every reason at once, each with its place."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from dashboard.sources.capture import CaptureError

NEW = "ny"
"""The answer that a listing is an initiative of its own."""


MOST_SHOWN = 200


class ImportRefused(Exception):
    """Nothing may be written. `problems` name file, line, what is wrong and what to do."""

    def __init__(self, problems: Sequence[CaptureError]) -> None:
        shown = [str(problem) for problem in problems[:MOST_SHOWN]]
        left = len(problems) - MOST_SHOWN
        super().__init__("\n".join([*shown, f"… och {left} till."] if left > 0 else shown))
        self.problems = tuple(problems)


class Unanswered(CaptureError):
    """A listing that may be one of the `candidates` (title by code, best first): a person has to say."""

    def __init__(self, file: str, line: int, title: str, candidates: Mapping[str, str]) -> None:
        alike = " eller ".join(f"«{known}» ({code})" for code, known in candidates.items())
        super().__init__(
            file,
            line,
            f"«{title}» kan vara {alike} under annan titel; svara med --answer '{title}=KOD',"
            f" eller --answer '{title}={NEW}' om insatsen är ny",
        )
        self.title = title
        self.candidates = candidates


@contextmanager
def collect_problem(problems: list[CaptureError]) -> Iterator[None]:
    """Note the problem and go on, so that a reader learns of all of them at once."""
    try:
        yield
    except CaptureError as problem:
        problems.append(problem)
