"""Pictures and scanned pages of a case on pages of their own, each with what is known of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from mediator_desk.paper import blocks
from mediator_desk.paper.images import Source
from mediator_desk.paper.layout import Layout, layout
from mediator_desk.paper.pdf import Paper, Printed, write
from mediator_desk.paper.setting import GREY, Align, Press, SetLine, Span, Style
from mediator_desk.paper.strips import Placed, PlacedImage, Strip, paginate

_LETTERS, _PITCH = 9.5, 13.0
_UNDER = 4.0  # between a picture and what is said of it
_APART = 12.0  # between two pictures
_TALL = 1.15  # a picture so much higher than wide stands upright
_LATE = Style(size=15.0, pitch=20.0, align=Align.CENTRE)
_LATE_DOWN = 0.3  # so far down the page it says that a file is not here
_PAPER, _LYING, _UPRIGHT = 1, 2, 4
_SIZES = {_PAPER: (1, 1), _LYING: (1, 2), _UPRIGHT: (2, 2)}  # pictures across and down a page


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture and what stands under it; what is not known is left out.

    ``alone`` gives it a page of its own, as a scanned paper needs; pages of a PDF always have one.
    Without a ``source`` its bytes are still on their way, from ``station`` where that is known: a
    page says so in its place.
    """

    source: Source | None = None
    name: str
    station: str = ""
    where: str = ""
    taken: str = ""
    by: str = ""
    provider: str = ""
    alone: bool = False

    def facts(self) -> list[str]:
        """Put into words what is known beside the name."""
        parts = [
            ("地点：", self.where),
            ("时间：", self.taken),
            ("拍摄：", self.by),
            ("提供：", self.provider),
        ]
        return [f"{label}{said}" for label, said in parts if said]


def print_pictures(
    press: Press, pictures: Iterable[Picture], *, heading: str, author: str, foot: str
) -> Printed:
    """Print pictures in their order: lying ones two a page, upright ones four, papers one.

    Pictures are read one after the other and kept no finer than print needs, so that two hundred
    photos do not fill the memory. Raises ``PaperUnreadable`` and ``GlyphMissing``.
    """
    measures = layout("register")
    head = blocks.title(press, measures.title, heading, measures.width)
    strips = [*head, *_strips(press, pictures, measures, sum(one.height for one in head))]
    paper = Paper(
        title=f"{heading}　{foot}".strip(),
        author=author,
        foot=foot,
        layout=measures,
        pages=paginate(strips, measures.height),
    )
    return write(press, [paper], paper.title)


def _strips(
    press: Press, pictures: Iterable[Picture], measures: Layout, head: float
) -> Iterator[Strip]:
    """Give one strip for each row of pictures."""
    for many, row in _rows(pictures):
        across, down = _SIZES[many]
        width = (measures.width - _APART * (across - 1)) / across
        height = (measures.height - head - _APART * down) / down
        yield _row(press, measures, row, width, height)


def _rows(pictures: Iterable[Picture]) -> Iterator[tuple[int, list[Picture]]]:
    """Group neighbours into rows, and tell how many go on a page of such rows."""
    waiting: list[Picture] = []
    for picture in pictures:
        many = _many(picture)
        if many == _UPRIGHT:
            waiting.append(picture)
            if len(waiting) == _SIZES[_UPRIGHT][0]:
                yield _UPRIGHT, waiting
                waiting = []
            continue
        if waiting:
            yield _UPRIGHT, waiting
            waiting = []
        yield many, [picture]
    if waiting:
        yield _UPRIGHT, waiting


def _many(picture: Picture) -> int:
    if picture.source is None or picture.alone or picture.source.page is not None:
        return _PAPER
    width, height = picture.source.shape()
    return _UPRIGHT if height > width * _TALL else _LYING


def _row(
    press: Press, measures: Layout, row: Sequence[Picture], width: float, height: float
) -> Strip:
    """Lay pictures side by side in the middle, each with its words close under it."""
    said = [_words(press, one, width) for one in row]
    free = height - _UNDER - max(len(lines) for lines in said) * _PITCH
    images: list[PlacedImage] = []
    lines: list[Placed] = []
    first = (measures.width - len(row) * width - (len(row) - 1) * _APART) / 2
    for at, (picture, words) in enumerate(zip(row, said, strict=True)):
        left = first + at * (width + _APART)
        if picture.source is None:
            lines += _under(_late(press, picture, width), left, free * _LATE_DOWN)
            lines += _under(words, left, free * _LATE_DOWN + _LATE.pitch * 2)
            continue
        placed = _placed(picture.source, left, width, free)
        images.append(placed)
        lines += _under(words, left, placed.height + _UNDER)
    return Strip(height=height, lines=tuple(lines), images=tuple(images), gap=_APART)


def _words(press: Press, picture: Picture, width: float) -> list[SetLine]:
    """Set the name, and under it the facts: as many on a line as have room, none parted."""
    lines: list[str] = []
    for part in picture.facts():
        longer = f"{lines[-1]}　{part}" if lines else part
        if lines and press.width(longer, _LETTERS) <= width:
            lines[-1] = longer
        else:
            lines.append(part)
    black = Style(size=_LETTERS, pitch=_PITCH, align=Align.CENTRE)
    grey = replace(black, grey=GREY)
    named = press.set([Span(picture.name, picture.name)], black, width)
    return named + [
        line for told in lines for line in press.set([Span(told, picture.name)], grey, width)
    ]


def _late(press: Press, picture: Picture, width: float) -> list[SetLine]:
    """Say that a file is not here, and who sends it."""
    said = "此件尚未到达本站" + (f"，由{picture.station}传来" if picture.station else "")
    return press.set([Span(said, picture.name)], _LATE, width)


def _placed(source: Source, left: float, width: float, height: float) -> PlacedImage:
    """Put a picture into the middle of its room, as large as that allows."""
    image = source.image(width, height)
    scale = min(width / image.width, height / image.height)
    wide = image.width * scale
    return PlacedImage(image, left + (width - wide) / 2, 0.0, wide, image.height * scale)


def _under(words: Sequence[SetLine], left: float, down: float) -> list[Placed]:
    return [Placed(line.moved(left), down + at * _PITCH) for at, line in enumerate(words)]
