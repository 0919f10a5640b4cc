"""Words as any format can hold them: without what XML forbids, on one line, as short as there is room for."""

import re

_FORBIDDEN = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE = re.compile(r"[ \t\n]+")
"""Not what keeps two words on one line."""

READABLE = 240
"""Characters of an address that can be read off a paper."""


def plain(text: str) -> str:
    """Without what XML cannot hold; lines end as in Unix."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    return _SPACE.sub(" ", plain(text)).strip(" ")


def shortened(text: str, most: int) -> str:
    """On one line of at most so many characters, cut after a word where there is one."""
    line = one_line(text)
    return line if len(line) <= most else f"{line[: most - 1].rsplit(' ', 1)[0]}…"


def is_address(text: str) -> bool:
    """Whether it leads somewhere also for those who are not on our pages."""
    return text.startswith(("https://", "http://"))
