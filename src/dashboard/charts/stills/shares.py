"""Bars on one scale, with marks where targets would have them end."""

from collections.abc import Iterator
from functools import partial

from dashboard.charts.palette import Palette, mix
from dashboard.charts.shares import ShareBar, ShareBars
from dashboard.charts.stills.hatching import falling, rising
from dashboard.charts.stills.keys import Key, keys
from dashboard.charts.stills.lettering import text_width, wrap
from dashboard.charts.stills.shapes import Frame, Path, Picture, Rect, Shape, at, line, more_each, tall, words

_SIZE, _SMALL = 22, 18
_EDGE, _GAP = 12, 24
_TRACK, _PAST = 36, 9
"""How high a bar is, and how far a target's mark reaches beyond it."""
_TIP = 8


def draw(shares: ShareBars, palette: Palette, width: float, height: float = 0) -> Picture:
    natural = _drawn(shares, palette, width)
    rows = [_TRACK + _GAP] * len(shares.bars)
    more = more_each(rows, sum(rows) + height - natural.height)
    return _drawn(shares, palette, width, more) if more else natural


def _drawn(shares: ShareBars, palette: Palette, width: float, more: float = 0) -> Picture:
    """Each bar and the gap below it are so many pixels `more` together."""
    shapes: list[Shape] = []
    top: float = _EDGE
    for bar in shares.bars:
        room = Frame(_EDGE, top, width - 2 * _EDGE, _TRACK + more / 2)
        drawn = _Bar(bar, shares.whole, palette, room)
        shapes += drawn.shapes()
        top = drawn.bottom + _GAP + more / 2
    room = Frame(_EDGE, top, width - 2 * _EDGE, 0)
    shapes += _scale(shares.ends, room, palette)
    entries = [Key(partial(_key, each.kind, palette), each.meaning) for each in shares.keys]
    below = room._replace(top=top + _SMALL * 1.25 + _GAP)
    legend = keys(entries, below, _SMALL, palette.quiet)
    return Picture(width, legend.bottom + _EDGE, [*shapes, *legend.shapes])


class _Bar:
    """One class from its label to its notes; `room` says where it begins, and the sides of its bar."""

    def __init__(self, bar: ShareBar, whole: int, palette: Palette, room: Frame) -> None:
        self.bar, self.palette, self.scale = bar, palette, room.width / max(whole, 1)
        number = text_width(bar.number, _SIZE, True)
        self.label = wrap(bar.label, _SIZE, room.width - min(number, room.width * 0.5) - _GAP)
        self.number = wrap(bar.number, _SIZE, room.width * 0.5, True)
        self.room = room
        head = max(tall(self.label, _SIZE), tall(self.number, _SIZE))
        self.track = Frame(room.left, room.top + head + _PAST + 4, room.width, room.height)
        self.notes = [wrap(note, _SMALL, room.width) for note in bar.notes]
        below = self.track.bottom + (_PAST + 2 if bar.targets or bar.notes else 0)
        self.bottom = below + sum(tall(each, _SMALL) for each in self.notes)

    def shapes(self) -> Iterator[Shape]:
        palette, room, track = self.palette, self.room, self.track
        yield words(self.label, room.left, room.top, _SIZE, palette.ink)
        yield words(self.number, room.right, room.top, _SIZE, palette.ink, "end", bold=True)
        yield Rect(track, palette.land)
        left = track.left
        for each in self.bar.stretches:
            frame = track._replace(left=left, width=min(each.initiatives * self.scale, track.right - left))
            if frame.width > 0:
                yield from _stretch(each.kind, palette, frame)
            left = frame.right
        for each in self.bar.targets:
            x = min(track.left + each.initiatives * self.scale, track.right)
            mark = Frame(x, track.top - _PAST, 0, track.height + 2 * _PAST)
            yield from _target(each.profile, palette, mark)
        top = self.track.bottom + _PAST + 2
        for note in self.notes:
            yield words(note, room.left, top, _SMALL, palette.quiet)
            top += tall(note, _SMALL)


def _stretch(kind: str, palette: Palette, frame: Frame) -> Iterator[Shape]:
    color = palette.stage(0)
    if kind == "only":
        yield Rect(frame, color)
    elif kind == "shared":
        yield Rect(frame, mix(color, palette.paper, 0.65))
        yield Path(falling(frame.inset(2), 9), stroke=color, thickness=4.5)
        yield Rect(frame.inset(0.75), stroke=color, thickness=1.5)
    else:
        yield Rect(frame, palette.paper)
        yield Path(rising(frame.inset(1), 9), stroke=color, thickness=1.5)
        yield Rect(frame.inset(0.75), stroke=color, thickness=1.5)


def _target(profile: str, palette: Palette, frame: Frame) -> Iterator[Shape]:
    """A line down the middle of the frame, its tip above; for the second profile broken, its tip below."""
    first, x = profile == "a", frame.x
    color = palette.ink if first else palette.stage(1)
    y, tip = (frame.top, _TIP) if first else (frame.bottom, -_TIP)
    yield line(x, frame.top, x, frame.bottom, palette.paper, 6)
    d = f"M{at(x)} {at(frame.top)}V{at(frame.bottom)}"
    yield Path(d, stroke=color, thickness=3.5, dash="" if first else "7 4")
    yield Path(f"M{at(x - _TIP)} {at(y)}h{2 * _TIP}l{-_TIP} {tip * 1.25:g}Z", fill=color)


def _key(kind: str, palette: Palette, frame: Frame) -> Iterator[Shape]:
    name, _, profile = kind.partition("-")
    tall_frame = frame._replace(top=frame.top - 3, height=frame.height + 6)
    return _target(profile, palette, tall_frame) if name == "target" else _stretch(kind, palette, frame)


def _scale(ends: tuple[str, str], room: Frame, palette: Palette) -> Iterator[Shape]:
    yield line(room.left, room.top, room.right, room.top, palette.quiet)
    yield words([ends[0]], room.left, room.top + 4, _SMALL, palette.quiet)
    yield words([ends[1]], room.right, room.top + 4, _SMALL, palette.quiet, "end")
