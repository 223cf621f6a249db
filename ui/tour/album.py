"""What the tour leaves: chapters of pictures, papers and bundles, each with what it shows."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from resources import path

SCREENS, PAPERS, BUNDLES = "screens", "papers", "bundles"
_ENDINGS = {
    SCREENS: ("[0-9][0-9][0-9]-*.png",),
    PAPERS: ("[0-9][0-9][0-9]-*.pdf", "[0-9][0-9][0-9]-*.png"),
    BUNDLES: ("*.yslb",),
}


@dataclass(frozen=True, slots=True)
class Said:
    """The same sentence in both languages; the page shows the two together."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Caption:
    """What one sees, and why it matters."""

    sees: Said
    matters: Said


@dataclass(frozen=True, slots=True)
class Captions:
    """Every caption of the tour, from the file the program carries."""

    given: Mapping[str, Any]

    def of(self, kind: str, name: str) -> Caption:
        """Give the caption of one thing. Raises ``KeyError`` when the file forgets it."""
        said = self.given[kind][name]
        return Caption(Said(*said["sees"]), Said(*said["matters"]))

    def chapter(self, name: str) -> "Chapter":
        """Give the title of a chapter and what it tells, with nothing in it yet."""
        said = self.given["chapters"][name]
        return Chapter(Said(*said["title"]), Said(*said["tells"]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """One thing the tour left: its kind, its file below the folder, pictures of it, a caption.

    A window is shown by its own picture, a paper by one of each page, a bundle by none.
    """

    kind: str
    file: str
    caption: Caption
    pictures: tuple[str, ...] = ()


@dataclass(slots=True)
class Chapter:
    """One part of the story."""

    title: Said
    tells: Said
    exhibits: list[Exhibit] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Album:
    """The folder of the tour and everything in it, in the order of the story."""

    folder: Path
    tell: Callable[[str], object]
    captions: Captions
    chapters: list[Chapter] = field(default_factory=list)

    def clear(self) -> None:
        """Take away what an earlier tour left here, and nothing else."""
        for kind, endings in _ENDINGS.items():
            for ending in endings:
                for file in (self.folder / kind).glob(ending):
                    file.unlink()

    def begin(self, name: str) -> None:
        """Begin a chapter, and tell how far the tour is."""
        chapter = self.captions.chapter(name)
        self.chapters.append(chapter)
        self.tell(f"{len(self.chapters)}. {chapter.title.zh} · {chapter.title.en}")

    def place(self, kind: str, name: str) -> Path:
        """Give the path of the next thing of a kind; its number keeps the order of the story."""
        count = len(self.left()[kind]) + 1
        file = self.folder / kind / f"{count:03}-{name}"
        file.parent.mkdir(parents=True, exist_ok=True)
        return file

    def add(
        self, kind: str, file: Path, caption: Caption, *, pictures: tuple[Path, ...] = ()
    ) -> None:
        """Put a thing into the chapter that is being told."""
        exhibit = Exhibit(
            kind=kind,
            file=self._below(file),
            caption=caption,
            pictures=tuple(self._below(one) for one in pictures),
        )
        self.chapters[-1].exhibits.append(exhibit)

    def left(self) -> dict[str, list[str]]:
        """Name every thing the tour left, by its kind."""
        named: dict[str, list[str]] = {SCREENS: [], PAPERS: [], BUNDLES: []}
        for chapter in self.chapters:
            for exhibit in chapter.exhibits:
                named[exhibit.kind].append(exhibit.file)
        return named

    def _below(self, file: Path) -> str:
        return file.relative_to(self.folder).as_posix()


def read_captions() -> Captions:
    """Read the captions the program carries."""
    return Captions(tomllib.loads(path("tour", "captions.toml").read_text(encoding="utf-8")))
