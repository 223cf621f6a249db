"""The one way of writing an entry down."""

from dataclasses import replace
from hashlib import sha256

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.canonical import (
    NotCanonical,
    canonical,
    entry_digest,
    entry_line,
    read_entry_line,
    state_hash,
)
from tests.sync.stations import EAST, SOUTH, entry

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def test_keys_are_sorted_by_their_utf16_units_as_rfc_8785_shows():
    keys = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]

    written = canonical(dict.fromkeys(keys, 0))

    order = list(msgspec.json.decode(written))
    assert order == ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]


def test_text_is_escaped_as_rfc_8785_shows():
    assert (
        canonical('\u20ac$\u000f\nA\'B"\\\\"/\x7f')
        == '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/\x7f"'.encode()
    )


@given(VALUES)
def test_what_is_written_reads_back_the_same_and_is_written_the_same_again(value):
    written = canonical(value)

    assert msgspec.json.decode(written) == value
    assert canonical(msgspec.json.decode(written)) == written


def nested(depth):
    value: object = 0
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    "value",
    [1.0, float("nan"), 2**53, -(2**53), "\ud800", {"\udfff": 1}, {1: 2}, b"x", {1, 2}, nested(33)],
    ids=repr,
)
def test_what_has_no_one_form_is_refused(value):
    with pytest.raises(NotCanonical):
        canonical(value)


def test_an_entry_reads_back_as_it_was_written():
    one = entry(text="停车", floor=-1, tags=[], at={"x": None})

    assert read_entry_line(entry_line(one)) == one


def test_the_digest_covers_everything_but_itself_and_the_seal():
    one = entry(text="停车")

    assert entry_digest(replace(one, digest="", seal="")) == one.digest
    assert entry_digest(replace(one, values={"text": "电梯"})) != one.digest
    assert entry_digest(replace(one, seen={"text": (one.stamp,)})) != one.digest


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'{"a":', b'{ "a":'),
        (b'"n":1,', b'"n":1.0,'),
        (b'"n":1,', b'"n":1,"n":1,'),
        (b'"n":1,', b'"n":0,'),
        (b'"n":1,', b'"n":true,'),
        (b'"n":1,', b'"n":1,"o":1,'),
        (b'"k":"birth"', b'"k":"rebirth"'),
        (b'"v":{"text":"x"}', b'"v":{"text":"\\u0078"}'),
        (b'"v":{"text":"x"}', b'"v":{"text":"x","text":"x"}'),
        (b'"v":{"text":"x"}', b'"v":{"text":1e2}'),
        (b'"v":{"text":"x"}', b'"v":["x"]'),
        (b'"b":"dispute"', b'"b":"../dispute"'),
        (b'"z":1', b'"z":null'),
        (b'"w":null', b'"w":"1"'),
        (b'"w":null', b'"w":"01A1EC00-0000-7000-8000-000000000001"'),
    ],
)
def test_a_line_written_in_any_other_way_is_refused(old, new):
    line = entry_line(entry(text="x"))
    assert old in line

    with pytest.raises(NotCanonical):
        read_entry_line(line.replace(old, new, 1))


@pytest.mark.parametrize(
    "deep", [b"[" * 100_000, b'{"v":' * 100_000, b'{"v":{"x":' + b"[" * 50_000]
)
def test_endless_nesting_is_refused_without_a_crash(deep):
    with pytest.raises(NotCanonical):
        read_entry_line(deep)


def test_a_stamp_of_another_station_is_refused():
    one = replace(entry(text="x"), stamp=entry(by=SOUTH).stamp)

    with pytest.raises(NotCanonical):
        read_entry_line(entry_line(one))


def test_the_state_of_a_group_does_not_depend_on_the_order():
    digests = [(EAST.id, 2, "b" * 64), (EAST.id, 10, "c" * 64), (SOUTH.id, 1, "a" * 64)]

    expected = sha256(
        f"{EAST.id} 10 {'c' * 64}\n{EAST.id} 2 {'b' * 64}\n{SOUTH.id} 1 {'a' * 64}\n".encode()
    )
    assert state_hash(digests) == state_hash(reversed(digests)) == expected.hexdigest()
