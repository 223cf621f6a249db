"""Reports of our own mistakes: where in the program it happened, never names or case data."""

import platform
import traceback
from datetime import datetime
from pathlib import Path


def save_report(error: BaseException, folder: Path, now: datetime) -> Path | None:
    """Save a report on a mistake; nothing is given when even that cannot be written."""
    file = folder / f"mistake-{now:%Y%m%d-%H%M%S}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(report_on(error), encoding="utf-8")
    except OSError:
        return None
    return file


def report_on(error: BaseException) -> str:
    """Tell where a mistake happened: kinds and lines of the program, never values or messages."""
    lines = [
        "Mediator Desk: report of a mistake. It holds no names and no case data.",
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}",
    ]
    link: BaseException | None = error
    while link is not None:
        lines.append(type(link).__name__)
        lines.extend(
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(link.__traceback__)
        )
        link = link.__cause__ or link.__context__
    return "\n".join(lines) + "\n"
