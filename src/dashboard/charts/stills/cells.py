"""How each kind of cell looks, whatever the colours: its sign, what stands beside that, and its ground."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from dashboard.charts.grid import GridCell, Mark
from dashboard.charts.palette import Palette, mix
from dashboard.charts.stills.hatching import dots, level, rising
from dashboard.charts.stills.lettering import longest_word, text_width, wrap
from dashboard.charts.stills.shapes import Frame, Path, Rect, Shape, Words, tall, words

_SMALL = 0.8
"""Of a range, in sizes of the number that it stands by."""
_GAP, _BOX = 0.35, 1.1
"""Between sign, range and mark, and around the letter of a mark, in sizes."""
_HATCHED = ("wide-only", "not-stated", "not-captured")
_BOLD = ("", "count", "none")


@dataclass(frozen=True)
class Lettered:
    """A cell's text at this size: in one line where `dense` and there is room, else its range below."""

    cell: GridCell
    size: float
    dense: bool = False

    @property
    def need(self) -> float:
        """How wide the cell must be at least."""
        return max(self._run(self._sign, self._mark), longest_word(self.cell.range, self.size * _SMALL))

    def high(self, width: float) -> float:
        return tall([""], self.size) + tall(self._below(width), self.size * _SMALL)

    def shapes(self, frame: Frame, palette: Palette) -> Iterator[Shape]:
        below, size = self._below(frame.width), self.size
        parts = [self._sign, 0 if below else self._range, self._mark]
        gaps = [_GAP * size if part else 0 for part in parts]
        left = frame.x - self._run(*parts) / 2
        lefts = list(accumulate(map(sum, zip(parts, gaps, strict=True)), initial=left))
        top = frame.y - self.high(frame.width) / 2
        fill = palette.quiet if self.cell.kind == "not-relevant" else palette.ink
        bold, foot = self.cell.kind in _BOLD, top + tall([""], size)
        texts = [words([self.cell.sign], lefts[0] + parts[0] / 2, top, size, fill, "middle", bold)]
        if below:
            texts.append(words(below, frame.x, foot, size * _SMALL, fill, "middle"))
        elif self.cell.range:
            small = replace(texts[0], lines=[self.cell.range], size=size * _SMALL, bold=False)
            texts.append(replace(small, x=lefts[1] + parts[1] / 2))
        yield from self._on_paper(texts, palette)
        if self.cell.mark:
            yield from mark(self.cell.mark, lefts[2], top + tall([""], size) / 2, size, palette)

    def _on_paper(self, texts: Sequence[Words], palette: Palette) -> Iterator[Shape]:
        """Paper below texts that would stand on hatching."""
        for text in texts:
            box = text.frame
            if self.cell.kind in _HATCHED and any(text.lines):
                yield Rect(box._replace(left=box.left - 3, width=box.width + 6), palette.paper)
        yield from (text for text in texts if any(text.lines))

    @property
    def _sign(self) -> float:
        return text_width(self.cell.sign, self.size, True)

    @property
    def _range(self) -> float:
        return text_width(self.cell.range, self.size * _SMALL)

    @property
    def _mark(self) -> float:
        return _BOX * self.size if self.cell.mark else 0

    def _run(self, *parts: float) -> float:
        """How wide these are beside each other; those of nothing take no room."""
        there = [part for part in parts if part]
        return sum(there) + _GAP * self.size * max(len(there) - 1, 0)

    def _below(self, width: float) -> list[str]:
        fits = self.dense and self._run(self._sign, self._range, self._mark) <= width - 4
        return [] if fits or not self.cell.range else wrap(self.cell.range, self.size * _SMALL, width)


def mark(decision: Mark, left: float, y: float, size: float, palette: Palette) -> Iterator[Shape]:
    """A letter in a box, around this height."""
    box, small = Frame(left, y - _BOX * size / 2, _BOX * size, _BOX * size), size * 0.8
    yield Rect(box, palette.paper, palette.ink, 1)
    yield words([decision.sign], box.x, y - tall([""], small) / 2, small, palette.ink, "middle")


def ground(cell: GridCell, palette: Palette, frame: Frame) -> Iterator[Shape]:
    """What tells the kind apart besides its sign."""
    match cell.kind:
        case "count":
            yield Rect(frame, mix(palette.paper, palette.stage(0), 0.12 + cell.weight * 0.34))
        case "wide-only":
            yield Path(level(frame, 8), stroke=palette.line, thickness=1.5)
        case "none":
            yield Rect(frame.inset(1.25), stroke=palette.ink, thickness=2.5)
        case "not-stated":
            yield Path(dots(frame, 9, 2.5), fill=palette.line)
        case "not-captured":
            yield Path(rising(frame.inset(1), 9), stroke=palette.line, thickness=2.5)


def key(cell: GridCell, size: float, palette: Palette, frame: Frame) -> Iterator[Shape]:
    """A cell of the kind, for the legend."""
    yield from ground(replace(cell, weight=0.5), palette, frame)
    yield from Lettered(replace(cell, range="", mark=None), size).shapes(frame, palette)
