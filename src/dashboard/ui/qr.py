"""QR codes: an address that a camera can follow, as a drawing within the page."""

from functools import lru_cache

import segno
from markupsafe import Markup

_QUIET = 4
"""Light squares around the code, by ISO/IEC 18004: part of it, so it is light on a dark page, too."""

_LARGEST = 20
"""Version of a code, 97 squares across: as large as a hand on a screen."""

_MASK = 3
"""Of the eight patterns: cameras read all, and to look for the best takes four times as long as the rest."""


def qr_svg(address: str, label: str = "") -> Markup:
    """The address as inline SVG; `label` is what screen readers say. Empty where there is no such code.

    It has no size of its own but `--modules`, its squares across, of which cameras want two pixels each.
    """
    code = _code(address)
    if code is None:
        return Markup()
    drawn = code.svg_inline(
        border=_QUIET, dark="#000", light="#fff", omitsize=True, title=label or None, svgclass="vk-qr"
    )
    start = f'<svg role="img" style="--modules: {squares_across(address)}" '
    return Markup(drawn.replace("<svg ", start, 1))


def squares_across(address: str) -> int:
    """How many squares the code of an address has in a row, the light ones too; 0 without a code."""
    code = _code(address)
    return int(code.symbol_size(border=_QUIET)[0]) if code else 0


@lru_cache(maxsize=200)
def _code(address: str) -> segno.QRCode | None:
    """None where the address is longer than 666 bytes: too large to point at."""
    try:
        code = segno.make_qr(address, error="m", mask=_MASK)
    except segno.DataOverflowError:
        return None
    return code if int(code.version) <= _LARGEST else None
