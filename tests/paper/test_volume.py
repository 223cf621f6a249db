"""A volume is one book: its pages count through, its bookmarks lead to every paper."""

import re
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator_desk.paper.papers import (
    bind,
    print_acceptance_register,
    print_agreement,
    print_case_summary,
    print_mediation_record,
)
from mediator_desk.paper.pdf import carrying, marked
from mediator_desk.paper.preview import text_of
from mediator_desk.paper.volume import Part, bind_volume, span_pages
from tests.paper.archive_rules import broken
from tests.paper.samples import acceptance, agreement, record, summary
from tests.paper.test_archive import NOTE


@pytest.fixture(scope="module")
def parts(press):
    records = bind(press, [print_mediation_record(press, record())] * 2, "调解笔录")
    return [
        Part(printed=print_case_summary(press, summary()), numbered=False),
        Part(printed=print_acceptance_register(press, acceptance()), group="受理"),
        Part(printed=records, group="调解"),
        Part(printed=print_agreement(press, agreement()), group="调解"),
    ]


def feet(pdf):
    """Give the number of each page, as its foot says it."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    found = [re.search(r"第 (\d+) 页　共 (\d+) 页", text) for text in texts]
    return [(int(one[1]), int(one[2])) if one else None for one in found]


def test_pages_count_through_and_the_cover_carries_no_number(press, parts):
    bound = bind_volume(press, parts, "卷宗")

    unnumbered = parts[0].printed.pages
    counted = bound.pages - unnumbered
    assert feet(bound.pdf) == [None] * unnumbered + [
        (page, counted) for page in range(1, counted + 1)
    ]


def test_the_first_page_of_each_part_is_known_before_it_is_bound(press, parts):
    firsts = span_pages(parts)

    found = feet(bind_volume(press, parts, "卷宗").pdf)
    places = [sum(part.printed.pages for part in parts[:at]) for at in range(len(parts))]
    assert firsts[0] == 0
    assert [found[place][0] for place in places[1:]] == list(firsts[1:])


def test_papers_stand_under_their_group_in_the_bookmarks(press, parts):
    bound = bind_volume(press, parts, "卷宗")

    document = pypdfium2.PdfDocument(bound.pdf)
    marks = [
        (mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()
    ]
    document.close()
    record_title = parts[2].printed.papers[0].title
    at = parts[0].printed.pages
    assert [mark for mark in marks if mark[1] in ("受理", "调解")] == [
        (0, "受理", at),
        (0, "调解", at + parts[1].printed.pages),
    ]
    assert [level for level, title, _ in marks if title == record_title] == [1, 1]
    assert (0, parts[0].printed.title, 0) in marks


def test_a_part_keeps_the_mark_it_was_issued_with(press, parts):
    issued = replace(parts[3], printed=marked(press, parts[3].printed, "MD1:ISSUED"))

    said = "".join(text_of(bind_volume(press, [*parts[:3], issued], "卷宗").pdf).split())

    assert said.count("MD1:ISSUED.") == issued.printed.pages


def test_a_volume_can_carry_the_record_of_the_case(press, parts):
    with_file = replace(parts[1], printed=carrying(press, parts[1].printed, [NOTE]))
    other = replace(NOTE, name="more.json")

    bound = bind_volume(press, [with_file, *parts[2:]], "卷宗", [other])

    assert bound.attached == (NOTE, other)
    assert broken(bound.pdf) == []


def test_the_same_parts_give_the_same_volume(press, parts):
    assert bind_volume(press, parts, "卷宗").pdf == bind_volume(press, parts, "卷宗").pdf


class _Pages:
    """Stands for a paper of so many pages."""

    def __init__(self, pages):
        self.pages = pages


@given(st.lists(st.tuples(st.integers(1, 40), st.booleans()), max_size=30))
def test_numbers_run_on_without_a_gap_whatever_is_left_out(told):
    parts = [Part(printed=_Pages(pages), numbered=numbered) for pages, numbered in told]

    firsts = span_pages(parts)

    counted = [
        page
        for part, first in zip(parts, firsts, strict=True)
        if part.numbered
        for page in range(first, first + part.printed.pages)
    ]
    assert counted == list(range(1, len(counted) + 1))
    assert all(first == 0 for part, first in zip(parts, firsts, strict=True) if not part.numbered)
