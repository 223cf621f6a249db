"""What this PC has: a place for the station, for settings, fonts and reports; and a display."""

import os
import sys
from pathlib import Path

import platformdirs

NAME = "mediator-desk"


def station() -> Path:
    """Say where the station is when no folder is named."""
    return platformdirs.user_data_path(NAME, appauthor=False)


def look() -> Path:
    """Say where this PC remembers how its windows look and speak."""
    return platformdirs.user_config_path(NAME, appauthor=False) / "windows.json"


def fonts() -> Path:
    """Say where the carried fonts are unpacked, once for each person."""
    return platformdirs.user_cache_path(NAME, appauthor=False) / "fonts"


def reports() -> Path:
    """Say where reports of our own mistakes are kept."""
    return platformdirs.user_log_path(NAME, appauthor=False)


def display() -> bool:
    """Tell whether Qt will find something to draw on; elsewhere than on Linux it always does."""
    said = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return not sys.platform.startswith("linux") or any(os.environ.get(one) for one in said)
