"""What must hold for any bytes whatever that somebody hands in as a page."""

import unicodedata
from dataclasses import replace

from dashboard.sources.capture import CaptureError
from dashboard.sources.captures import decode_capture
from dashboard.sources.page import parse_page
from dashboard.sources.programme_page import ProgrammePage
from dashboard.sources.vision_area_page import VisionAreaPage
from tests.made_up_pages import VOCABULARIES, render_page


def check_capture(content: bytes) -> str:
    """Read it ("page") or refuse it ("refused"). A page reads the same however it is saved."""
    try:
        text = decode_capture(content, "sida").text
        page = _parse(text)
    except CaptureError:
        return "refused"
    assert _parse(unicodedata.normalize("NFC", text)) == page
    if "\r" not in text:
        assert _parse(text.replace("\n", "\r\n")) == page
    if isinstance(page, VisionAreaPage):
        assert replace(_parse(render_page(page)), remarks=()) == replace(page, remarks=())
    return "page"


def _parse(text: str) -> VisionAreaPage | ProgrammePage:
    return parse_page(text, "sida", VOCABULARIES)
