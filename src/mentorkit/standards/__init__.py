"""The rules that every sector shares: a plugin like any other."""

from mentorkit.api import Sector, hookimpl


@hookimpl
def mentorkit_sector() -> Sector:
    """The shared standards."""
    return Sector(title="shared standards", prefix="STD", edition="2026-11")
