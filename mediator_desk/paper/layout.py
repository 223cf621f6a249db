"""The measures of a paper, read from data so that a district can have its own."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import msgspec
import yaml

import resources

MM = 72 / 25.4


class Page(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The size of the sheet in millimetres."""

    width: float
    height: float


class Margins(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The free edges in millimetres."""

    top: float
    right: float
    bottom: float
    left: float


class Letters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The size of letters and the distance of lines, in points."""

    size: float
    pitch: float


class Layout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All measures of a kind of paper."""

    page: Page
    margins: Margins
    title: Letters
    number: Letters
    heading: Letters
    text: Letters
    table: Letters
    sign: Letters
    foot: Letters

    @property
    def width(self) -> float:
        """Give the width of the text in points."""
        return (self.page.width - self.margins.left - self.margins.right) * MM

    @property
    def height(self) -> float:
        """Give the height of the text in points."""
        return (self.page.height - self.margins.top - self.margins.bottom) * MM


@lru_cache(maxsize=8)
def layout(name: str) -> Layout:
    """Read a layout that the program carries."""
    return read_layout(carried_layout_texts()[name])


def carried_layout_texts() -> Mapping[str, str]:
    """Give the text of every layout that came with the program, by its name."""
    files = sorted(resources.path("layouts").glob("*.yaml"))
    return {file.stem: file.read_text("utf-8") for file in files}


def read_layout(text: str) -> Layout:
    """Read a layout out of its text. Raises ``yaml.YAMLError``, ``msgspec.ValidationError``."""
    content: Any = yaml.safe_load(text)
    return msgspec.convert(content, Layout)
