"""Target profiles: which share each class ought to have, in whole per cent, and how a link spells that.

A profile is somebody's political choice; that all classes get the same is only where the sliders start.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

Profile = Mapping[str, int]
"""Whole per cent by code; sums to 100."""

_PART = re.compile(r"([^:,]+):([0-9]{1,3})")
_MOVE = re.compile(r"([^:,]+):([^:,]+):([0-9]{1,3})")


class Move(NamedTuple):
    """One share of a profile that is set anew; `profile` is the URL parameter that spells the profile."""

    profile: str
    code: str
    share: int


def equal_profile(codes: Sequence[str]) -> Profile:
    """The same for each, as near as whole per cent come; the first get what does not divide."""
    return _shared_out(100, dict.fromkeys(codes, 1))


def spell_profile(profile: Profile) -> str:
    """`mojlighet:60,motas:40`"""
    return ",".join(f"{code}:{share}" for code, share in profile.items())


def parse_profile(
    spelt: str, codes: Collection[str], resolve: Callable[[str], str | None] = str
) -> Profile | None:
    """The profile that a link spells, in the order of `codes`; None where it is not one of exactly these.

    `resolve` gives the code that a spelling stands for.
    """
    parts = [_PART.fullmatch(part) for part in spelt.split(",")]
    shares = {resolve(part[1]): int(part[2]) for part in parts if part}
    if len(parts) != len(shares) or shares.keys() != set(codes) or sum(shares.values()) != 100:
        return None
    return {code: shares[code] for code in codes}


def parse_move(spelt: str, profiles: Collection[str], codes: Collection[str]) -> Move | None:
    """What `profile:mojlighet:60` moves; None where there is no such profile, code or share."""
    part = _MOVE.fullmatch(spelt)
    if not part or part[1] not in profiles or part[2] not in codes or int(part[3]) > 100:
        return None
    return Move(part[1], part[2], int(part[3]))


def rebalance(profile: Profile, code: str, value: int) -> Profile:
    """The profile with one share set to `value`, 0-100; the others keep their proportions among themselves.

    Others that all have nothing share equally what is left. A class alone keeps its 100.
    """
    others = {each: share for each, share in profile.items() if each != code}
    if not others:
        return profile
    moved = _shared_out(100 - value, others if any(others.values()) else dict.fromkeys(others, 1))
    return {each: moved.get(each, value) for each in profile}


def _shared_out(whole: int, weights: Mapping[str, int]) -> Profile:
    """Whole per cent in proportion to the weights; those that lose most by rounding down get one more."""
    total = sum(weights.values())
    shares = {code: whole * weight // total for code, weight in weights.items()}
    losses = sorted(weights, key=lambda code: -(whole * weights[code] % total))
    for code in losses[: whole - sum(shares.values())]:
        shares[code] += 1
    return shares
