"""Bundles that are as they should be, and those that are refused with the right sentence."""

from dataclasses import replace
from uuid import UUID

import pytest

from db.canonical import entry_digest, state_hash
from db.seal import StationKeys
from db.sync.container import Limits
from db.sync.manifest import Receipt
from db.sync.pack import Attachment, GroupContents, pack
from db.sync.unpack import open_bundle
from mediator_desk.records.entry import Kind
from mediator_desk.troubles import (
    BundleDamaged,
    BundleNotForUs,
    BundleTooNew,
    DiskTrouble,
    StationUnknown,
)
from tests.sync.stations import (
    CARDS,
    DISPUTES,
    EAST,
    SOUTH,
    WEST,
    content_of,
    contents_of,
    entry,
    forge,
    history,
    opened,
    packed,
)


def test_a_bundle_gives_back_what_was_put_in(tmp_path):
    receipt = Receipt(group=DISPUTES[0], number=4, state="0" * 64, station=WEST.id)

    path = packed(tmp_path, history(), receipts=[receipt])
    bundle = opened(path)

    assert list(bundle.entries) == history()
    assert list(bundle.attachments.values()) == [b"\xff\xd8 not really"]
    assert bundle.manifest.receipts == (receipt,)
    assert (bundle.manifest.number, bundle.manifest.previous) == (7, 6)
    assert bundle.manifest.stamp_max == max(one.stamp for one in history())
    assert bundle.set_aside == {}


def test_only_the_finished_bundle_is_left_in_the_folder(tmp_path):
    path = packed(tmp_path, history())

    assert list(tmp_path.iterdir()) == [path]
    assert path.suffix == ".yslb"


def test_the_sender_can_open_its_own_bundle_again(tmp_path):
    bundle = open_bundle(packed(tmp_path, history()), EAST.keys, CARDS)

    assert list(bundle.entries) == history()


def test_a_bundle_with_nothing_but_receipts_is_a_bundle(tmp_path):
    bundle = opened(packed(tmp_path, [], attachments=[]))

    assert bundle.entries == ()
    assert bundle.manifest.stamp_max == ""


def test_certificates_and_loans_to_come_are_kept_as_they_are(tmp_path):
    paper = {"kind": "hub", "until": "2027-12-31", "list": [1, None, {"x": True}]}

    bundle = opened(packed(tmp_path, history(), certificates=[paper], loans=[paper]))

    assert bundle.manifest.certificates == (paper,)
    assert bundle.manifest.loans == (paper,)


def test_the_state_covers_what_the_peer_has_already(tmp_path):
    earlier, later = history()[:2], history()[2:3]
    known = [(one.station, one.number, one.digest) for one in earlier]
    group = GroupContents(group=DISPUTES[0], entries=later, earlier=known)

    (sent,) = opened(packed(tmp_path, [], groups=[group])).manifest.groups

    assert sent.ranges == {EAST.id: (3, 3)}
    assert sent.state.vector == {EAST.id: 3}
    every = [(one.station, one.number, one.digest) for one in history()[:3]]
    assert sent.state.hash == state_hash(every)


def test_entries_with_a_gap_are_never_packed(tmp_path):
    with pytest.raises(ValueError, match="gap"):
        packed(tmp_path, [history()[0], history()[2]])


def test_nothing_is_packed_for_a_peer_without_a_card(tmp_path):
    with pytest.raises(ValueError, match="card"):
        pack(contents_of(history()), EAST.keys, [SOUTH.card], tmp_path)


class TestErased:
    """Payloads may be missing only where an erasure explains it."""

    def emptied(self):
        return entry(1, text="secret").emptied()

    def test_by_an_erasure_in_the_bundle(self, tmp_path):
        erased = entry(2, kind=Kind.ERASE)

        bundle = opened(packed(tmp_path, [self.emptied(), erased]))

        assert bundle.entries == (self.emptied(), erased)

    def test_by_an_erasure_in_the_journal(self, tmp_path):
        path = packed(tmp_path, [self.emptied()])

        bundle = opened(path, erased={self.emptied().record})

        assert bundle.entries == (self.emptied(),)

    def test_and_otherwise_the_bundle_is_refused(self, tmp_path):
        path = packed(tmp_path, [self.emptied()])

        with pytest.raises(BundleDamaged) as refused:
            opened(path)
        assert refused.value.places["reason"] == "payload"

    def test_an_erased_entry_with_a_strange_seal_is_refused(self, tmp_path):
        erased = entry(2, kind=Kind.ERASE)
        strange = replace(self.emptied(), seal=erased.seal)

        with pytest.raises(BundleDamaged) as refused:
            opened(packed(tmp_path, [strange, erased]))
        assert refused.value.places["reason"] == "seal"


class TestRelayed:
    """Entries that another station wrote are believed by their own seal."""

    def entries(self):
        return [entry(1, text="ours"), entry(1, SOUTH, DISPUTES[1], text="theirs")]

    def test_with_the_card_of_their_author(self, tmp_path):
        path = packed(tmp_path, self.entries())

        bundle = opened(path, cards={**CARDS, SOUTH.id: SOUTH.card})

        assert list(bundle.entries) == self.entries()

    def test_a_group_of_an_unknown_author_is_set_aside_and_the_others_go_in(self, tmp_path):
        bundle = opened(packed(tmp_path, self.entries()))

        assert list(bundle.entries) == self.entries()[:1]
        assert list(bundle.set_aside) == [DISPUTES[1]]
        assert bundle.set_aside[DISPUTES[1]].places["station"] == SOUTH.id

    def test_a_relay_that_is_trusted_vouches_for_unknown_authors(self, tmp_path):
        bundle = opened(packed(tmp_path, self.entries()), relays={EAST.id})

        assert list(bundle.entries) == self.entries()

    def test_what_the_sender_wrote_in_another_name_is_refused(self, tmp_path):
        ours, theirs = self.entries()
        forged = replace(theirs, values={"text": "forged"})
        forged = replace(forged, digest=entry_digest(forged))

        with pytest.raises(BundleDamaged) as refused:
            opened(packed(tmp_path, [ours, forged]), cards={**CARDS, SOUTH.id: SOUTH.card})
        assert refused.value.places["reason"] == "seal"


class TestRefused:
    """Each way of not being ours to take in has its own trouble, with what to do."""

    def test_a_bundle_for_another_station(self, tmp_path):
        path = packed(tmp_path, history())

        with pytest.raises(BundleNotForUs, match="another station"):
            open_bundle(path, StationKeys.new(), CARDS)

    def test_a_bundle_encrypted_for_us_but_not_addressed_to_us(self, tmp_path):
        content = content_of(packed(tmp_path, history()))
        forge(tmp_path / "passed-on.yslb", content, to=(SOUTH,))

        with pytest.raises(BundleNotForUs):
            open_bundle(tmp_path / "passed-on.yslb", SOUTH.keys, CARDS)

    def test_content_of_one_station_signed_by_another(self, tmp_path):
        content = content_of(packed(tmp_path, history()))
        path = forge(tmp_path / "stolen.yslb", content, by=SOUTH)

        with pytest.raises(BundleDamaged) as refused:
            opened(path, cards={**CARDS, SOUTH.id: SOUTH.card})
        assert refused.value.places["reason"] == "header"

    def test_a_bundle_of_a_station_whose_card_is_not_here(self, tmp_path):
        path = packed(tmp_path, history())

        with pytest.raises(StationUnknown, match="card"):
            opened(path, cards={WEST.id: WEST.card})

    def test_a_bundle_signed_with_another_key_under_a_known_name(self, tmp_path):
        path = packed(tmp_path, history())
        impostor = replace(EAST.card, sign=SOUTH.card.sign)

        with pytest.raises(BundleDamaged) as refused:
            opened(path, cards={EAST.id: impostor})
        assert refused.value.places["reason"] == "signature"

    @pytest.mark.parametrize("place", [5, 7])
    def test_a_newer_format_or_suite(self, tmp_path, place):
        path = packed(tmp_path, history())
        data = bytearray(path.read_bytes())
        data[place] = 2
        path.write_bytes(data)

        with pytest.raises(BundleTooNew, match="newer version"):
            opened(path)

    def test_a_file_that_is_not_there(self, tmp_path):
        with pytest.raises(DiskTrouble, match=r"gone\.yslb"):
            opened(tmp_path / "gone.yslb")

    def test_a_file_larger_than_allowed(self, tmp_path):
        path = packed(tmp_path, history())

        with pytest.raises(BundleDamaged) as refused:
            opened(path, limits=Limits(packed=path.stat().st_size - 1))
        assert refused.value.places["reason"] == "packed"


def test_names_of_attachments_are_never_paths(tmp_path):
    names = ["../x", "..\\x", "/etc/x", "C:\\x", "\\\\host\\x", "x\0y", "CON", "aux.txt", "x. "]
    names += ["a.txt:evil", "\u202egpj.exe", "é", "e\u0301", "A", "a", "", ".", "x" * 255]
    files = [Attachment.of(name=name, data=name.encode()) for name in names]
    folder = tmp_path / "stick"
    folder.mkdir()

    path = packed(folder, history(), attachments=files)
    bundle = opened(path)

    assert {one.name for one in bundle.manifest.attachments} == set(names)
    assert all(len(key) == 64 and UUID(key[:32]) for key in bundle.attachments)
    assert list(folder.iterdir()) == [path]
    assert list(tmp_path.iterdir()) == [folder]
