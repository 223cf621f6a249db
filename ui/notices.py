"""What the desk tells a person in passing: done (with Undo), refused, or our own mistake."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from mediator_desk.words import _
from ui.tokens import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One sentence, with at most one verb (mostly Undo); it goes by itself unless it ``stays``."""

    text: str
    tone: Tone = "good"
    verb: str = ""
    do: Callable[[], object] | None = None
    icon: str = "undo"
    stays: bool = False


class Notices(QObject):
    """Carries notices from wherever they arise to the bar of the window."""

    posted = Signal(object)

    def __init__(
        self, reports: Path, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        """Keep in mind where reports of our own mistakes are to be saved."""
        super().__init__(parent)
        self._reports = reports
        self._now = now

    def say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say that something was done, and how to take it back."""
        if undo is None:
            self.posted.emit(Notice(text=text))
        else:
            self.posted.emit(Notice(text=text, verb=_("&Undo"), do=undo))

    def warn(self, text: str) -> None:
        """Say that something was refused or did not work."""
        self.posted.emit(Notice(text=text, tone="warning", stays=True))

    def mistake(self, error: BaseException) -> None:
        """Apologise for a mistake of ours and save a report that names nobody."""
        file = self._save(error)
        text = (
            _(
                "This did not work, and it is our mistake. Your work up to here is safe. "
                "A report without names is in {file}."
            ).format(file=file)
            if file
            else _("This did not work, and it is our mistake. Your work up to here is safe.")
        )
        self.posted.emit(Notice(text=text, tone="danger", stays=True))

    def unforeseen(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Take what nobody caught; put this in the place of ``sys.excepthook``."""
        if issubclass(kind, KeyboardInterrupt):
            raise SystemExit(130)
        self.mistake(error.with_traceback(trace))

    def _save(self, error: BaseException) -> Path | None:
        file = self._reports / f"mistake-{self._now():%Y%m%d-%H%M%S}.txt"
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(report_on(error), encoding="utf-8")
        except OSError:
            return None
        return file


def report_on(error: BaseException) -> str:
    """Tell where a mistake happened: kinds and lines of the program, never values or messages."""
    lines = ["Mediator Desk: report of a mistake. It holds no names and no case data."]
    link: BaseException | None = error
    while link is not None:
        lines.append(type(link).__name__)
        lines.extend(
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(link.__traceback__)
        )
        link = link.__cause__ or link.__context__
    return "\n".join(lines) + "\n"
