"""Pictures drawn for tests: photos with hidden words in them, scans, and their mutants."""

import io
import random
import struct
import zlib

from PIL import Image, ImageDraw, PngImagePlugin

SECRET = b"GPS-36.4569N-115.9851E"


def photo(width=640, height=480, *, orientation=1, taken="2026:11:20 14:03:22"):
    """Draw a photo as a phone saves it: with orientation, place, device, comment and XMP."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = SECRET.decode()
    exif.get_ifd(0x8825)[29] = SECRET.decode()
    exif.get_ifd(0x8769)[0x9003] = taken
    written = io.BytesIO()
    drawn(width, height).save(
        written, "JPEG", exif=exif, comment=SECRET, xmp=b"<x>" + SECRET + b"</x>", quality=80
    )
    return written.getvalue()


def drawn(width=640, height=480, mode="RGB"):
    """Draw a stain on a ceiling: dark in the upper left quarter."""
    picture = Image.new("RGB", (width, height), (232, 228, 220))
    pen = ImageDraw.Draw(picture)
    pen.ellipse((0, 0, width // 2, height // 2), fill=(120, 90, 60))
    return picture.convert(mode)


def saved(form, *, mode="RGB", size=(64, 48), **said):
    """Save a drawing in a format."""
    written = io.BytesIO()
    drawn(*size, mode=mode).save(written, form, **said)
    return written.getvalue()


def scan(pages):
    """Save several pages as a scanner does."""
    first, *others = [drawn(60, 80, mode="L") for _page in range(pages)]
    written = io.BytesIO()
    first.save(written, "TIFF", save_all=True, append_images=others)
    return written.getvalue()


def bomb(side=20_000):
    """Write a small PNG of 400 million white dots, as nobody draws them."""
    lines = zlib.compress((b"\0" + b"\xff" * (side // 8)) * side, 1)
    parts = ((b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)), (b"IDAT", lines))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in (*parts, (b"IEND", b""))
    )


def with_text():
    """Save a PNG that carries words beside the picture."""
    info = PngImagePlugin.PngInfo()
    info.add_itxt("Comment", SECRET.decode())
    return saved("PNG", pnginfo=info)


def mutants(data, count, seed):
    """Damage a file in many ways: bytes changed, left out, doubled, cut off."""
    chance = random.Random(seed)
    for _each in range(count):
        one = bytearray(data)
        for _damage in range(chance.randint(1, 6)):
            at = chance.randrange(len(one))
            match chance.randrange(4):
                case 0:
                    one[at] = chance.randrange(256)
                case 1:
                    del one[at : at + chance.randint(1, 40)]
                case 2:
                    one[at:at] = one[at : at + chance.randint(1, 40)]
                case 3:
                    one[at : at + 4] = chance.choice([b"\xff" * 4, b"\0" * 4, b"\x7f\xff\xff\xff"])
            one = one or bytearray(b"\xff")
        yield bytes(one)
