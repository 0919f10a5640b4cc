"""Target profiles on the page: sliders that always sum to 100 %, for one profile or for two side by side."""

from dashboard.charts.fragments import fragment
from dashboard.links import MOVE, OTHER, PROFILE
from dashboard.panels.balance import LETTERS, profile_name, profiles_of
from dashboard.panels.view import BALANCED, View
from dashboard.profile import Profile, equal_profile, spell_profile
from dashboard.ui.components import show_html


def show_profiles(view: View, distances: dict[str, str]) -> None:
    """What a profile is, and each one's sliders under what it comes to, which `distances` says in words."""
    text, profiles = view.text, profiles_of(view)
    html = fragment(
        "profiles",
        title=text("profile-pick"),
        notes=[text("profile-choice"), text("profile-advice")],
        profiles=[_profile(view, profiles, name, distances[name]) for name in profiles],
    )
    show_html(html, "profiles", text.language)


def _profile(view: View, profiles: dict[str, Profile], name: str, distance: str) -> dict[str, object]:
    alone = len(profiles) == 1
    return {
        "letter": LETTERS[name],
        "title": view.text("profile-own") if alone else profile_name(view, name),
        "distance": distance,
        "links": _links(view, name, profiles),
        "shares": [
            {
                "id": f"share-{name}-{code}",
                "label": view.label(BALANCED, code),
                "share": share,
                "prefix": f"{name}:{code}:",
            }
            for code, share in profiles[name].items()
        ],
        "param": MOVE,
        "href": view.href(view.page),
    }


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
