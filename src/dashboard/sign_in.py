"""Who may write, and what has to hold before a site that lets anyone may start."""

import re
from collections.abc import Iterable, Mapping
from ipaddress import ip_address, ip_network
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from dashboard.settings import SettingError, Settings

OIDC, PROXY = "oidc", "proxy"
"""Ways to sign in: at a provider of OpenID Connect, or at a proxy that says who it is in a header."""
GROUP = "group:"
_EMAIL = re.compile(r"[^\s@,;<>\"]{1,64}@[^\s@,;<>\"]{1,189}")
_CALLBACK = "/oauth2callback"
_SHORTEST_SECRET = 32
"""Characters: as many as `openssl rand -hex 16` gives."""
_SCOPE = "openid email profile"


class Person(NamedTuple):
    """Who is signed in. `email` is in lower case, and empty where nobody vouches for one."""

    email: str = ""
    groups: frozenset[str] = frozenset()
    name: str = ""
    """For the person to see and for whoever looks up who wrote; nothing is allowed for its sake."""


def normalise_email(spelt: object) -> str:
    """In lower case; empty where it is none, or more than one."""
    email = str(spelt).strip().lower() if isinstance(spelt, str) else ""
    return email if _EMAIL.fullmatch(email) else ""


def is_editor(person: Person, editors: Iterable[str]) -> bool:
    """Whether one of `editors` means the person: an address, `@domain` for all of its own, `group:name`."""
    domain = person.email.rpartition("@")[2]
    meant = {person.email, f"@{domain}"} if person.email else set()
    meant |= {f"{GROUP}{group}" for group in person.groups}
    return any((each if each.startswith(GROUP) else each.lower()) in meant for each in editors)


def is_trusted(host: str, networks: Iterable[str]) -> bool:
    """Whether a connection from `host` comes from one of the networks; an IPv4 address may come as IPv6."""
    try:
        found = ip_address(host)
    except ValueError:
        return False
    found = getattr(found, "ipv4_mapped", None) or found
    return any(found in ip_network(each, strict=False) for each in networks)


def is_this_machine(host: str) -> bool:
    """Whether a host means whichever computer it is asked for on."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def check_sign_in(settings: Settings, environ: Mapping[str, str], address: str) -> None:
    """Raises SettingError where others could write than the operator means, or nobody could sign in.

    `address` is where the server listens, empty for every address that the machine has.
    """
    if problems := _problems(settings, environ, address):
        raise SettingError("\n".join(problems))


def _problems(settings: Settings, environ: Mapping[str, str], address: str) -> list[str]:
    problems = []
    if settings.sign_in not in ("", OIDC, PROXY):
        problems.append(f"DASHBOARD_SIGN_IN={settings.sign_in}: ange {OIDC} eller {PROXY}, eller lämna tomt.")
    if settings.editable and settings.sign_in:
        problems.append(
            "DASHBOARD_EDIT och --edit låter alla skriva och går inte ihop med DASHBOARD_SIGN_IN. "
            "Välj ett av dem."
        )
    if settings.editable and not is_this_machine(address):
        problems.append(
            "DASHBOARD_EDIT och --edit är för den egna datorn, men sidorna skulle nås på "
            f"{address or 'alla dess adresser'}. Ange 127.0.0.1 som server.address, eller låt dem som ska "
            "skriva logga in med DASHBOARD_SIGN_IN."
        )
    problems += [
        f"DASHBOARD_EDITORS: «{each}» är varken en e-postadress, @domän eller {GROUP}namn."
        for each in settings.editors
        if not _is_editor_spelt(each)
    ]
    problems += [
        f"DASHBOARD_PROXIES: «{each}» är ingen IP-adress och inget nät som 10.0.0.0/8."
        for each in settings.proxies
        if not _is_network(each)
    ]
    return problems + (_check_oidc(environ) if settings.sign_in == OIDC else [])


def _is_editor_spelt(spelt: str) -> bool:
    if spelt.startswith(GROUP):
        return spelt != GROUP
    return bool(_EMAIL.fullmatch(f"a{spelt}" if spelt.startswith("@") else spelt))


def _is_network(spelt: str) -> bool:
    try:
        ip_network(spelt, strict=False)
    except ValueError:
        return False
    return True


_NEEDED = ("METADATA_URL", "CLIENT_ID", "CLIENT_SECRET", "COOKIE_SECRET", "REDIRECT_URI")


def _check_oidc(environ: Mapping[str, str]) -> list[str]:
    missing = [f"DASHBOARD_OIDC_{name}" for name in _NEEDED if not environ.get(f"DASHBOARD_OIDC_{name}")]
    if missing:
        return [f"DASHBOARD_SIGN_IN={OIDC} kräver också {', '.join(missing)}."]
    problems = [
        f"DASHBOARD_OIDC_{name}={environ[f'DASHBOARD_OIDC_{name}']}: adressen ska börja med https://."
        for name in ("METADATA_URL", "REDIRECT_URI")
        if not _is_private(environ[f"DASHBOARD_OIDC_{name}"])
    ]
    if not environ["DASHBOARD_OIDC_REDIRECT_URI"].endswith(_CALLBACK):
        problems.append(f"DASHBOARD_OIDC_REDIRECT_URI ska vara webbplatsens adress följd av {_CALLBACK}.")
    if len(environ["DASHBOARD_OIDC_COOKIE_SECRET"]) < _SHORTEST_SECRET:
        problems.append(
            f"DASHBOARD_OIDC_COOKIE_SECRET är kortare än {_SHORTEST_SECRET} tecken. "
            "Gör en ny med `openssl rand -hex 32`."
        )
    return problems


def _is_private(address: str) -> bool:
    """Whether nobody on the way can read what is sent; what stays on the machine has no way."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and is_this_machine(parts.hostname or ""))


def oidc_secrets(settings: Settings, environ: Mapping[str, str]) -> dict[str, Any]:
    """What Streamlit is to know of the provider, in place of the file that it looks for otherwise."""
    if settings.sign_in != OIDC:
        return {}
    found = {name.lower(): environ[f"DASHBOARD_OIDC_{name}"] for name in _NEEDED if name != "METADATA_URL"}
    scope = environ.get("DASHBOARD_OIDC_SCOPE") or _SCOPE
    address = environ["DASHBOARD_OIDC_METADATA_URL"]
    return {"auth": {**found, "server_metadata_url": address, "client_kwargs": {"scope": scope}}}
