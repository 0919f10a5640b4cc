"""Target profiles on the page: sliders that always sum to 100 %, for one profile or for two side by side."""

import streamlit as st

from dashboard.charts.fragments import fragment
from dashboard.links import OTHER, PROFILE
from dashboard.panels.balance import LETTERS, profile_name, profiles_of
from dashboard.panels.view import BALANCED, View
from dashboard.profile import Profile, equal_profile, rebalance, spell_profile
from dashboard.ui.components import show_html
from dashboard.ui.view import url_params


def pick_profiles(view: View, distances: dict[str, str]) -> None:
    """Sliders for each profile under what it comes to, which `distances` says in words.

    One profile stands beside what a profile is, two below it and beside each other.
    """
    text, profiles = view.text, profiles_of(view)
    notes = [text("profile-choice"), text("profile-advice")]
    about = fragment("profiles", title=text("profile-pick"), notes=notes)
    introduction, *columns = st.columns(2) if len(profiles) == 1 else [st.container(), *st.columns(2)]
    with introduction:
        show_html(about, "profiles", text.language)
    for column, name in zip(columns, profiles, strict=True):
        with column:
            _pick_profile(view, profiles, name, distances[name])


def _pick_profile(view: View, profiles: dict[str, Profile], name: str, distance: str) -> None:
    alone = len(profiles) == 1
    html = fragment(
        "profile",
        letter=LETTERS[name],
        title=view.text("profile-own") if alone else profile_name(view, name),
        distance=distance,
        links=_links(view, name, profiles),
    )
    show_html(html, f"profile-{LETTERS[name]}", view.text.language)
    for code in profiles[name]:
        _pick_share(view, name, profiles[name], code, alone)


def _links(view: View, name: str, profiles: dict[str, Profile]) -> list[dict[str, str]]:
    """What can be done with a profile besides sliding it, where that changes anything."""
    own, other = profiles[PROFILE], profiles.get(OTHER)
    equal = equal_profile(list(own))
    asked = {}
    if profiles[name] != equal:
        asked["equal"] = {name: _spelt(name, equal)}
    if other is None:
        asked["compare"] = {OTHER: spell_profile(equal)}
    elif name == OTHER:
        asked["swap"] = {PROFILE: _spelt(PROFILE, other), OTHER: spell_profile(own)}
        asked["remove"] = {OTHER: ""}
    return [
        {
            "id": f"vk-profile-{LETTERS[name]}-{action}",
            "href": view.href(view.page, **params),
            "label": view.text(f"profile-{action}"),
        }
        for action, params in asked.items()
    ]


def _spelt(name: str, profile: Profile) -> str:
    """As a link has it: equal shares are what a link without a profile means."""
    return "" if name == PROFILE and profile == equal_profile(list(profile)) else spell_profile(profile)


def _pick_share(view: View, name: str, profile: Profile, code: str, alone: bool) -> None:
    """A slider that moves the others with it; the profile stands in the URL alone."""
    key = f"{name}-{code}-{view.text.language}"
    st.session_state[key] = profile[code]

    def write() -> None:
        rest = {param: values for param, values in url_params().items() if param != name}
        spelt = _spelt(name, rebalance(profile, code, st.session_state[key]))
        st.query_params.from_dict(rest | ({name: [spelt]} if spelt else {}))

    label = view.label(BALANCED, code)
    st.slider(
        label if alone else view.text("profile-share", profile=profile_name(view, name), label=label),
        min_value=0,
        max_value=100,
        format="%d %%",
        key=key,
        on_change=write,
    )
