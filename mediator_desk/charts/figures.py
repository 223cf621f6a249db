"""What pictures are made from: figures with the words that name them, and the heads of pictures."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure: its value, how it is written in the picture, and what it says whole.

    ``key`` names what is behind it, for whoever opens that; None when nothing can be opened.
    """

    value: int
    told: str = ""
    says: str = ""
    key: object = None

    @property
    def written(self) -> str:
        """Give the words that stand in the picture."""
        return self.told or f"{self.value:,}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of a picture: what it shows; below, in which unit and of which period."""

    title: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A figure with its name, such as a bar or a tile."""

    name: str
    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A line of figures with its name, one for each point; None where there is none yet."""

    name: str
    figures: tuple[Figure | None, ...]
