"""The published vectors: another program that passes these reads and writes what we do."""

import json

import pytest

from db.canonical import canonical, entry_digest, read_entry_line, state_hash
from db.seal import check_entry
from db.sync.card import read_card
from mediator_desk.troubles import BundleTrouble
from tests.sync.stations import EAST, history, opened
from tests.sync.write_vectors import FOLDER, facts

VECTORS = json.loads((FOLDER / "vectors.json").read_text("utf-8"))
FACTS = VECTORS["facts"]
GOOD = [name for name, code in VECTORS["bundles"].items() if not code]
BAD = [name for name, code in VECTORS["bundles"].items() if code]


def test_we_still_write_what_was_published():
    assert facts() == FACTS


def test_the_published_entry_reads_and_its_seal_holds():
    one = read_entry_line(FACTS["entry"]["line"].encode())

    assert entry_digest(one) == one.digest == FACTS["entry"]["digest"]
    assert check_entry(one, read_card(FACTS["card"]["file"].encode()))


def test_the_published_values_are_written_as_published():
    for one in FACTS["canonical"]:
        assert canonical(one["value"]) == one["bytes"].encode()


def test_the_published_state_is_that_of_its_entries():
    assert state_hash(tuple(one) for one in FACTS["state"]["entries"]) == FACTS["state"]["hash"]


@pytest.mark.parametrize("name", GOOD)
def test_a_published_bundle_opens(name):
    bundle = opened(FOLDER / f"{name}.yslb")

    assert bundle.manifest.sender == EAST.id
    assert bundle.entries


def test_the_sample_holds_the_published_history():
    assert opened(FOLDER / "sample.yslb").entries == tuple(history())


@pytest.mark.parametrize("name", BAD)
def test_a_published_bad_bundle_is_refused_with_the_published_code(name):
    with pytest.raises(BundleTrouble) as trouble:
        opened(FOLDER / f"{name}.yslb")

    assert trouble.value.code == VECTORS["bundles"][name]
