"""Whatever a record holds comes back the same: as plain values, and out of the store."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import get_args
from uuid import UUID

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from mediator_desk.records import KINDS
from mediator_desk.records.council_doing import Rating
from mediator_desk.records.council_meeting import AgendaItem
from mediator_desk.records.values import fields_of, from_values, to_values
from mediator_desk.refusals import Refusal
from tests.store.stations import sit_down

MOMENTS = st.integers(0, 4_000_000_000_000).map(
    lambda ms: datetime.fromtimestamp(ms // 1000, UTC).replace(microsecond=ms % 1000 * 1000)
)
AMOUNTS = st.integers(-(10**12), 10**12).map(lambda cents: Decimal(cents).scaleb(-2))
RATED = ("satisfied", "fairly", "unsatisfied")
VOTES = ("votes_for", "votes_against", "votes_abstain")


def values_of(hint):
    """Say what may stand in a field of this type."""
    inner = get_args(hint)
    if type(None) in inner:
        return st.none() | values_of(next(one for one in inner if one is not type(None)))
    plain = getattr(hint, "__supertype__", hint)
    if getattr(plain, "__origin__", None) is tuple:
        return st.lists(values_of(inner[0]), max_size=3).map(tuple)
    if issubclass(plain, Enum):
        return st.sampled_from(plain)
    return {
        bool: st.booleans(),
        int: st.integers(-(2**53) + 1, 2**53 - 1),
        str: st.text(max_size=12) | st.sampled_from(["㛃䶮𬱖", "停车", " ", "\0", 'O\'Hara "x"']),
        UUID: st.uuids(),
        date: st.dates(min_value=date(1900, 1, 1)),
        datetime: MOMENTS,
        Decimal: AMOUNTS,
    }[plain]


@st.composite
def records_of(draw, kind):
    """Draw a record of this kind that its own rules allow."""
    fields = {name: draw(values_of(hint)) for name, hint in fields_of(kind).items()}
    if kind is AgendaItem:
        votes = {name: draw(st.integers(0, 500)) for name in VOTES}
        present = sum(votes.values()) + len(fields["recused"])
        fields |= votes | {"present": present, "due": present + draw(st.integers(0, 9))}
    if kind is Rating:
        fields |= {name: draw(st.integers(1, 500)) for name in RATED}
    try:
        return kind(id=draw(st.uuids()), **fields)
    except Refusal:
        assume(False)


@pytest.fixture(scope="module")
def station(tmp_path_factory):
    """Share one station: nothing is committed here."""
    station = sit_down(tmp_path_factory.mktemp("records") / "station")
    yield station
    station.leave()


@pytest.mark.parametrize("code", KINDS)
def test_plain_values_of_a_record_give_the_record_back(code):
    kind = KINDS[code]

    @settings(max_examples=25)
    @given(records_of(kind))
    def holds(record):
        back = from_values(kind, str(record.id), to_values(record), 0)

        assert back == record

    holds()


@pytest.mark.parametrize("code", KINDS)
def test_a_record_comes_out_of_the_store_as_it_went_in(code, station):
    kind = KINDS[code]

    @settings(max_examples=12)
    @given(records_of(kind))
    def holds(record):
        with station.desk.open_work(station.desk.person.id) as work:
            added = work.add(record)
            found = work.get(kind, record.id)

        assert added == found == replace(record, version=1)

    holds()


@pytest.mark.parametrize("code", KINDS)
def test_a_record_changed_in_every_field_comes_out_as_changed(code, station):
    kind = KINDS[code]

    @settings(max_examples=12, suppress_health_check=[HealthCheck.filter_too_much])
    @given(records_of(kind), records_of(kind))
    def holds(record, other):
        owner = {kind.OWNER: getattr(record, kind.OWNER)} if kind.OWNER else {}
        with station.desk.open_work(station.desk.person.id) as work:
            work.add(record)
            changed = work.put(replace(other, id=record.id, version=1, **owner))
            found = work.get(kind, record.id)

        assert changed == found
        assert replace(found, version=0) == replace(other, id=record.id, version=0, **owner)

    holds()


def test_values_that_nobody_could_type_together_are_shown_all_the_same():
    values = {"present": 9, "due": 3, "votes_for": 1, "votes_against": 0, "votes_abstain": 0}
    rest = {"topic": str(UUID(int=1)), "meeting": str(UUID(int=3)), "method": "hands",
            "result": "passed"}  # fmt: skip

    read = from_values(AgendaItem, str(UUID(int=2)), values | rest, 2)

    assert (read.present, read.due) == (9, 3)
