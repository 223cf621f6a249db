"""Make pictures and scanned pages ready for paper: no finer than print needs."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from warnings import catch_warnings, simplefilter

from PIL import Image as Pillow
from PIL import ImageChops, ImageOps

from mediator_desk.paper.preview import opened
from mediator_desk.paper.strips import Image
from mediator_desk.troubles import PaperUnreadable
from mediator_desk.words import N_

DPI = 200
_MANY = 200_000_000  # points of a picture that no camera of a community has
_LITTLE_FINER = 1.25  # a picture this little finer than needed is taken as it is
_BYTES_A_POINT = 0.6  # more than that is packed badly
_QUALITY = 85
_NO_COLOUR = 6  # scans of black on white differ that much between their colours


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a picture comes from: its name for people, its bytes when they are asked for.

    ``page`` is a page of a PDF, counted from 0; without it the bytes are a JPEG or a PNG.
    """

    name: str
    load: Callable[[], bytes] = field(repr=False)
    page: int | None = None

    def shape(self) -> tuple[float, float]:
        """Give width and height in any unit. Raises ``PaperUnreadable``."""
        if self.page is not None:
            with opened(self.load()) as document:
                width, height = document[_within(self, len(document))].get_size()
                return width, height
        with _picture(self, self.load()) as picture:
            width, height = picture.size
            turned = _orientation(self, picture) >= _LIES_DOWN
        return (height, width) if turned else (width, height)

    def image(self, width: float, height: float) -> Image:
        """Give it for a place of so many points at most. Raises ``PaperUnreadable``."""
        box = (round(width / 72 * DPI), round(height / 72 * DPI))
        if self.page is not None:
            return _packed(_rendered(self, box))
        content = self.load()
        with _picture(self, content) as picture:
            kept = _untouched(self, picture, content, box)
            return kept or _packed(_fitted(self, picture, box))


_ORIENTATION, _LIES_DOWN = 0x0112, 5


def _picture(source: Source, content: bytes) -> Pillow.Image:
    """Open a picture without reading its points yet."""
    try:
        with catch_warnings():
            simplefilter("error")  # Pillow only warns of a picture that would fill the memory
            picture = Pillow.open(io.BytesIO(content), formats=("JPEG", "PNG"))
    except (OSError, Pillow.DecompressionBombError, Warning, SyntaxError, ValueError) as error:
        raise _damaged(source) from error
    if picture.width * picture.height > _MANY:
        raise _damaged(source)
    return picture


def _orientation(source: Source, picture: Pillow.Image) -> int:
    """Tell how the camera was held; a PNG must be read to its end for that."""
    try:
        held: int = picture.getexif().get(_ORIENTATION, 1)
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise _damaged(source) from error
    return held


def _untouched(
    source: Source, picture: Pillow.Image, content: bytes, box: tuple[int, int]
) -> Image | None:
    """Take the bytes as they are where nothing would be won; they must be whole all the same."""
    fit = max(picture.width / box[0], picture.height / box[1]) <= _LITTLE_FINER
    small = len(content) <= picture.width * picture.height * _BYTES_A_POINT
    plain = picture.format == "JPEG" and picture.mode in ("L", "RGB")
    if not (fit and small and plain) or _orientation(source, picture) != 1:
        return None
    _read(source, picture)
    return Image(picture.width, picture.height, grey=picture.mode == "L", jpeg=content)


def _fitted(source: Source, picture: Pillow.Image, box: tuple[int, int]) -> Pillow.Image:
    """Read a picture at the size that print needs, upright, on white where it is seen through."""
    picture.draft("RGB", (max(box), max(box)))  # a JPEG is read small from the start
    _read(source, picture)
    upright = ImageOps.exif_transpose(picture) or picture
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        clear = upright.convert("RGBA")
        ground = Pillow.new("RGBA", clear.size, "white")
        upright = Pillow.alpha_composite(ground, clear)
    if upright.mode.startswith("I"):  # scanners give greys of 16 bits
        upright = upright.point(lambda value: value / 256).convert("L")
    plain = upright if upright.mode == "L" else upright.convert("RGB")
    plain.thumbnail(box, Pillow.Resampling.LANCZOS, reducing_gap=2.0)
    return plain


def _read(source: Source, picture: Pillow.Image) -> None:
    try:
        picture.load()
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise _damaged(source) from error


def _rendered(source: Source, box: tuple[int, int]) -> Pillow.Image:
    """Draw a page of a PDF at the size that print needs."""
    with opened(source.load()) as document:
        page = document[_within(source, len(document))]
        width, height = page.get_size()
        if not (width and height):
            raise _damaged(source)
        bitmap = page.render(scale=min(box[0] / width, box[1] / height))
        picture: Pillow.Image = bitmap.to_pil().convert("RGB")
        return picture


def _within(source: Source, pages: int) -> int:
    if source.page is None or not 0 <= source.page < pages:
        raise _damaged(source)
    return source.page


def _packed(picture: Pillow.Image) -> Image:
    """Pack the points; what has no colour is packed without."""
    if picture.mode == "RGB":
        red, green, blue = picture.split()
        colours = Pillow.merge("RGB", [
            ImageChops.difference(one, other)
            for one, other in ((red, green), (green, blue), (blue, red))
        ])  # fmt: skip
        coloured = sum(sum(colours.histogram()[at + _NO_COLOUR : at + 256]) for at in (0, 256, 512))
        picture = picture if coloured else picture.convert("L")
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY, subsampling=0)
    return Image(picture.width, picture.height, grey=picture.mode == "L", jpeg=out.getvalue())


def _damaged(source: Source) -> PaperUnreadable:
    return PaperUnreadable(
        N_(
            "{name} is no picture that can be printed, or it is damaged. Scan or photograph it"
            " again, or leave it out."
        ),
        name=source.name,
    )
