"""Attachments travel once by their hash, come whole or not at all, and are gone when erased."""

from dataclasses import replace

import pytest
from sqlalchemy import select, update

from db.sync.container import Limits
from db.tables import content
from db.verify import verify
from mediator_desk.records.attachment import Attachment, AttachmentKind
from mediator_desk.refusals import NotFound
from mediator_desk.usecases.attachments.attaching import (
    AttachFile,
    RemoveAttachment,
    attach_file,
    remove_attachment,
)
from mediator_desk.usecases.attachments.door import GivenFile
from tests.pictures.made_pictures import photo
from tests.sync.meeting import Town, held
from tests.usecases.cases import Cases


@pytest.fixture
def town(tmp_path):
    town = Town(tmp_path, "east", "west", "south")
    yield town
    town.leave()


def photographed(town, name, *sizes):
    """Log a dispute with photos of these sizes, each another one."""
    dispute = Cases(town[name]).logged()
    files = tuple(GivenFile(name=f"{size}.jpg", data=photo(size, size)) for size in sizes or (32,))
    attach_file(
        town[name].desk,
        AttachFile(about=dispute, kind=AttachmentKind.EVIDENCE, files=files),
    )
    return dispute


def bytes_at(town, name):
    with town[name].house._opened().reading() as connection:
        return {row.sha256: row.data for row in connection.execute(select(content))}


def erase(town, name, dispute):
    with town[name].desk.open_work(town[name].desk.person.id) as work:
        for one in work.of(Attachment, dispute):
            work.erase(one)
        work.commit()


def test_a_photo_comes_with_its_case_and_says_so(town):
    dispute = photographed(town, "east")

    made = town.make("east", "west")
    taken = town["west"].desk.exchange.take(*made.files)

    assert (made.attachments, taken.attachments, taken.on_their_way) == (1, 1, 0)
    assert bytes_at(town, "west") == bytes_at(town, "east")
    (one,) = town["west"].desk.queries.attachments(dispute)
    assert town["west"].desk.queries.content(one.sha256)


def test_a_photo_that_arrived_is_not_sent_again(town):
    photographed(town, "east")
    town.carry("east", "west")
    town.carry("west", "east")

    assert town.make("east", "west").attachments == 0
    assert town.make("west", "east").attachments == 0


def test_a_photo_goes_again_until_its_arrival_is_known(town):
    photographed(town, "east")
    town.make("east", "west")

    assert town.make("east", "west").attachments == 1


def test_the_same_bundle_again_changes_nothing(town):
    photographed(town, "east")
    made = town.make("east", "west")
    town["west"].desk.exchange.take(*made.files)
    before = held(town["west"]), bytes_at(town, "west")

    taken = town["west"].desk.exchange.take(*made.files)

    assert taken.attachments == 0
    assert (held(town["west"]), bytes_at(town, "west")) == before


def test_looking_first_keeps_nothing(town):
    photographed(town, "east")
    made = town.make("east", "west")

    seen = town["west"].desk.exchange.take(*made.files, preview=True)

    assert seen.attachments == 1
    assert not bytes_at(town, "west")


def test_a_photo_goes_from_hand_to_hand_to_a_third_station(town):
    dispute = photographed(town, "east")

    town.carry("east", "west")
    town.carry("west", "south")

    (one,) = town["south"].desk.queries.attachments(dispute)
    assert town["south"].desk.queries.content(one.sha256)


def test_a_lost_volume_leaves_photos_on_their_way_and_the_next_bundle_brings_them(town, tmp_path):
    dispute = photographed(town, "east", 300, 340, 380)
    exchange = replace(town["east"].desk.exchange, limits=Limits(packed=24 * 1024))
    first, *others = exchange.make(str(town["west"].desk.station.id), tmp_path).files

    taken = town["west"].desk.exchange.take(first)
    waiting = town["west"].desk.queries.attachments(dispute)
    with pytest.raises(NotFound, match="not here yet"):
        town["west"].desk.queries.content(waiting[-1].sha256)
    town.carry("west", "east")
    again = town.make("east", "west")
    for file in again.files:
        last = town["west"].desk.exchange.take(file)

    assert others
    assert taken.on_their_way == again.attachments > 0
    assert last.on_their_way == 0
    assert bytes_at(town, "west") == bytes_at(town, "east")


def test_an_erased_photo_is_gone_everywhere_and_no_old_bundle_brings_it_back(town):
    dispute = photographed(town, "east")
    old = town.make("east", "west").files
    town["west"].desk.exchange.take(*old)

    erase(town, "east", dispute)
    town.carry("east", "west")
    town["west"].desk.exchange.take(*old)

    assert not bytes_at(town, "east")
    assert not bytes_at(town, "west")


def test_a_photo_that_another_case_needs_stays_when_one_is_erased(town):
    first, second = photographed(town, "east"), photographed(town, "east")

    erase(town, "east", first)

    assert len(bytes_at(town, "east")) == 1
    (one,) = town["east"].desk.queries.attachments(second)
    assert town["east"].desk.queries.content(one.sha256)


def test_a_photo_put_aside_stays_at_home(town):
    dispute = photographed(town, "east")
    (one,) = town["east"].desk.queries.attachments(dispute)
    remove_attachment(town["east"].desk, RemoveAttachment(attachment=one.id))

    assert town.make("east", "west").attachments == 0


def test_bytes_that_are_not_what_their_hash_says_are_found(town):
    photographed(town, "east")
    store = town["east"].house._opened()
    sound = verify(store)
    with store.writing() as connection:
        connection.execute(update(content).values(data=b"something else"))

    assert sound.ok
    assert any("not as they came" in one for one in verify(store).problems)
