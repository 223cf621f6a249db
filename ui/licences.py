"""What the program is made with, and under which licences."""

from importlib.metadata import PackageNotFoundError, metadata

_LIBRARIES = (
    "PySide6-Essentials", "shiboken6", "SQLAlchemy", "sqlcipher3", "msgspec",
    "Babel", "pypinyin", "rapidfuzz", "reportlab", "pypdfium2", "openpyxl", "XlsxWriter",
    "PyNaCl", "pyrage", "pillow", "defusedxml", "platformdirs", "PyYAML", "typing_extensions",
)  # fmt: skip
_FONTS = {
    "Noto Sans SC": "OFL-1.1",
    "Noto Serif SC": "OFL-1.1",
    "HanaMinB": "OFL-1.1",
    "BabelStone Han": "Arphic-1999",
}
_LONGEST = 60


def licences() -> tuple[tuple[str, str], ...]:
    """Name the libraries and fonts that come with the program, each with its licence."""
    named = [("Mediator Desk", "MIT"), *_FONTS.items()]
    return (*named, *filter(None, map(_of_library, _LIBRARIES)))


def _of_library(name: str) -> tuple[str, str] | None:
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return None
    classifiers = said.get_all("Classifier") or []
    kinds = [one.rsplit(" :: ", 1)[-1] for one in classifiers if one.startswith("License")]
    told = [said[key] for key in ("License-Expression", "License") if key in said]
    short = [one for one in told if 0 < len(one) <= _LONGEST]
    licence = next(iter([*short, *kinds]), "")
    return (f"{said['Name']} {said['Version']}", licence)
