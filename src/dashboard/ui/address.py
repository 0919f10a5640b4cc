"""Where readers reach the dashboard: as its operator says, or as their own browser does."""

from urllib.parse import urljoin, urlsplit

from dashboard.links import PATHS
from dashboard.panels.view import View
from dashboard.settings import SETTINGS
from dashboard.sign_in import is_this_machine
from dashboard.ui.reader import page_url


def served_at(page: str) -> str:
    """The address that all of the dashboard's begin with; empty where nobody knows it.

    A browser's own address is right behind any proxy and below any path. It comes with the path of the
    `page`, and from Streamlit without a slash at its end.
    """
    here = SETTINGS.address or page_url().removesuffix("/").removesuffix(PATHS[page])
    return f"{here.removesuffix('/')}/" if here else ""


def whole_address(view: View, href: str) -> str:
    """The whole of a relative address; as it is where nobody knows where the dashboard is served."""
    return urljoin(served_at(view.page), href)


def is_loopback(address: str) -> bool:
    """Whether an address means whichever computer it is followed on, so that nobody else can use it."""
    return is_this_machine(urlsplit(address).hostname or "")
