"""Which files may be kept: pictures and PDFs, told by their bytes and never by their name."""

import unicodedata
from pathlib import PurePosixPath

from mediator_desk.troubles import FileUnfit
from mediator_desk.words import N_

PICTURE = "picture"
PDF = "pdf"

MEGABYTE = 1024 * 1024
LARGEST = {PICTURE: 60 * MEGABYTE, PDF: 32 * MEGABYTE}
"""A PDF travels as it is and must fit into one bundle; a picture is made smaller first."""

LONGEST_NAME = 80

_ENDINGS = {
    PICTURE: frozenset(
        ("jpg", "jpeg", "jpe", "jfif", "png", "webp", "bmp", "dib", "tif", "tiff", "heic", "gif")
    ),
    PDF: frozenset(("pdf",)),
}
_ENDING_OF = {"image/jpeg": ".jpg", "image/png": ".png", "application/pdf": ".pdf"}
_STARTS = (
    (b"\xff\xd8\xff", PICTURE),
    (b"\x89PNG\r\n\x1a\n", PICTURE),
    (b"BM", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"%PDF-", PDF),
)
_OFFICE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04", b"{\\rtf")
_FROM_APPLE = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)


def family_of(data: bytes, name: str) -> str:
    """Tell a picture or a PDF by its bytes. Raises ``FileUnfit`` for what cannot be kept."""
    if not data:
        raise FileUnfit(N_("The file {name} is empty."), name=name)
    family = _by_bytes(data)
    if not family:
        raise FileUnfit(_why_not(data), name=name)
    ending = PurePosixPath(name).suffix.lower().lstrip(".")
    # A name that says something else is a mistake of somebody, or a trap.
    if ending and ending not in _ENDINGS[family] and len(ending) <= 5 and ending.isalnum():
        raise FileUnfit(
            N_(
                "{name} is not what its name says. Open it, see what it is, and save it under a "
                "name that ends in .jpg or .pdf."
            ),
            name=name,
        )
    if len(data) > LARGEST[family]:
        raise FileUnfit(
            N_("{name} is larger than {limit} MB. Save it smaller, or in several parts."),
            name=name,
            limit=LARGEST[family] // MEGABYTE,
        )
    return family


def tidy_name(name: str, media_type: str = "") -> str:
    """Make a name that every PC can keep: no folders, no hidden marks, with the right ending."""
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = unicodedata.normalize("NFC", last)
    plain = "".join(letter for letter in plain if _harmless(letter)).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    known = ending.lower() in _ENDINGS[PICTURE] | _ENDINGS[PDF] and bool(dot) and bool(stem)
    stem = (stem if known else plain)[:LONGEST_NAME].strip(" .")
    if stem.partition(".")[0].lower() in _DEVICES:
        stem = f"_{stem}"
    return (stem or "_") + _ENDING_OF.get(media_type, "")


def _by_bytes(data: bytes) -> str:
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return PICTURE
    return next((family for start, family in _STARTS if data.startswith(start)), "")


def _why_not(data: bytes) -> str:
    if data[4:8] == b"ftyp" and data[8:12] in _FROM_APPLE:
        return N_(
            "{name} is a HEIC photo, which other PCs cannot show. Save it as JPG on the phone "
            "(or send it to yourself in WeChat), then add that."
        )
    if data.startswith(_OFFICE):
        return N_(
            "{name} comes from an office program and may change by itself. Print it to PDF there, "
            "then add the PDF."
        )
    return N_("{name} is neither a picture nor a PDF. Kept are JPG, PNG, WebP, BMP, TIFF and PDF.")


def _harmless(letter: str) -> bool:
    """Tell whether a letter may stand in a name: no control or direction marks, no separators."""
    return unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") and (
        letter not in '<>:"/\\|?*'
    )
