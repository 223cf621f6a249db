"""Marks on pages, and what is still missing of a paper that left the desk."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator_desk.records.ids import PersonId
from mediator_desk.records.issued_paper import Ink, IssuedPaper, SignedPage
from mediator_desk.rules.issued_papers import (
    Back,
    InkPlace,
    ink_from,
    mark_of,
    paper_states,
    read_mark,
)

ABOUT, LI = UUID(int=1), PersonId(UUID(int=2))


def place(page=1, who="张三"):
    return InkPlace(
        page=page, x=80, y=600, width=200, height=28.3, kind="mark", label="（签名）", who=who
    )


def issued(number=10, *, places=(), issue=1, replaces=None):
    return IssuedPaper(
        id=UUID(int=number),
        about=ABOUT,
        paper="agreement",
        title="人民调解协议书",
        issue=issue,
        mark=mark_of(UUID(int=number)),
        template="F11@0",
        draft_digest="0",
        sha256="1",
        size=1,
        pages=2,
        places=tuple(one.written() for one in places),
        replaces=replaces,
        issued_at=datetime(2026, 11, 20, number, tzinfo=UTC),
        by=LI,
    )


def page(number, of, *ink, corrected=False, hour=1, on=1):
    return SignedPage(
        id=UUID(int=number),
        about=ABOUT,
        issued=of.id,
        page=on,
        attachment=UUID(int=900 + number),
        sha256=str(number),
        ink=ink,
        corrected_by=LI if corrected else None,
        taken_at=datetime(2026, 11, 23, hour, tzinfo=UTC),
        by=LI,
    )


@given(st.uuids(), st.integers(1, 9999))
def test_the_mark_of_a_page_says_which_issue_and_page_it_is(id, number):
    mark = mark_of(id)

    assert read_mark(f"{mark}.{number}") == (mark, number)
    assert len(f"{mark}.{number}") <= 24
    assert set(mark) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:")


@pytest.mark.parametrize(
    "text",
    ["", "MD1:", "https://example.org", "MD1:ABCDEFGHIJKL", "MD1:ABCDEFGHIJKL.0", "MD1:ABC.1",
     "MD1:ABCDEFGHIJKL.１", "MD1:ABCDEFGHIJKL.99999", "MD2:ABCDEFGHIJKL.1"],
)  # fmt: skip
def test_a_code_of_somebody_else_is_no_mark(text):
    assert read_mark(text) is None


def test_a_place_is_read_back_as_it_was_written():
    assert InkPlace.read(place().written()) == place()


@pytest.mark.parametrize(
    ("square_millimetres", "ink"),
    [(0, Ink.NONE), (2.4, Ink.NONE), (5, Ink.UNSURE), (9, Ink.FOUND), (400, Ink.FOUND)],
)
def test_little_ink_is_dirt_and_some_is_for_a_person_to_say(square_millimetres, ink):
    assert ink_from(square_millimetres) is ink


def test_a_paper_is_out_until_a_page_comes_back_and_signed_when_every_place_is():
    paper = issued(places=[place(), place(page=2, who="李四")])

    def back(*pages):
        return paper_states([paper], pages)[0].back

    assert back() is Back.OUT
    assert back(page(1, paper, Ink.FOUND)) is Back.IN_PART
    assert back(page(1, paper, Ink.FOUND), page(2, paper, Ink.FOUND, on=2)) is Back.SIGNED
    assert back(page(1, paper, Ink.FOUND), page(2, paper, Ink.UNSURE, on=2)) is Back.UNSURE
    assert back(page(1, paper, Ink.NONE), page(2, paper, Ink.FOUND, on=2)) is Back.UNSIGNED


def test_what_is_missing_is_named_by_whose_ink_it_is():
    paper = issued(places=[place(who="张三"), place(who="李四")])

    state = paper_states([paper], [page(1, paper, Ink.FOUND, Ink.NONE)])[0]

    assert [one.place.who for one in state.missing] == ["李四"]


def test_a_better_scan_of_a_page_counts_for_every_place_it_shows():
    paper = issued(places=[place(who="张三"), place(who="李四")])
    pages = [page(1, paper, Ink.FOUND, Ink.NONE), page(2, paper, Ink.UNSURE, Ink.FOUND)]

    assert paper_states([paper], pages)[0].back is Back.SIGNED


def test_what_a_person_said_counts_before_what_was_reckoned():
    paper = issued(places=[place()])
    looked = page(2, paper, Ink.NONE, corrected=True)

    assert paper_states([paper], [page(1, paper, Ink.FOUND), looked])[0].back is Back.UNSIGNED


def test_a_replaced_issue_says_so():
    old = issued(10, places=[place()])
    new = issued(11, places=[place()], issue=2, replaces=old.id)

    assert [one.replaced for one in paper_states([old, new], [])] == [False, True]


PAPER = issued(places=[place(), place(page=2), place(page=2)])
CAME = st.lists(
    st.builds(
        lambda number, on, ink, corrected, hour: page(
            number, PAPER, *ink, corrected=corrected, hour=hour, on=on
        ),
        st.integers(1, 500),
        st.integers(1, 2),
        st.lists(st.sampled_from(Ink), min_size=2, max_size=2),
        st.booleans(),
        st.integers(0, 23),
    ),
    max_size=6,
    unique_by=lambda one: one.id,
)


@given(CAME, st.randoms())
def test_scans_may_come_in_any_order_and_twice(pages, chance):
    shuffled = [*pages, *pages]
    chance.shuffle(shuffled)

    assert paper_states([PAPER], shuffled) == paper_states([PAPER], pages)
