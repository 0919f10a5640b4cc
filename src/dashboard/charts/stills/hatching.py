"""Hatching as drawn lines: patterns would need ids, which clash where several stills share a page."""

from collections.abc import Iterator

from dashboard.charts.stills.shapes import Frame, at


def level(frame: Frame, gap: float) -> str:
    """The path of level lines so far apart."""
    return "".join(
        f"M{at(frame.left)} {at(y)}H{at(frame.right)}" for y in _steps(frame.top, frame.bottom, gap)
    )


def rising(frame: Frame, gap: float) -> str:
    """Of lines that rise to the right, as a slash does."""
    return "".join(
        f"M{at(max(frame.left, c - frame.bottom))} {at(min(frame.bottom, c - frame.left))}"
        f"L{at(min(frame.right, c - frame.top))} {at(max(frame.top, c - frame.right))}"
        for c in _steps(frame.left + frame.top, frame.right + frame.bottom, gap * 2**0.5)
    )


def falling(frame: Frame, gap: float) -> str:
    """Of lines that fall to the right, as a backslash does."""
    return "".join(
        f"M{at(max(frame.left, frame.top - c))} {at(max(frame.top, frame.left + c))}"
        f"L{at(min(frame.right, frame.bottom - c))} {at(min(frame.bottom, frame.right + c))}"
        for c in _steps(frame.top - frame.right, frame.bottom - frame.left, gap * 2**0.5)
    )


def dots(frame: Frame, gap: float, side: float) -> str:
    """Of small squares."""
    return "".join(
        f"M{at(x - side / 2)} {at(y - side / 2)}h{at(side)}v{at(side)}h{at(-side)}Z"
        for y in _steps(frame.top, frame.bottom, gap)
        for x in _steps(frame.left, frame.right, gap)
    )


def _steps(start: float, end: float, gap: float) -> Iterator[float]:
    """Even steps with as much room before the first as after the last."""
    count = max(int((end - start) / gap), 1)
    before = ((end - start) - (count - 1) * gap) / 2
    return (start + before + each * gap for each in range(count))
