"""Writes the test vectors of ``docs/bundle-format.md``: ``python -m tests.sync.write_vectors``.

The bundles are encrypted with fresh randomness each time, so they are written once and kept;
everything else comes out the same on every computer.
"""

import json
import tempfile
from pathlib import Path

import msgspec

from db.canonical import canonical, entry_form, entry_line, state_hash
from db.sync.card import write_card
from db.sync.container import wrap
from mediator_desk.records.entry import Kind
from tests.sync.stations import (
    EAST,
    SOUTH,
    WEST,
    content_of,
    entry,
    forge,
    history,
    packed,
)

VALUES = ({"\ufb33": 1, "\U0001f600": [True, None]}, "\u0007\n\u007f/€", -9007199254740991)
FOLDER = Path(__file__).with_name("vectors")


def facts():
    """Everything that must come out the same everywhere, as one JSON object."""
    one = entry(1, text='3号楼 "停车位"\n𬱖', floor=-1, urgent=True, tags=["a", None], e={})
    group = [each for each in history() if each.group == history()[0].group]
    header = {"format": 1, "from": str(EAST.id), "number": 7, "suite": 1}
    return {
        "keys": {peer.card.station: peer.keys.to_dict() for peer in (EAST, WEST, SOUTH)},
        "canonical": [{"value": value, "bytes": canonical(value).decode()} for value in VALUES],
        "entry": {
            "form": canonical(entry_form(one)).decode(),
            "digest": one.digest,
            "seal": one.seal,
            "line": entry_line(one).decode(),
        },
        "state": {
            "entries": [[str(each.station), each.number, each.digest] for each in group],
            "hash": state_hash((each.station, each.number, each.digest) for each in group),
        },
        "card": {
            "file": write_card(EAST.card).decode(),
            "fingerprint": EAST.card.fingerprint(),
        },
        "header": canonical(header).decode(),
        "front": front(EAST).hex(),
    }


def front(peer):
    """Give the bytes of bundle 7 of a station up to its signature."""
    data = wrap(b"", sender=peer.id, number=7, keys=peer.keys, recipients=[peer.card.recipient])
    return data[: 12 + int.from_bytes(data[8:12], "big")]


def bundles(folder):
    """Write the sample and the bundles that must be refused; give what must come of each."""
    scratch = Path(tempfile.mkdtemp())
    sample = packed(scratch, history()).rename(folder / "sample.yslb")
    data = sample.read_bytes()
    content = content_of(sample)
    cut_in_two = content.split(b"\n", 1)
    emptied = entry(1, text="x").emptied()
    manifest = msgspec.json.decode(cut_in_two[0])
    altered = canonical({**manifest, "number": 8}) + b"\n" + cut_in_two[1]
    spaced = content.replace(b'"floor":3', b'"floor": 3')
    made = {
        "truncated": (data[:-20], "bundle-damaged"),
        "one-bit-flipped": (data[:-20] + bytes([data[-20] ^ 1]) + data[-19:], "bundle-damaged"),
        "not-a-bundle": (b"PK\x03\x04" + data[4:], "bundle-damaged"),
        "newer-format": (data[:5] + b"\x02" + data[6:], "bundle-too-new"),
        "newer-suite": (data[:7] + b"\x02" + data[8:], "bundle-too-new"),
        "for-another-station": (forged(content, to=(SOUTH,)), "bundle-not-for-us"),
        "unknown-station": (forged(content, by=SOUTH), "station-unknown"),
        "number-inside-differs": (forged(altered), "bundle-damaged"),
        "not-canonical": (forged(spaced), "bundle-damaged"),
        "changed-behind-the-seal": (
            forged(content.replace("姓李".encode(), "姓王".encode())),
            "bundle-damaged",
        ),
        "payload-missing": (packed(scratch, [emptied]).read_bytes(), "bundle-damaged"),
        "bomb": (forged(b"\0" * 2**26), "bundle-damaged"),
    }
    for name, (bad, _) in made.items():
        (folder / f"{name}.yslb").write_bytes(bad)
    erased = [emptied, entry(2, kind=Kind.ERASE)]
    packed(scratch, erased, attachments=[]).rename(folder / "erased.yslb")
    return {name: code for name, (_, code) in made.items()} | {"sample": "", "erased": ""}


def forged(content, **more):
    """Give the bytes of a bundle with any content and a good signature."""
    path = Path(tempfile.mkdtemp()) / "forged.yslb"
    return forge(path, content, **more).read_bytes()


def main():
    """Write everything."""
    FOLDER.mkdir(exist_ok=True)
    expected = {"facts": facts(), "bundles": bundles(FOLDER)}
    text = json.dumps(expected, ensure_ascii=False, indent=1, sort_keys=True)
    (FOLDER / "vectors.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
