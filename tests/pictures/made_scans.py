"""Scans made up from issued papers: signed here and there, turned, skewed, in bad light."""

import io
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from mediator_desk.paper.preview import render

DOTS = 150


def page_of(pdf, page=1, dots=DOTS):
    """Draw a page as a scanner would see it, perfectly straight."""
    drawn = render(pdf, page - 1, dots / 72)
    return Image.frombuffer("RGB", (drawn.width, drawn.height), drawn.bgra, "raw", "BGRX", 0, 1)


def signed(picture, *places, colour=(20, 20, 70), dots=DOTS):
    """Write something into the right half of each place, as a pen does."""
    made, chance = picture.copy(), random.Random(7)
    pen, scale = ImageDraw.Draw(made), dots / 72
    for place in places:
        left = (place.x + place.width * 0.55) * scale
        top = (place.y + place.height * 0.3) * scale
        for _stroke in range(6):
            points = [
                (
                    left + chance.uniform(0, place.width * 0.3 * scale),
                    top + chance.uniform(0, place.height * 0.4 * scale),
                )
                for _point in range(3)
            ]
            pen.line(points, fill=colour, width=round(0.5 * dots / 25.4))
    return made


def sealed(picture, place, dots=DOTS):
    """Put a round red seal on a place."""
    made, scale = picture.copy(), dots / 72
    x, y = (place.x + place.width * 0.7) * scale, (place.y + place.height * 0.5) * scale
    r = 20 * dots / 25.4 * 0.5
    ImageDraw.Draw(made).ellipse((x - r, y - r, x + r, y + r), outline=(205, 30, 40), width=6)
    return made


def turned(picture, degrees):
    """Lay the page askew on the glass."""
    return picture.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor="white")


def photographed(picture, lean=0.05):
    """Take it with a telephone: on a dark table, leaning, one side in the shade."""
    table = Image.new("RGB", (picture.width + 200, picture.height + 200), (88, 80, 70))
    table.paste(picture, (100, 100))
    warp = (1 + lean, lean / 2, -30, lean / 3, 1 + lean, -20, lean / 6000, lean / 5000)
    table = table.transform(
        table.size, Image.Transform.PERSPECTIVE, warp, Image.Resampling.BICUBIC,
        fillcolor=(88, 80, 70),
    )  # fmt: skip
    shade = Image.linear_gradient("L").rotate(90).resize(table.size)
    shade = shade.point(lambda dot: 130 + dot // 2)
    return ImageChops.multiply(table, Image.merge("RGB", (shade, shade, shade)))


def blurred(picture):
    """Scan it badly."""
    return picture.convert("L").filter(ImageFilter.GaussianBlur(0.9))


def jpeg(picture, quality=60):
    """Give the bytes of a picture."""
    packed = io.BytesIO()
    picture.save(packed, "JPEG", quality=quality)
    return packed.getvalue()


def as_pdf(*pictures):
    """Bind pictures as scanners do."""
    packed = io.BytesIO()
    first, *others = pictures
    first.save(packed, "PDF", save_all=True, append_images=others, resolution=DOTS)
    return packed.getvalue()
