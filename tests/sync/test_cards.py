"""Cards: who a station is, and what two people read to each other."""

import re
from dataclasses import replace

import msgspec
import pytest

from db.canonical import canonical
from db.seal import StationKeys, check_entry
from db.sync.card import make_card, read_card, write_card
from mediator_desk.records.ids import StationId
from mediator_desk.troubles import BundleDamaged, BundleTooNew
from tests.sync.stations import EAST, MADE_AT, WEST, entry

WRITTEN = write_card(EAST.card)


def changed(**fields):
    return canonical({**msgspec.json.decode(WRITTEN), **fields})


def test_a_card_reads_back_as_it_was_written():
    assert read_card(WRITTEN) == EAST.card


def test_a_fingerprint_is_six_groups_of_four_digits():
    assert re.fullmatch(r"(\d{4} ){5}\d{4}", EAST.card.fingerprint())
    assert EAST.card.fingerprint() != WEST.card.fingerprint()


def test_a_renamed_station_keeps_its_fingerprint():
    renamed = make_card(EAST.keys, store=EAST.id, station="x", team="y", made_at=MADE_AT)

    assert renamed.fingerprint() == EAST.card.fingerprint()


def test_no_byte_of_a_card_can_be_changed():
    for place in range(len(WRITTEN)):
        damaged = bytearray(WRITTEN)
        damaged[place] ^= 1

        with pytest.raises((BundleDamaged, BundleTooNew)):
            read_card(bytes(damaged))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        WRITTEN[:-1],
        WRITTEN + b" ",
        b"[" * 10_000,
        b"x" * 20_000,
        changed(sign=WEST.card.sign),
        changed(recipient=WEST.card.recipient),
        changed(station="another"),
        changed(more=1),
        changed(format=0),
    ],
)
def test_a_card_that_is_not_whole_is_refused(data):
    with pytest.raises(BundleDamaged):
        read_card(data)


def test_a_card_of_a_newer_program_says_so():
    with pytest.raises(BundleTooNew):
        read_card(changed(format=2, something="new"))


def test_keys_come_back_from_what_the_store_keeps_and_never_show_themselves():
    keys = StationKeys.new()

    assert StationKeys.from_dict(keys.to_dict()) == keys
    assert keys.identity not in repr(keys)
    assert repr(keys.seed) not in repr(keys)


def test_a_seal_holds_only_for_its_own_station_and_entry():
    one = entry(text="x")
    stranger = make_card(WEST.keys, store=EAST.id, station="", team="", made_at="")
    elsewhere = make_card(EAST.keys, store=StationId(WEST.id), station="", team="", made_at="")

    assert check_entry(one, EAST.card)
    assert not check_entry(one, stranger)
    assert not check_entry(one, elsewhere)
    assert not check_entry(replace(one, number=2), EAST.card)
