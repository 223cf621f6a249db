"""How a page lies in a picture of it: from the square in its corner out to its far edge."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot
from statistics import median

from PIL import Image, ImageChops, ImageFilter

Point = tuple[float, float]
Warp = tuple[float, float, float, float, float, float, float, float]
"""The eight numbers by which Pillow finds the dot of a picture for a dot of the page."""

_PATCH = (96, 60)
_PATCHES = 28
_RINGS = 4
_FAR, _STEP, _NEAR = 21, 3, 2  # dots of the page, of which a hundred make an inch
_INKED = 60  # dots of ink below which a patch of the page tells nothing
_LIKE = 0.45  # the part of a patch's ink that must be found again
_ENOUGH_TO_LEAN = 10  # pairs from which the page may lean away from the camera


@dataclass(frozen=True, slots=True)
class Pair:
    """A place of the page and where it was found in the picture."""

    page: Point
    picture: Point


def lying(blank: Image.Image, picture: Image.Image, corners: Sequence[Pair]) -> Warp:
    """Find how the page lies, step by step from its mark; ``blank`` is the ink of the empty page.

    Both pictures are masks: white where there is ink. Near the mark its corners tell enough; what
    is printed further off is looked for where the pairs so far say it should be.
    """
    warp = _level(corners)
    found: list[Pair] = []
    patches = _patches(blank, corners)
    for ring in range(_RINGS):
        end = (ring + 1) * len(patches) // _RINGS
        laid = picture.transform(blank.size, Image.Transform.PERSPECTIVE, warp)
        found = [one for at in patches[:end] if (one := _seen(blank, laid, at, warp)) is not None]
        warp = _fitted([*corners, *found], warp)
    return warp


def likeness(blank: Image.Image, laid: Image.Image) -> float:
    """Give the part of the page's ink that is found again: how far the rest can be believed."""
    there = _count(blank)
    found = _count(ImageChops.multiply(blank, laid.filter(ImageFilter.MaxFilter(5))))
    return found / there if there else 0.0


def _patches(blank: Image.Image, corners: Sequence[Pair]) -> list[Point]:
    """Choose patches of the page with much ink, the nearest to its mark first."""
    width, height = _PATCH
    inked = []
    for left in range(0, blank.width - width, width):
        for top in range(0, blank.height - height, height):
            ink = _count(blank.crop((left, top, left + width, top + height)))
            if ink >= _INKED:
                inked.append((ink, (float(left), float(top))))
    best = [at for _ink, at in sorted(inked, reverse=True)[:_PATCHES]]
    x, y = corners[0].page
    return sorted(best, key=lambda at: hypot(at[0] - x, at[1] - y))


def _seen(blank: Image.Image, laid: Image.Image, at: Point, warp: Warp) -> Pair | None:
    """Look for one patch around where it should be; None where nothing is like it."""
    left, top = round(at[0]), round(at[1])
    width, height = _PATCH
    patch = blank.crop((left, top, left + width, top + height))

    def like(move: tuple[int, int]) -> int:
        across, down = left + move[0], top + move[1]
        there = laid.crop((across, down, across + width, down + height))
        return _count(ImageChops.multiply(patch, there))

    rough = max(_around((0, 0), _FAR, _STEP), key=like)
    move = max(_around(rough, _NEAR, 1), key=like)
    if like(move) < _LIKE * _count(patch):
        return None
    middle = (left + width / 2, top + height / 2)
    return Pair(middle, _to_picture(warp, (middle[0] + move[0], middle[1] + move[1])))


def _around(at: tuple[int, int], far: int, step: int) -> Iterator[tuple[int, int]]:
    """Give the moves to try, the nearest first: of equal ones the first counts."""
    moves = range(-far, far + 1, step)
    for across, down in sorted(((a, d) for a in moves for d in moves), key=lambda m: hypot(*m)):
        yield at[0] + across, at[1] + down


def _level(corners: Sequence[Pair]) -> Warp:
    """Lay the page by its mark alone: turned, moved and sized, but not leaning."""
    count = len(corners)
    px, py = (sum(one.page[axis] for one in corners) / count for axis in (0, 1))
    qx, qy = (sum(one.picture[axis] for one in corners) / count for axis in (0, 1))
    along = across = size = 0.0
    for one in corners:
        x, y = one.page[0] - px, one.page[1] - py
        u, v = one.picture[0] - qx, one.picture[1] - qy
        along += x * u + y * v
        across += x * v - y * u
        size += x * x + y * y
    a, b = along / size, across / size
    return (a, -b, qx - a * px + b * py, b, a, qy - b * px - a * py, 0.0, 0.0)


def _fitted(pairs: Sequence[Pair], before: Warp) -> Warp:
    """Fit the page to the pairs; those that lie far off the others are left out once."""
    lean = len(pairs) >= _ENOUGH_TO_LEAN
    warp = _solved(pairs, lean=lean) or before
    off = [_off(warp, one) for one in pairs]
    limit = max(3 * median(off), 2.0)
    kept = [one for one, far in zip(pairs, off, strict=True) if far <= limit]
    return _solved(kept, lean=lean) or warp


def _off(warp: Warp, pair: Pair) -> float:
    x, y = _to_picture(warp, pair.page)
    return hypot(x - pair.picture[0], y - pair.picture[1])


def _to_picture(warp: Warp, page: Point) -> Point:
    a, b, c, d, e, f, g, h = warp
    x, y = page
    depth = g * x + h * y + 1
    return (a * x + b * y + c) / depth, (d * x + e * y + f) / depth


def _solved(pairs: Sequence[Pair], *, lean: bool) -> Warp | None:
    """Solve for the warp with the least squares; None where the pairs do not decide it."""
    unknown = 8 if lean else 6
    sums = [[0.0] * (unknown + 1) for _row in range(unknown)]
    scale = 1000.0  # of the same order as the numbers, so that nothing is lost in the sums
    for one in pairs:
        x, y = (axis / scale for axis in one.page)
        u, v = (axis / scale for axis in one.picture)
        for row, right in (
            ([x, y, 1.0, 0.0, 0.0, 0.0, -x * u, -y * u], u),
            ([0.0, 0.0, 0.0, x, y, 1.0, -x * v, -y * v], v),
        ):
            told = [*row[:unknown], right]
            for down in range(unknown):
                for along in range(unknown + 1):
                    sums[down][along] += told[down] * told[along]
    found = _eliminated(sums)
    if found is None:
        return None
    a, b, c, d, e, f, g, h = [*found, 0.0, 0.0][:8]
    return (a, b, c * scale, d, e, f * scale, g / scale, h / scale)


def _eliminated(rows: list[list[float]]) -> list[float] | None:
    """Solve the equations, the largest factor first; None where they do not decide it."""
    count = len(rows)
    for at in range(count):
        best = max(range(at, count), key=lambda row: abs(rows[row][at]))
        if abs(rows[best][at]) < 1e-12:
            return None
        rows[at], rows[best] = rows[best], rows[at]
        for row in range(count):
            if row == at:
                continue
            factor = rows[row][at] / rows[at][at]
            rows[row] = [one - factor * two for one, two in zip(rows[row], rows[at], strict=True)]
    return [rows[at][count] / rows[at][at] for at in range(count)]


def _count(mask: Image.Image) -> int:
    return mask.histogram()[255]
