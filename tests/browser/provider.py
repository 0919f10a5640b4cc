"""A provider of OpenID Connect on this machine: Canaille, with two people and one site that trusts it.

    python -m tests.browser.provider PORT CALLBACK

It says nothing of whether it has verified an address, and people may change theirs; one of the two is of the
group of editors.
"""

import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIServer, make_server

from canaille import create_app
from canaille.app.models import MODELS
from canaille.backends import Backend

SITE, SITE_SECRET = "visionskollen", "known-to-the-site-and-the-provider"
EDITOR, READER, PASSWORD = "redaktor", "lasare", "correct horse battery staple"
DOMAIN, GROUP = "stad.example", "redaktörer"


class _Server(ThreadingMixIn, WSGIServer):
    """Browsers open connections before they need them, and one at a time would wait for those."""

    daemon_threads = True


def _add_people() -> None:
    people = [
        MODELS["user"](
            user_name=name,
            formatted_name=name.title(),
            family_name=name.title(),
            emails=[f"{name}@{DOMAIN}"],
            password=PASSWORD,
        )
        for name in (EDITOR, READER)
    ]
    for person in people:
        Backend.instance.save(person)
    Backend.instance.save(MODELS["group"](display_name=GROUP, members=people[:1]))


def _add_site(callback: str) -> None:
    site = MODELS["client"](
        client_id=SITE,
        client_secret=SITE_SECRET,
        client_name=SITE,
        client_uri=callback,
        redirect_uris=[callback],
        post_logout_redirect_uris=[callback],
        grant_types=["authorization_code"],
        response_types=["code"],
        scope=["openid", "email", "profile", "groups"],
        token_endpoint_auth_method="client_secret_basic",
    )
    site.audience = [site]
    Backend.instance.save(site)


def main(port: int, callback: str) -> None:
    app = create_app(
        {
            "SECRET_KEY": "known to nobody else",
            "SERVER_NAME": f"127.0.0.1:{port}",
            "PREFERRED_URL_SCHEME": "http",
            "CANAILLE": {"DATABASE": "memory"},
            "CANAILLE_OIDC": {},
        }
    )
    with app.app_context(), Backend.instance.session():
        _add_people()
        _add_site(callback)
    with make_server("127.0.0.1", port, app, _Server) as server:
        print("ready", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
