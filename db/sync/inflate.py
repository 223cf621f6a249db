"""Reading compressed content bit by bit, and never more of it than was allowed."""

import sys
from typing import Final

from mediator_desk.troubles import BundleDamaged
from mediator_desk.words import N_

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_STEP: Final = 256 * 1024
_WINDOW: Final = {int(zstd.DecompressionParameter.window_log_max): 24}
_LEVEL: Final = 9

TORN = N_("This bundle is damaged. Copy it again, or ask the sender to save it again.")
TOO_LARGE = N_(
    "This bundle is larger than a bundle may be. Ask the sender to save it again in smaller parts."
)


def deflate(content: bytes) -> bytes:
    """Compress content as one zstd frame."""
    return zstd.compress(content, level=_LEVEL)


class Inflated:
    """Content that is decompressed only as far as it is read."""

    def __init__(self, packed: bytes, most: int) -> None:
        """Keep the compressed bytes, and how many bytes may ever come out of them."""
        self._packed = memoryview(packed)
        self._fed = 0
        self._most = most
        self._given = 0
        self._unzip = zstd.ZstdDecompressor(options=_WINDOW)
        self._ready = bytearray()

    def line(self, longest: int) -> bytes:
        """Read up to the next line's end, which is left out."""
        searched = 0
        while (end := self._ready.find(b"\n", searched)) < 0:
            searched = len(self._ready)
            if searched > longest:
                raise BundleDamaged(TOO_LARGE, reason="line")
            if not self._more():
                raise BundleDamaged(TORN, reason="short")
        if end > longest:
            raise BundleDamaged(TOO_LARGE, reason="line")
        line = bytes(self._ready[:end])
        del self._ready[: end + 1]
        return line

    def exactly(self, count: int) -> bytes:
        """Read so many bytes."""
        if count > self._most:
            raise BundleDamaged(TOO_LARGE, reason="size")
        while len(self._ready) < count:
            if not self._more():
                raise BundleDamaged(TORN, reason="short")
        taken = bytes(self._ready[:count])
        del self._ready[:count]
        return taken

    def finish(self) -> None:
        """Refuse anything that follows what was read."""
        if self._ready or self._more() or self._fed < len(self._packed):
            raise BundleDamaged(TORN, reason="long")
        if self._unzip.unused_data:
            raise BundleDamaged(TORN, reason="long")

    def _more(self) -> bool:
        """Decompress one more step; say no at the end of the frame."""
        while not self._unzip.eof:
            piece = b""
            if self._unzip.needs_input:
                piece = bytes(self._packed[self._fed : self._fed + _STEP])
                self._fed += len(piece)
                if not piece:
                    raise BundleDamaged(TORN, reason="short")
            try:
                out = self._unzip.decompress(piece, max_length=_STEP)
            except zstd.ZstdError as why:
                raise BundleDamaged(TORN, reason="zstd") from why
            self._given += len(out)
            if self._given > self._most:
                raise BundleDamaged(TOO_LARGE, reason="unpacked")
            if out:
                self._ready += out
                return True
        return False
