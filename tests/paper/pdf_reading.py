"""Read a PDF strictly, object by object, apart from everything that wrote it."""

import re
import zlib
from dataclasses import dataclass, field
from typing import Any

_SPACE = re.compile(rb"[\x00\t\n\x0c\r ]+|%[^\n]*\n")
_WORD = re.compile(rb"[^\x00\t\n\x0c\r ()<>\[\]{}/%]+")
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


@dataclass(frozen=True)
class Ref:
    """A reference to another object."""

    number: int


class Name(str):
    """A name, without its slash."""


@dataclass
class Stream:
    """A dictionary with content; ``raw`` are all bytes up to the word that ends it."""

    entries: dict[str, Any]
    raw: bytes

    @property
    def content(self):
        """Give what the stream holds."""
        told = self.raw[: self.entries["Length"]]
        filters = self.entries.get("Filter", [])
        for one in filters if isinstance(filters, list) else [filters]:
            assert one == "FlateDecode", one
            told = zlib.decompress(told)
        return told


@dataclass
class Pdf:
    """A whole file: its objects by number, and its trailer."""

    data: bytes
    objects: dict[int, Any] = field(default_factory=dict)
    trailer: dict[str, Any] = field(default_factory=dict)

    def get(self, value):
        """Follow a reference, if it is one."""
        while isinstance(value, Ref):
            value = self.objects[value.number]
        return value

    @property
    def root(self):
        """Give the catalog."""
        return self.get(self.trailer["Root"])

    def of_type(self, kind):
        """Give the dictionaries and streams of one type."""
        dictionaries = [
            one.entries if isinstance(one, Stream) else one for one in self.everything()
        ]
        return [one for one in dictionaries if isinstance(one, dict) and one.get("Type") == kind]

    def everything(self):
        """Give every object and every value inside it."""
        waiting = list(self.objects.values())
        while waiting:
            value = waiting.pop()
            yield value
            inside = value.entries if isinstance(value, Stream) else value
            if isinstance(inside, dict):
                waiting += inside.values()
            elif isinstance(inside, list):
                waiting += inside


def read(data):
    """Read a file by its table of places. Fails on anything that is not as it must be."""
    start = int(re.search(rb"startxref\n(\d+)\n%%EOF\n$", data)[1])
    head = re.compile(rb"xref\n0 (\d+)\n").match(data, start)
    pdf = Pdf(data)
    rows = data[head.end() : head.end() + 20 * int(head[1])]
    for number in range(1, int(head[1])):
        row = rows[20 * number : 20 * number + 20]
        place = int(re.fullmatch(rb"(\d{10}) 00000 n \n", row)[1])
        opening = f"{number} 0 obj\n".encode()
        assert data[place : place + len(opening)] == opening, number
        value, at = _value(data, place + len(opening))
        if data[at : at + 8] == b"\nstream\n":
            ends = data.index(b"endstream\n", at + 8 + value["Length"])
            value, at = Stream(value, data[at + 8 : ends]), ends + len(b"endstream")
        assert data[at:].lstrip(b"\n").startswith(b"endobj\n"), number
        assert data[at : at + 1] == b"\n", number
        pdf.objects[number] = value
    at = head.end() + 20 * int(head[1])
    assert data[at : at + 8] == b"trailer\n"
    pdf.trailer, _ = _value(data, at + 8)
    return pdf


def _value(data, at):
    """Read one value; give it and where it ends."""
    at = _skipped(data, at)
    if data[at : at + 2] == b"<<":
        return _dictionary(data, at + 2)
    match data[at : at + 1]:
        case b"[":
            return _array(data, at + 1)
        case b"(":
            return _string(data, at + 1)
        case b"<":
            ends = data.index(b">", at)
            return bytes.fromhex(data[at + 1 : ends].decode()), ends + 1
        case b"/":
            word = _WORD.match(data, at + 1)
            told = re.sub(rb"#(..)", lambda found: bytes.fromhex(found[1].decode()), word[0])
            return Name(told.decode()), word.end()
    found = re.compile(rb"(\d+) 0 R").match(data, at)
    if found:
        return Ref(int(found[1])), found.end()
    word = _WORD.match(data, at)
    return _plain(word[0].decode()), word.end()


def _plain(word):
    if word in ("true", "false", "null"):
        return {"true": True, "false": False, "null": None}[word]
    return float(word) if "." in word else int(word)


def _skipped(data, at):
    while found := _SPACE.match(data, at):
        at = found.end()
    return at


def _dictionary(data, at):
    told = {}
    while data[(at := _skipped(data, at)) : at + 2] != b">>":
        key, at = _value(data, at)
        assert isinstance(key, Name), key
        assert key not in told, key
        told[key], at = _value(data, at)
    return told, at + 2


def _array(data, at):
    told = []
    while data[(at := _skipped(data, at)) : at + 1] != b"]":
        value, at = _value(data, at)
        told.append(value)
    return told, at + 1


def _string(data, at):
    told, depth = b"", 1
    while depth:
        byte = data[at : at + 1]
        at += 1
        if byte == b"\\":
            octal = re.compile(rb"[0-7]{1,3}").match(data, at)
            if octal:
                told += bytes([int(octal[0], 8)])
                at = octal.end()
            else:
                told += _ESCAPES.get(data[at : at + 1], data[at : at + 1])
                at += 1
            continue
        depth += (byte == b"(") - (byte == b")")
        told += byte if depth else b""
    return told, at


def steps(content):
    """Give the operators of a page with what stands before each."""
    at, before = 0, []
    while (at := _skipped(content + b" ", at)) < len(content):
        if re.compile(rb"[A-Za-z'\"][A-Za-z0-9*]*").match(content, at):
            word = _WORD.match(content, at)
            yield word[0].decode(), before
            at, before = word.end(), []
        else:
            value, at = _value(content, at)
            before.append(value)


def words(told):
    """Give the text of a PDF string."""
    return told[2:].decode("utf-16-be") if told[:2] == b"\xfe\xff" else told.decode("latin-1")
