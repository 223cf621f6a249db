"""Whatever is attached, erased, carried, lost or carried twice, all stations end with the same."""

import os
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db import contents
from db.tables import content
from mediator_desk.records.attachment import Attachment, AttachmentKind
from tests.sync.meeting import Town
from tests.usecases.cases import Cases

NAMES = ("east", "west", "south")
EXAMPLES = int(os.environ.get("MEDIATOR_DESK_ATTACHMENT_HISTORIES", "3"))
STATIONS, FEW = st.sampled_from(NAMES), st.integers(0, 3)
STEPS = st.one_of(
    st.tuples(st.just("attach"), STATIONS, FEW),
    st.tuples(st.just("erase"), STATIONS, FEW),
    st.tuples(st.sampled_from(["carry", "lose", "twice"]), STATIONS, STATIONS),
)


class Story:
    """Three stations that know one dispute, and what happens to its files."""

    def __init__(self, folder):
        """Let everybody know the dispute."""
        self.town = Town(folder, *NAMES)
        self.dispute = Cases(self.town["east"]).logged()
        self.town.meet()

    def attach(self, name, which):
        """Keep one of four files, which several attachments may share."""
        desk = self.town[name].desk
        data = bytes([which]) * 3000
        with desk.open_work(desk.person.id) as work:
            work.add(
                Attachment(
                    id=desk.new_id(),
                    about=self.dispute,
                    kind=AttachmentKind.OTHER,
                    name=f"{which}.jpg",
                    media_type="image/jpeg",
                    sha256=work.keep_content(data),
                    size=len(data),
                    at=desk.now(),
                    by=desk.person.id,
                )
            )
            work.commit()

    def erase(self, name, which):
        """Erase every attachment of one file that is known here."""
        desk = self.town[name].desk
        digest = sha256(bytes([which]) * 3000).hexdigest()
        with desk.open_work(desk.person.id) as work:
            for one in work.of(Attachment, self.dispute):
                if one.sha256 == digest:
                    work.erase(one)
            work.commit()

    def carry(self, sender, peer):
        """Carry a bundle."""
        if sender != peer:
            self.town.carry(sender, peer)

    def lose(self, sender, peer):
        """Make a bundle that never arrives."""
        if sender != peer:
            self.town.make(sender, peer)

    def twice(self, sender, peer):
        """Carry a bundle, and the same once more."""
        if sender != peer:
            for file in self.town.make(sender, peer).files * 2:
                self.town[peer].desk.exchange.take(file, confirm_clock=True)

    def settle(self):
        """Carry everything everywhere, and what was asked for on the way."""
        for _round in range(3):
            self.town.meet()

    def held(self, name):
        """Name the bytes that lie at a station, and those it waits for."""
        with self.town[name].house._opened().reading() as connection:
            here = set(connection.scalars(select(content.c.sha256)))
            return here, set(contents.named(connection)), contents.lacking(connection)


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(steps=[("attach", "east", 0), ("carry", "east", "west"), ("erase", "west", 0)])
@given(steps=st.lists(STEPS, max_size=9))
@pytest.mark.timeout(600)
def test_all_stations_end_with_the_bytes_that_records_name_and_no_others(tmp_path_factory, steps):
    story = Story(tmp_path_factory.mktemp("town"))
    try:
        for what, who, other in steps:
            getattr(story, what)(who, other)

        story.settle()

        held = [story.held(name) for name in NAMES]
    finally:
        story.town.leave()
    assert all(here == named for here, named, _lacking in held)
    assert held[0] == held[1] == held[2]
