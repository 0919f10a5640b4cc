"""What readers change a page with, read from its HTML: what each control says, and where it leads."""

import re
from html import unescape
from typing import NamedTuple

from tests.app.conftest import Visit

_PICK = re.compile(
    r'<input type="checkbox" id="(pick-[a-z0-9-]+)"[^>]*? data-href="([^"]*)"([^>]*)> <span>([^<]*)</span>'
    r"(?: <small[^>]*>([^<]*)</small>)?"
)
_SHARE = re.compile(
    r'<label for="(share-[^"]+)">(.*?)</label>\s*<output for="\1">([^<]*)</output>\s*'
    r'<input type="range" id="\1" min="0" max="100" value="([0-9]+)"[^>]*'
    r' data-href="([^"]*)" data-param="([^"]*)" data-prefix="([^"]*)">'
)


class Pick(NamedTuple):
    """One choice of a filter: how many initiatives it says that it gives, and where a click leads."""

    label: str
    gives: str
    picked: bool
    href: str


class Share(NamedTuple):
    """One slider: its share in per cent, and the address less the share that it is slid to."""

    share: int
    says: str
    href: str

    def slid_to(self, share: int) -> str:
        return f"{self.href}{share}"


def picks_in(html: str) -> dict[str, Pick]:
    """By id."""
    found = ([unescape(part) for part in match] for match in _PICK.findall(html))
    return {id_: Pick(label, gives, "checked" in rest, href) for id_, href, rest, label, gives in found}


def picks(page: Visit) -> dict[str, Pick]:
    return picks_in(page.html["filters"])


def shares(page: Visit) -> dict[str, Share]:
    """By what those who hear the slider hear it called."""
    if "profiles" not in page.html:
        return {}
    found = _SHARE.findall(page.html["profiles"])
    return {
        unescape(re.sub(r"<[^>]+>", "", label)): Share(int(value), unescape(says), _slid(href, param, prefix))
        for _, label, says, value, href, param, prefix in found
    }


def _slid(href: str, param: str, prefix: str) -> str:
    return f"{unescape(href)}{'&' if '?' in href else '?'}{param}={prefix}"


def options(html: str, label: str) -> dict[str, str]:
    """What a list to pick from offers: the address of each option by what it says."""
    return {unescape(says): unescape(href) for href, _, says in _options(html, label)}


def picked_option(html: str, label: str) -> str:
    [picked] = [unescape(says) for _, picked, says in _options(html, label) if picked]
    return picked


def _options(html: str, label: str) -> list[tuple[str, str, str]]:
    found = re.search(
        rf'<label for="([^"]+)">{re.escape(label)}</label>\s*<select id="\1" data-follow>(.*?)</select>',
        html,
        re.DOTALL,
    )
    assert found, label
    return re.findall(r'<option value="([^"]*)"( selected)?>([^<]*)</option>', found[2])


def params(href: str) -> str:
    """What an address asks of its page."""
    return href.partition("?")[2]
