"""Pages that came back: which page of which paper a picture shows, and where new ink stands."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

import zxingcpp
from PIL import Image, ImageChops, ImageFilter, ImageOps

from mediator_desk.pictures.lying import Pair, likeness, lying

Picture = Image.Image

DOTS = 100
"""Dots to the inch in which a page is compared: a stroke of a pen is two or three of them wide."""

_POINTS = 72
_LONGEST = 2400  # dots of the longer side are enough to find a mark of twelve millimetres
_TURNS = (0.0, 4.0, -4.0)
_DARK = 70  # how much darker than the paper around it a dot of ink is
_BACKGROUND = 8
_PRINTED = 7  # dots around what is printed that are not looked at: printers and paper move
_BELIEVED = 0.5
_QR = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
_SQUARE_MM = (25.4 / DOTS) ** 2


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the page in points from its upper left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Code:
    """A code found in a picture: what it says and its corners, beginning at its upper left."""

    text: str
    corners: tuple[tuple[float, float], ...]


def opened(data: bytes) -> Image.Image:
    """Open a picture that came through the door, in shades of grey."""
    with Image.open(io.BytesIO(data)) as picture:
        return picture.convert("L")


def drawn(width: int, height: int, bgra: bytes) -> Image.Image:
    """Take a page drawn from a PDF, in shades of grey."""
    return Image.frombuffer("RGB", (width, height), bgra, "raw", "BGRX", 0, 1).convert("L")


def as_jpeg(page: Image.Image) -> bytes:
    """Pack a page of a PDF as a picture of its own."""
    packed = io.BytesIO()
    page.save(packed, "JPEG", quality=85)
    return packed.getvalue()


def codes_in(page: Image.Image) -> tuple[Code, ...]:
    """Find the codes in a picture; a skewed one is also looked at turned a little."""
    small, scale = _smaller(page)
    for turn in _TURNS:
        turned = small.rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
        found = zxingcpp.read_barcodes(turned, formats=_QR)
        if found:
            back = _Turned(turn, small.size, turned.size, scale)
            return tuple(Code(one.text, back.corners(one.position)) for one in found)
    return ()


def ink_in(
    blank: Image.Image, page: Image.Image, code: Code, mark: Box, places: Sequence[Box]
) -> tuple[float, ...] | None:
    """Measure the new ink in each place, in square millimetres; None where the page is not this.

    ``blank`` is the page as issued, drawn at ``DOTS``; ``mark`` is where its code stands on it.
    """
    printed = blank.point(lambda dot: 255 if dot < 160 else 0)
    ink = _ink(page)
    warp = lying(printed, ink, _pairs(mark, code))
    laid = ink.transform(printed.size, Image.Transform.PERSPECTIVE, warp, Image.Resampling.BILINEAR)
    laid = laid.point(lambda dot: 255 if dot >= 128 else 0)
    if likeness(printed, laid) < _BELIEVED:
        return None
    new = ImageChops.subtract(laid, printed.filter(ImageFilter.MaxFilter(_PRINTED)))
    return tuple(_measured(new, place) for place in places)


def _measured(new: Image.Image, place: Box) -> float:
    scale = DOTS / _POINTS
    left, top = round(place.x * scale), round(place.y * scale)
    right, bottom = left + round(place.width * scale), top + round(place.height * scale)
    dots = new.crop((left, top, right, bottom)).histogram()[255]
    return dots * _SQUARE_MM


def _pairs(mark: Box, code: Code) -> list[Pair]:
    scale = DOTS / _POINTS
    left, top = mark.x * scale, mark.y * scale
    right, bottom = (mark.x + mark.width) * scale, (mark.y + mark.height) * scale
    page = ((left, top), (right, top), (right, bottom), (left, bottom))
    return [Pair(one, there) for one, there in zip(page, code.corners, strict=True)]


def _ink(page: Image.Image) -> Image.Image:
    """Tell ink from paper, however the light falls: it is darker than what is around it."""
    size = (max(1, page.width // _BACKGROUND), max(1, page.height // _BACKGROUND))
    paper = page.resize(size, Image.Resampling.BOX).filter(ImageFilter.MaxFilter(9))
    paper = paper.filter(ImageFilter.GaussianBlur(4)).resize(page.size, Image.Resampling.BILINEAR)
    darker = ImageChops.subtract(paper, page)
    return darker.point(lambda dot: 255 if dot >= _DARK else 0)


def _smaller(page: Image.Image) -> tuple[Image.Image, float]:
    longest = max(page.size)
    if longest <= _LONGEST:
        return page, 1.0
    scale = longest / _LONGEST
    return ImageOps.contain(page, (_LONGEST, _LONGEST)), scale


@dataclass(frozen=True, slots=True)
class _Turned:
    """The way back from a turned, smaller picture to the one that was given."""

    turn: float
    size: tuple[int, int]
    turned: tuple[int, int]
    scale: float

    def corners(self, position: zxingcpp.Position) -> tuple[tuple[float, float], ...]:
        """Give the corners of a code in the picture that was given, in their order."""
        every = (
            position.top_left,
            position.top_right,
            position.bottom_right,
            position.bottom_left,
        )
        return tuple(self._back(one.x, one.y) for one in every)

    def _back(self, x: float, y: float) -> tuple[float, float]:
        angle = radians(self.turn)
        across, down = x - self.turned[0] / 2, y - self.turned[1] / 2
        left = across * cos(angle) - down * sin(angle) + self.size[0] / 2
        top = across * sin(angle) + down * cos(angle) + self.size[1] / 2
        return left * self.scale, top * self.scale
