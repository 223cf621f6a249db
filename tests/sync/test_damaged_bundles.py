"""Thousands of bundles that are not as their sender wrote them, or were written to harm."""

import os
import random
from dataclasses import replace

import msgspec
import pytest

from db.canonical import canonical, entry_digest, entry_form, entry_line
from db.sync.container import Limits
from db.sync.inflate import Inflated, zstd
from mediator_desk.records.entry import Kind
from mediator_desk.troubles import BundleDamaged, BundleTrouble
from tests.sync.stations import content_of, entry, forge, history, opened, packed

MUTATIONS = int(os.environ.get("MEDIATOR_DESK_MUTATIONS", "2500"))


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A bundle as it should be."""
    return packed(tmp_path_factory.mktemp("sound"), history())


@pytest.fixture(scope="module")
def content(sound):
    return content_of(sound)


@pytest.fixture
def spoilt(tmp_path):
    return tmp_path / "spoilt.yslb"


def refused(path, **more):
    """Open a bundle that must be refused with one of our sentences, and give the reason."""
    with pytest.raises(BundleTrouble) as trouble:
        opened(path, **more)
    assert trouble.value.words()
    return trouble.value.places.get("reason")


def change(data, chance):
    """Change bytes somehow: flip, drop, double, swap, cut, or put in what was not there."""
    at, to = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    match chance.randrange(7):
        case 0 | 1:
            place = chance.randrange(len(data))
            flipped = data[place] ^ 1 << chance.randrange(8)
            return data[:place] + bytes([flipped]) + data[place + 1 :]
        case 2:
            return data[:at]
        case 3:
            return data[:at] + data[to:]
        case 4:
            return data[:to] + data[at:]
        case 5:
            return data[:at] + chance.randbytes(chance.randint(1, 8)) + data[at:]
        case _:
            middle = (at + to) // 2
            return data[:at] + data[middle:to] + data[at:middle] + data[to:]


def test_no_changed_bundle_is_ever_believed(sound, spoilt):
    data = sound.read_bytes()
    chance = random.Random(20261123)
    before = set(spoilt.parent.iterdir())

    for _ in range(MUTATIONS):
        mutated = change(data, chance)
        if mutated != data:
            spoilt.write_bytes(mutated)
            refused(spoilt)

    assert set(spoilt.parent.iterdir()) - before == {spoilt}


def test_no_bundle_cut_short_is_believed(sound, spoilt):
    data = sound.read_bytes()

    for end in range(0, len(data), 3):
        spoilt.write_bytes(data[:end])
        refused(spoilt)


def test_what_a_sender_damaged_itself_is_refused_or_changes_no_entry(content, spoilt):
    chance = random.Random(7)
    expected = tuple(history())

    for _ in range(MUTATIONS // 4):
        forge(spoilt, change(content, chance))
        try:
            bundle = opened(spoilt)
        except BundleTrouble:
            continue
        # Words of the manifest that nothing hangs on may differ; what is taken in may not.
        assert bundle.entries == expected
        assert list(bundle.attachments.values()) == [b"\xff\xd8 not really"]


def lines_of(content):
    """Take content apart: the manifest, the entry lines, the attachments."""
    lines = content.split(b"\n", 7)
    return msgspec.json.decode(lines[0]), lines[1:7], lines[7]


def join(manifest, lines, rest):
    return b"".join([canonical(manifest), b"\n", *(line + b"\n" for line in lines), rest])


def reason(content, spoilt, change):
    """Let an insider change the content, sign it well, and give the reason of the refusal."""
    manifest, lines, rest = lines_of(content)
    changed = change(manifest, lines, rest)
    forge(spoilt, join(*(changed or (manifest, lines, rest))))
    return refused(spoilt)


def test_content_taken_apart_and_joined_again_is_sound(content, spoilt):
    forge(spoilt, join(*lines_of(content)))

    assert opened(spoilt).entries == tuple(history())


INSIDERS = {
    "entries in another order": (lambda m, e, a: (m, [e[1], e[0], *e[2:]], a), "order"),
    "an entry twice": (lambda m, e, a: (m, [e[0], *e[:5]], a), "order"),
    "an entry left out": (lambda m, e, a: (m, e[:5], a), "short"),
    "one more entry": (lambda m, e, a: (m, [*e, e[5]], a), "attachment"),
    "something after the end": (lambda m, e, a: (m, e, a + b"x"), "long"),
    "nothing after the manifest": (lambda m, e, a: (m, [], b""), "short"),
    "an attachment cut short": (lambda m, e, a: (m, e, a[:-1]), "short"),
    "an attachment exchanged": (lambda m, e, a: (m, e, a[:-1] + b"?"), "attachment"),
    "an attachment of endless length": (lambda m, e, a: (m, e, b"\xff" * 8 + a), "attachment"),
    "another group order": (lambda m, e, a: m["groups"].reverse(), "order"),
    "a group named twice": (lambda m, e, a: m["groups"].append(m["groups"][0]), "order"),
    "an endless range": (
        lambda m, e, a: m["groups"][0]["ranges"].update({one: [1, 2**52] for one in stations(m)}),
        "counts",
    ),
    "a range backwards": (
        lambda m, e, a: m["groups"][0]["ranges"].update({one: [3, 1] for one in stations(m)}),
        "ranges",
    ),
    "wrong counts": (lambda m, e, a: m["counts"].update(entries=5), "counts"),
    "wrong count of attachments": (lambda m, e, a: m["counts"].update(attachments=0), "counts"),
    "another state": (lambda m, e, a: m["groups"][1]["state"].update(hash="0" * 64), "state"),
    "another vector": (lambda m, e, a: m["groups"][1]["state"].update(vector={}), "vector"),
    "a lower highest stamp": (lambda m, e, a: m.update(stamp_max=""), "stamps"),
    "another sender inside": (lambda m, e, a: m.update({"from": m["to"]}), "header"),
    "another number inside": (lambda m, e, a: m.update(number=8), "header"),
    "another format inside": (lambda m, e, a: m.update(format=2), "header"),
    "a field nobody knows": (lambda m, e, a: m.update(more=1), "form"),
    "a manifest that is no object": (lambda m, e, a: ([], e, a), "form"),
    "an attachment name too long": (
        lambda m, e, a: m["attachments"][0].update(name="x" * 256),
        "form",
    ),
}


def stations(manifest):
    return list(manifest["groups"][0]["ranges"])


@pytest.mark.parametrize("what", INSIDERS)
def test_an_insider_is_refused_with_the_reason(what, content, spoilt):
    changed, expected = INSIDERS[what]

    assert reason(content, spoilt, changed) == expected


def entry_changed(content, spoilt, old, new):
    return reason(content, spoilt, lambda m, e, a: (m, [line.replace(old, new) for line in e], a))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("车主姓李", "车主姓王", "seal"),
        ('"floor":3', '"floor":3.0', "form"),
        ('"floor":3', '"floor":3,"floor":3', "form"),
        ('"floor":3', '"floor": 3', "form"),
        ('"floor":3', '"floor":' + "[" * 100_000, "form"),
        ('"k":"change"', '"k":"erase"', "seal"),
        ('"w":null', '"w":"01a1ec00-0000-7000-8000-000000000001"', "seal"),
        ("停车", "停\\u8f66", "form"),
    ],
    ids=range(8),
)
def test_an_entry_changed_by_an_insider_is_refused(content, spoilt, old, new, expected):
    assert entry_changed(content, spoilt, old.encode(), new.encode()) == expected


def test_an_entry_sealed_over_another_digest_is_refused(content, spoilt):
    one, other = entry(1, text="one"), entry(1, text="other")
    mixed = entry_line(one).replace(one.seal.encode(), other.seal.encode())

    assert reason(content, spoilt, lambda m, e, a: (m, [mixed, *e[1:]], a)) in ("seal", "state")


def test_a_payload_taken_away_by_an_insider_is_refused(content, spoilt):
    emptied = entry_line(history()[0].emptied())

    assert reason(content, spoilt, lambda m, e, a: (m, [emptied, *e[1:]], a)) == "payload"


def test_a_right_guess_of_an_erased_payload_cannot_be_held_against_its_digest():
    written = entry(1, text="secret")

    guessed = replace(written.emptied(), values={"text": "secret"})

    assert entry_digest(guessed) != written.digest


@pytest.mark.parametrize("gone", ["v", "x"])
def test_salt_and_payload_are_both_there_or_both_gone(content, spoilt, gone):
    one = history()[0]
    half = canonical({**entry_form(one), gone: None, "d": one.digest, "l": one.seal})

    assert reason(content, spoilt, lambda m, e, a: (m, [half, *e[1:]], a)) == "form"


def test_an_erasure_that_is_not_sealed_explains_nothing(tmp_path):
    emptied = entry(1, text="x").emptied()
    erasing = replace(entry(2, text="x", kind=Kind.CHANGE), kind=Kind.ERASE, values={})
    erasing = replace(erasing, digest=entry_digest(erasing))

    assert refused(packed(tmp_path, [emptied, erasing])) == "seal"


@pytest.mark.parametrize("bomb", [b"\0" * 2**28, b'{"a":"' + b"x" * 2**28, b"\n" * 2**26])
def test_a_bomb_is_refused_before_it_goes_off(spoilt, bomb, monkeypatch):
    forge(spoilt, bomb)
    unpacked = []
    more = Inflated._more
    monkeypatch.setattr(Inflated, "_more", lambda self: unpacked.append(1) or more(self))
    limits = Limits(unpacked=8 * 1024 * 1024, line=1024 * 1024, manifest=4 * 1024 * 1024)

    assert spoilt.stat().st_size < 100_000
    assert refused(spoilt, limits=limits) in ("line", "form", "unpacked")
    assert len(unpacked) * 256 * 1024 <= limits.unpacked + 256 * 1024


def test_a_bomb_hidden_behind_a_good_beginning_stops_at_the_limit(content, spoilt):
    manifest, lines, _ = lines_of(content)
    manifest["attachments"][0]["size"] = 2**40
    forge(spoilt, join(manifest, lines, (2**40).to_bytes(8, "big") + b"\0" * 2**24))

    assert refused(spoilt) == "size"


def read_all(frame, count):
    inflated = Inflated(frame, 10_000)
    data = inflated.exactly(count)
    inflated.finish()
    return data


FRAME = zstd.compress(b"one line\n" * 100)


def test_a_frame_is_read_to_its_end():
    assert read_all(FRAME, 900) == b"one line\n" * 100


@pytest.mark.parametrize("frame", [FRAME[:-1], FRAME + b"x", FRAME + FRAME, b"", b"x" * 50])
def test_frames_that_are_cut_joined_or_followed_by_more_are_refused(frame):
    with pytest.raises(BundleDamaged):
        read_all(frame, 900)


def test_a_frame_that_wants_too_large_a_window_is_refused():
    options = {int(zstd.CompressionParameter.window_log): 27}
    large = zstd.ZstdCompressor(options=options)
    frame = large.compress(b"x" * 1000) + large.flush()

    with pytest.raises(BundleDamaged):
        read_all(frame, 1000)
