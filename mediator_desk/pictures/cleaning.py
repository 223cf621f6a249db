"""Makes a picture anew: upright, of a sensible size, and with nothing in it but the picture.

A photo from a phone says where and with which device it was taken; none of it is kept, but for
the moment, which is offered to the person. Everything runs in a child process (``cleaner.py``).
"""

import io
import warnings
from contextlib import suppress
from itertools import islice

from PIL import Image, ImageCms, ImageOps, ImageSequence

from mediator_desk.quarantine import Found

LONGEST_SIDE = 3000
"""Enough dots for a sheet of A4 at 250 to the inch."""

MOST_DOTS = 40_000_000
"""What is unpacked at once; a photo with more is unpacked smaller, another file is refused."""

MOST_PAGES = 100

TOO_MANY_DOTS = "dots"
TOO_MANY_PAGES = "pages"

_FORMATS = ("JPEG", "PNG", "WEBP", "BMP", "TIFF")
_LOSSLESS = ("PNG", "BMP", "TIFF")
# A scan or a picture of a screen stays sharp as PNG; a photo would only become large.
_LARGEST_PNG = 1_500_000
_QUALITY = 88
_A4_MM = 297
_GREY = ("1", "L", "LA", "I;16", "I;16B", "I;16L", "I", "F")
_DEEP = ("I;16", "I;16B", "I;16L")
_EXIF, _TAKEN, _ZONE = 0x8769, 0x9003, 0x9011


def clean(data: bytes) -> tuple[Found, bytes]:
    """Make a picture anew; several pages become a PDF. What is no picture raises something."""
    # Pillow only warns up to twice its limit, and before a photo is unpacked smaller.
    Image.MAX_IMAGE_PIXELS = None
    with warnings.catch_warnings():
        # Many phones and scanners write odd tags; none of them is kept.
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            return _clean(picture)


def _clean(picture: Image.Image) -> tuple[Found, bytes]:
    lossless = picture.format in _LOSSLESS
    frames = ImageSequence.Iterator(picture) if picture.format == "TIFF" else iter([picture])
    taken_at, pages = _taken_at(picture), []
    for frame in islice(frames, MOST_PAGES + 1):
        _unpack_smaller(frame)
        if frame.width * frame.height > MOST_DOTS:
            return Found(why=TOO_MANY_DOTS), b""
        pages.append(_bare(frame))
    if len(pages) > MOST_PAGES:
        return Found(why=TOO_MANY_PAGES), b""
    if len(pages) > 1:
        return Found(media_type="application/pdf", pages=len(pages)), _as_pdf(pages)
    media_type, data = _packed(pages[0], lossless=lossless)
    return Found(media_type=media_type, taken_at=taken_at), data


def _unpack_smaller(frame: Image.Image) -> None:
    """Let a large JPEG be unpacked at a half, a quarter or an eighth; others take no notice."""
    longest = max(frame.size)
    if longest > LONGEST_SIDE:
        wanted = [max(1, side * LONGEST_SIDE // longest) for side in frame.size]
        frame.draft(None, (wanted[0], wanted[1]))


def _bare(frame: Image.Image) -> Image.Image:
    """Give the picture alone: upright, in plain colours on white, not larger than needed."""
    profile = frame.info.get("icc_profile")
    upright = ImageOps.exif_transpose(frame)
    if upright.mode in _DEEP:
        upright = upright.point(lambda dot: dot / 256).convert("L")
    if upright.mode == "P":
        upright = upright.convert("RGBA" if "transparency" in upright.info else "RGB")
    mode = "L" if upright.mode in _GREY else "RGB"
    see_through = upright.mode in ("RGBA", "LA", "PA", "RGBa", "La")
    mask = upright.convert("RGBA").getchannel("A") if see_through else None
    upright = _in_plain_colours(upright.convert(mode), profile)
    if max(upright.size) > LONGEST_SIDE:
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), reducing_gap=3.0)
        mask = None if mask is None else mask.resize(upright.size)
    canvas = Image.new(mode, upright.size, "white")
    canvas.paste(upright, mask=mask)
    return canvas


def _in_plain_colours(picture: Image.Image, profile: object) -> Image.Image:
    """Turn the colours of the device into those every screen and printer takes for granted."""
    if picture.mode != "RGB" or not isinstance(profile, bytes):
        return picture
    with suppress(ImageCms.PyCMSError, OSError, ValueError):
        theirs = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        plain = ImageCms.createProfile("sRGB")
        turned = ImageCms.profileToProfile(picture, theirs, plain, outputMode="RGB")
        return picture if turned is None else turned
    return picture


def _packed(picture: Image.Image, *, lossless: bool) -> tuple[str, bytes]:
    if lossless:
        png = io.BytesIO()
        picture.save(png, "PNG")
        if png.tell() <= _LARGEST_PNG:
            return "image/png", png.getvalue()
    jpeg = io.BytesIO()
    picture.save(jpeg, "JPEG", quality=_QUALITY, optimize=True)
    return "image/jpeg", jpeg.getvalue()


def _as_pdf(pages: list[Image.Image]) -> bytes:
    """Bind the pages of a scan; the file says no moment, so the same scan gives the same bytes."""
    pdf = io.BytesIO()
    per_inch = max(pages[0].size) * 25.4 / _A4_MM
    pages[0].save(
        pdf,
        "PDF",
        save_all=True,
        append_images=pages[1:],
        resolution=per_inch,
        quality=_QUALITY,
        creationDate=None,
        modDate=None,
    )
    return pdf.getvalue()


def _taken_at(picture: Image.Image) -> str:
    """Read the moment a photo says it was taken, in its own words turned into ISO."""
    with suppress(Exception):  # whatever is odd about the tags, the picture may be fine
        told = picture.getexif().get_ifd(_EXIF)
        day, _space, time = str(told[_TAKEN]).strip("\0 ").partition(" ")
        return f"{day.replace(':', '-')}T{time}{str(told.get(_ZONE, '')).strip(chr(0) + ' ')}"
    return ""
