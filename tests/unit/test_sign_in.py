"""Who counts as an editor, and which settings a site refuses to start with."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.trust import Kind, Ledger

from dashboard.settings import SettingError, Settings, read_settings
from dashboard.sign_in import Person, check_sign_in, is_editor, is_trusted, normalise_email, oidc_secrets

OIDC = {
    "DASHBOARD_SIGN_IN": "oidc",
    "DASHBOARD_OIDC_METADATA_URL": "https://id.example/.well-known/openid-configuration",
    "DASHBOARD_OIDC_CLIENT_ID": "visionskollen",
    "DASHBOARD_OIDC_CLIENT_SECRET": "said-to-nobody",
    "DASHBOARD_OIDC_COOKIE_SECRET": "0123456789abcdef0123456789abcdef",
    "DASHBOARD_OIDC_REDIRECT_URI": "https://vision.example/oauth2callback",
}
EDITOR = Person("redaktor@stad.example", frozenset({"redaktörer", "alla"}))


@pytest.mark.parametrize(
    ("editors", "may"),
    [
        ((), False),
        (("redaktor@stad.example",), True),
        (("Redaktor@Stad.example",), True),
        (("@stad.example",), True),
        (("group:redaktörer",), True),
        (("lasare@stad.example", "group:alla"), True),
        (("stad.example",), False),
        (("@example",), False),
        (("@ad.example",), False),
        (("nna@stad.example",), False),
        (("group:redaktör",), False),
        (("redaktörer",), False),
        (("group:Alla",), False),
    ],
)
def test_an_editor_is_named_by_address_domain_or_group_and_by_nothing_like_it(editors, may):
    assert is_editor(EDITOR, editors) is may


def test_whose_address_nobody_vouches_for_is_only_known_by_groups():
    nobody = Person("", frozenset({"alla"}), "Redaktor")
    assert not is_editor(nobody, ("@", "@stad.example", "redaktor@stad.example", "Redaktor"))
    assert is_editor(nobody, ("group:alla",))


def test_a_group_is_no_address_and_an_address_no_group():
    assert not is_editor(
        Person("", frozenset({"redaktor@stad.example"})), ("redaktor@stad.example", "@stad.example")
    )
    assert not is_editor(Person("redaktor@stad.example"), ("group:redaktor@stad.example",))


@given(st.text(max_size=30), st.text(max_size=30))
def test_an_address_has_one_name_and_one_domain_whatever_somebody_says_it_is(name, domain):
    email = normalise_email(f"{name}@{domain}")
    assert not email or (email.count("@") == 1 and not any(each in email for each in ' ,;<>"\n\r\t'))


@pytest.mark.parametrize(
    "said", [None, 7, ["redaktor@stad.example"], "redaktor", "@stad.example", "a@b, c@d"]
)
def test_what_is_no_address_is_none(said):
    assert normalise_email(said) == ""


@pytest.mark.parametrize(
    ("host", "trusted"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("10.1.2.3", True),
        ("192.0.2.7", True),
        ("192.0.2.8", False),
        ("::ffff:192.0.2.8", False),
        ("11.0.0.1", False),
        ("localhost", False),
        ("", False),
        ("127.0.0.1, 192.0.2.8", False),
    ],
)
def test_a_proxy_is_known_by_its_address_or_network(host, trusted):
    assert is_trusted(host, ("127.0.0.0/8", "::1/128", "10.0.0.0/8", "192.0.2.7")) is trusted


def settings_of(environ: Mapping[str, str]) -> Settings:
    return read_settings(environ)


def test_a_site_where_nobody_writes_needs_no_settings():
    assert not settings_of({}).sign_in
    check_sign_in(settings_of({}), {}, "")


def test_what_signs_in_at_a_provider_has_all_that_it_needs():
    check_sign_in(settings_of(OIDC), OIDC, "")
    told = oidc_secrets(settings_of(OIDC), OIDC)["auth"]
    assert told["client_secret"] == "said-to-nobody"
    assert told["client_kwargs"] == {"scope": "openid email profile"}
    assert oidc_secrets(settings_of({}), OIDC) == {}


def test_secrets_are_not_among_the_settings():
    assert "said-to-nobody" not in repr(settings_of(OIDC))


@pytest.mark.parametrize(
    ("environ", "address", "says"),
    [
        ({"DASHBOARD_SIGN_IN": "ldap"}, "", "DASHBOARD_SIGN_IN=ldap: ange oidc eller proxy"),
        ({"DASHBOARD_SIGN_IN": "proxy", "DASHBOARD_EDIT": "yes"}, "127.0.0.1", "Välj ett av dem"),
        (OIDC | {"DASHBOARD_EDIT": "yes"}, "127.0.0.1", "Välj ett av dem"),
        ({"DASHBOARD_EDIT": "yes"}, "", "skulle nås på alla dess adresser"),
        ({"DASHBOARD_EDIT": "yes"}, "0.0.0.0", "skulle nås på 0.0.0.0"),
        ({"DASHBOARD_EDIT": "yes"}, "::", "skulle nås på ::"),
        ({"DASHBOARD_EDIT": "yes"}, "vision.example", "skulle nås på vision.example"),
        ({"DASHBOARD_EDITORS": "redaktor, lasare@stad.example"}, "", "DASHBOARD_EDITORS: «redaktor»"),
        ({"DASHBOARD_EDITORS": "group:"}, "", "DASHBOARD_EDITORS: «group:»"),
        ({"DASHBOARD_EDITORS": "@"}, "", "DASHBOARD_EDITORS: «@»"),
        ({"DASHBOARD_PROXIES": "nginx"}, "", "DASHBOARD_PROXIES: «nginx»"),
        ({"DASHBOARD_PROXIES": "10.0.0.0/33"}, "", "DASHBOARD_PROXIES: «10.0.0.0/33»"),
        ({"DASHBOARD_SIGN_IN": "oidc"}, "", "kräver också DASHBOARD_OIDC_METADATA_URL"),
        (OIDC | {"DASHBOARD_OIDC_CLIENT_SECRET": ""}, "", "kräver också DASHBOARD_OIDC_CLIENT_SECRET."),
        (OIDC | {"DASHBOARD_OIDC_COOKIE_SECRET": "hemligt"}, "", "kortare än 32 tecken"),
        (OIDC | {"DASHBOARD_OIDC_METADATA_URL": "http://id.example/x"}, "", "ska börja med https://"),
        (OIDC | {"DASHBOARD_OIDC_REDIRECT_URI": "http://vision.example/oauth2callback"}, "", "https://"),
        (OIDC | {"DASHBOARD_OIDC_REDIRECT_URI": "https://vision.example/"}, "", "följd av /oauth2callback"),
    ],
)
def test_settings_that_let_others_write_than_was_meant_keep_the_site_from_starting(
    environ, address, says, ledger: Ledger
):
    with pytest.raises(SettingError) as refused:
        check_sign_in(settings_of(environ), environ, address)
    assert says in str(refused.value)
    assert "hemligt" not in str(refused.value)
    ledger.note(Kind.HOSTILE, "settings that would let others write than was meant")


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "::1"])
def test_on_ones_own_machine_one_writes_without_signing_in(address):
    environ = {"DASHBOARD_EDIT": "yes"}
    check_sign_in(settings_of(environ), environ, address)


def test_a_provider_on_the_same_machine_needs_no_tls():
    environ = OIDC | {
        "DASHBOARD_OIDC_METADATA_URL": "http://127.0.0.1:8080/.well-known/openid-configuration",
        "DASHBOARD_OIDC_REDIRECT_URI": "http://localhost:8501/oauth2callback",
    }
    check_sign_in(settings_of(environ), environ, "")


def test_settings_that_are_left_empty_are_as_if_they_were_not_there():
    names = ("EDITORS", "USER_HEADER", "GROUPS_HEADER", "PROXIES", "SIGN_IN", "WRITES")
    assert settings_of({f"DASHBOARD_{name}": "" for name in names}) == settings_of({})
    assert settings_of({"DASHBOARD_WRITES": "elsewhere"}).writes == Path("elsewhere")
