"""QR codes: an address that a camera can follow, as a drawing within the page."""

from functools import lru_cache

import segno
from markupsafe import Markup

_QUIET = 4
"""Light squares around the code, by ISO/IEC 18004: part of it, so it is light on a dark page, too."""

_MASK = 3
"""Of the eight patterns: cameras read all, and to look for the best takes four times as long as the rest."""


@lru_cache(maxsize=200)
def qr_svg(address: str, label: str = "") -> Markup:
    """The address as inline SVG without a size of its own; `label` is what screen readers say.

    Empty where the address is longer than a code holds (2 331 bytes of what cameras read well).
    """
    try:
        code = segno.make_qr(address, error="m", mask=_MASK)
    except segno.DataOverflowError:
        return Markup()
    drawn = code.svg_inline(
        border=_QUIET, dark="#000", light="#fff", omitsize=True, title=label or None, svgclass="vk-qr"
    )
    return Markup(drawn.replace("<svg ", '<svg role="img" ', 1))
