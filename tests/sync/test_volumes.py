"""Large exchanges cut into volumes, and disks that fail while they are written."""

import errno
import os
from pathlib import Path

import pytest

from db.canonical import state_hash
from db.sync import pack as packing
from db.sync.container import Limits
from db.sync.pack import Attachment, BundleContents, pack
from mediator_desk.troubles import (
    BundleTrouble,
    DiskFull,
    DiskTrouble,
)
from tests.sync.stations import (
    DISPUTES,
    EAST,
    WEST,
    contents_of,
    entry,
    history,
    opened,
    packed,
)


class TestVolumes:
    """Large exchanges are cut; each volume is a whole bundle."""

    limits = Limits(packed=16 * 1024)

    def cut(self, folder, contents: BundleContents):
        return pack(contents, EAST.keys, [WEST.card], folder, limits=self.limits)

    def test_every_volume_opens_by_itself_and_together_they_are_all(self, tmp_path):
        entries = [entry(number, text="字" * 500) for number in range(1, 40)]
        entries += [entry(1, group=DISPUTES[1], text="x" * 3000)]

        paths = self.cut(tmp_path, contents_of(entries))
        bundles = [opened(path, limits=self.limits) for path in paths]

        assert len(paths) > 3
        assert [one for bundle in bundles for one in bundle.entries] == entries
        assert all(path.stat().st_size <= self.limits.packed for path in paths)
        numbers = [(one.manifest.previous, one.manifest.number) for one in bundles]
        assert numbers == [(6 + place, 7 + place) for place in range(len(paths))]

    def test_the_state_of_a_cut_group_is_that_after_each_volume(self, tmp_path):
        entries = [entry(number, text="字" * 500) for number in range(1, 40)]

        paths = self.cut(tmp_path, contents_of(entries))

        for path in paths:
            (sent,) = opened(path).manifest.groups
            last = sent.state.vector[EAST.id]
            so_far = [(one.station, one.number, one.digest) for one in entries[:last]]
            assert sent.state.hash == state_hash(so_far)

    def test_a_group_that_fits_into_a_volume_is_never_cut(self, tmp_path):
        entries = [
            entry(number, group=group, text="x" * 1000)
            for group in DISPUTES
            for number in range(1, 8)
        ]

        paths = self.cut(tmp_path, contents_of(entries, attachments=[]))

        assert [len(opened(path).manifest.groups) for path in paths] == [1, 1]

    def test_attachments_are_spread_and_travel_once(self, tmp_path):
        files = [Attachment.of(name=f"{n}.jpg", data=os.urandom(6000)) for n in range(5)]

        paths = self.cut(tmp_path, contents_of(history(), attachments=[*files, files[0]]))

        found = [data for path in paths for data in opened(path).attachments.values()]
        assert sorted(found) == sorted(one.read() for one in files)

    def test_what_fits_into_no_volume_is_refused(self, tmp_path):
        large = Attachment.of(name="large.mp4", data=os.urandom(20_000))

        with pytest.raises(BundleTrouble, match=r"large\.mp4"):
            self.cut(tmp_path, contents_of(history(), attachments=[large]))
        with pytest.raises(BundleTrouble, match="too long"):
            self.cut(tmp_path, contents_of([entry(text="x" * 20_000)]))
        assert list(tmp_path.iterdir()) == []


class TestDisk:
    """A disk that fails leaves nothing behind."""

    @pytest.mark.parametrize(
        ("number", "trouble"), [(errno.ENOSPC, DiskFull), (errno.EIO, DiskTrouble)]
    )
    @pytest.mark.parametrize("write", [0, 1, 2])
    def test_no_volume_is_left_when_a_write_fails(
        self, tmp_path, monkeypatch, number, trouble, write
    ):
        done: list[Path] = []
        really = packing._write

        def failing(part, data):
            done.append(part)
            really(part, data[:100] if len(done) > write else data)
            if len(done) > write:
                raise OSError(number, "the disk says no")

        monkeypatch.setattr(packing, "_write", failing)
        entries = [entry(count, text="字" * 500) for count in range(1, 40)]
        contents = contents_of(entries)

        with pytest.raises(trouble):
            pack(contents, EAST.keys, [WEST.card], tmp_path, limits=Limits(packed=16 * 1024))
        assert list(tmp_path.iterdir()) == []

    def test_a_folder_that_is_not_there_is_said(self, tmp_path):
        with pytest.raises(DiskTrouble, match="could not be written"):
            packed(tmp_path / "no such stick", history())
