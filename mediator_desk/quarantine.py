"""A child process that looks at a file from outside, and may die of it without harm.

The child holds no key, no store and no file: it is given bytes, within limits of time and memory,
and answers with what it found and, if the file was made anew, with other bytes.
"""

import os
import struct
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec

if sys.platform != "win32":
    import resource

# Windows would open a black window for a moment.
_NO_CONSOLE = 0x08000000 if sys.platform == "win32" else 0
_TREE = Path(__file__).parents[1]
_LENGTH = struct.Struct(">I")
_LONGEST_ANSWER = 64 * 1024
_MIB = 1024 * 1024

SLOW = "slow"
DAMAGED = "damaged"
MEMORY = "memory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How much time and memory a child may take, in seconds of its own and bytes."""

    seconds: int = 30
    memory_bytes: int = 1024 * _MIB


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What the child found; ``why`` is set when the file cannot be kept, and nothing else is.

    ``taken_at`` is the moment a photo says it was taken, as ISO text without or with a zone.
    """

    why: str = ""
    media_type: str = ""
    pages: int = 1
    taken_at: str = ""


Examine = Callable[[bytes], tuple[Found, bytes]]
_FOUND = msgspec.json.Decoder(Found)


def look_at(module: str, data: bytes, patience: Patience) -> tuple[Found, bytes]:
    """Let a child that runs ``module`` examine some bytes; a child that dies found them damaged."""
    command = [sys.executable, "-P", "-s", "-m", module]
    command += [str(patience.seconds), str(patience.memory_bytes)]
    try:
        ended = subprocess.run(
            command,
            input=data,
            stdout=subprocess.PIPE,
            # What a library complains about may quote the file; it is not for any log.
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": str(_TREE), "PYTHONDONTWRITEBYTECODE": "1"},
            creationflags=_NO_CONSOLE,
            # A child that is kept waiting for the processor takes longer than its own time.
            timeout=4 * patience.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Found(why=SLOW), b""
    return _read(ended.stdout)


def examine_alone(examine: Examine) -> int:
    """Be the child: examine what stands on the standard input and answer."""
    seconds, memory = (int(one) for one in sys.argv[1:3])
    _hold_back(seconds, memory)
    try:
        found, data = examine(sys.stdin.buffer.read())
    except MemoryError:
        found, data = Found(why=MEMORY), b""
    told = msgspec.json.encode(found)
    sys.stdout.buffer.write(_LENGTH.pack(len(told)) + told + data)
    sys.stdout.flush()
    return 0


def _hold_back(seconds: int, memory: int) -> None:
    """Let the system end this process when it takes too much; Windows knows no such limits."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(answer: bytes) -> tuple[Found, bytes]:
    """Believe an answer only if it has its form."""
    if len(answer) < _LENGTH.size:
        return Found(why=DAMAGED), b""
    (length,) = _LENGTH.unpack_from(answer)
    told, data = answer[_LENGTH.size : _LENGTH.size + length], answer[_LENGTH.size + length :]
    if length > _LONGEST_ANSWER or len(told) < length:
        return Found(why=DAMAGED), b""
    try:
        return _FOUND.decode(told), data
    except msgspec.DecodeError:
        return Found(why=DAMAGED), b""
