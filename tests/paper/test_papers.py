"""The papers hold what was entered, look as they should, and are the same twice."""

import re

import pypdfium2
import pytest

from mediator_desk.paper.breaking import NO_START
from mediator_desk.paper.papers import (
    bind,
    print_acceptance_register,
    print_agreement,
    print_case_summary,
    print_council_topic,
    print_mediation_record,
    print_oral_agreement_register,
    print_whistle_reply,
    print_whistle_slip,
)
from mediator_desk.paper.preview import page_count, render, text_of
from tests.paper.samples import (
    HAPPENED,
    acceptance,
    agreement,
    many_parties,
    record,
    reply,
    summary,
    topic,
    whistle,
)

ALL = [
    (print_acceptance_register, acceptance),
    (print_mediation_record, record),
    (print_agreement, agreement),
    (print_oral_agreement_register, agreement),
    (print_whistle_slip, whistle),
    (print_whistle_reply, reply),
    (print_council_topic, topic),
    (print_case_summary, summary),
]
LONG = "\n".join([HAPPENED * 3] * 60)
LONG_FACTS = {
    acceptance: "brief",
    record: "record",
    agreement: "facts_and_issues",
    whistle: "content",
    reply: "result",
    topic: "content",
    summary: "happened",
}
SIGNED = "（印）"


def squeezed(text):
    return "".join(text.split())


@pytest.fixture(params=ALL, ids=lambda pair: pair[0].__name__)
def paper(request):
    return request.param


def facts_in(value):
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [one for part in value for one in facts_in(part)]
    fields = getattr(type(value), "__dataclass_fields__", {})
    return [one for name in fields for one in facts_in(getattr(value, name))]


def test_every_fact_can_be_copied_out_of_the_paper(press, paper):
    prints, facts = paper

    text = squeezed(text_of(prints(press, facts()).pdf))

    told = facts_in(facts())
    if facts is record:  # of the parties it names only who was there
        told = [fact for fact in told if fact not in facts_in(record().parties)]
        told += [party.name for party in record().parties]
    said = [squeezed(line) for fact in told for line in fact.split("\n")]
    assert [line for line in said if line not in text] == []


def test_the_same_facts_give_the_same_bytes(press, paper):
    prints, facts = paper

    assert prints(press, facts()).pdf == prints(press, facts()).pdf


def test_every_font_is_truetype_and_embedded(press, paper):
    prints, facts = paper

    pdf = prints(press, facts()).pdf

    fonts = re.findall(rb"/Type /Font\b[^>]*", pdf)
    assert fonts
    assert pdf.count(b"/Subtype /TrueType") == pdf.count(b"/FontFile2") > 0
    assert b"Helvetica" not in pdf
    assert b"/Type1" not in pdf


def test_the_document_says_its_title_its_author_and_its_language(press):
    printed = print_agreement(press, agreement())

    document = pypdfium2.PdfDocument(printed.pdf)
    card = document.get_metadata_dict()
    document.close()

    assert card["Title"] == printed.title
    assert card["Author"] == agreement().committee
    assert b"/Lang (zh-CN)" in printed.pdf


@pytest.mark.parametrize("long", [False, True])
def test_no_line_of_any_paper_begins_with_a_forbidden_mark(press, paper, long):
    prints, facts = paper
    changed = {LONG_FACTS[facts]: LONG} if long else {}

    printed = prints(press, facts(**changed))

    lines = [line.text for one in printed.papers for page in one.pages for line in page.lines]
    assert [line for line in lines if line[:1] in NO_START and line not in ("", "—")] == []


def test_twenty_thousand_characters_flow_over_pages_and_none_is_lost(press, paper):
    prints, facts = paper
    long = "".join(f"第{number}句，说到这里。" for number in range(1, 1900))
    assert len(long) > 20_000

    printed = prints(press, facts(**{LONG_FACTS[facts]: long}))

    lines = [line.text for one in printed.papers for page in one.pages for line in page.lines]
    told = "".join(line for line in lines if line[:1] in "第句，说到这里。0123456789")
    assert long in told
    assert printed.pages == page_count(printed.pdf) > 10


def test_nothing_stands_below_or_beside_the_type_area(press, paper):
    prints, facts = paper

    printed = prints(press, facts(**{LONG_FACTS[facts]: LONG}))

    for one in printed.papers:
        for page in one.pages:
            for laid in page.laid:
                assert laid.down + laid.strip.height <= one.layout.height + 0.01
                for placed in laid.strip.lines:
                    line = placed.line
                    assert line.left >= -0.01
                    assert line.left + line.width <= one.layout.width + line.size * 0.51


@pytest.mark.parametrize("sentences", range(1, 60))
def test_the_places_to_sign_never_stand_alone_on_a_page(press, sentences):
    text = "".join(f"第{number}句话写在这里，说明情况。" for number in range(sentences))

    printed = print_agreement(press, agreement(facts_and_issues=text))

    last = printed.papers[0].pages[-1].lines
    before_signing = [line.text for line in last if "签名" not in line.text]
    assert any("本协议一式" in text for text in before_signing)
    assert sum("（印）" in line.text for line in last) == 1


@pytest.mark.parametrize("parties", [2, 7, 60])
def test_many_parties_each_have_a_line_and_a_place_to_sign(press, parties):
    printed = print_agreement(press, agreement(parties=many_parties(parties)))

    lines = [line.text for page in printed.papers[0].pages for line in page.lines]
    assert sum("签名盖章或按指印" in line for line in lines) == parties
    for party in many_parties(parties):
        assert lines.count(party.name) == 2
    assert any(line.text.startswith("王淼") for line in printed.papers[0].pages[-1].lines)


def test_the_head_of_a_list_repeats_on_every_page(press):
    printed = print_agreement(press, agreement(parties=many_parties(60)))

    texts = [[line.text for line in page.lines] for page in printed.papers[0].pages]
    with_parties = [lines for lines in texts if any("号楼1单元" in line for line in lines)]
    assert len(with_parties) > 2
    assert all("联系方式" in lines for lines in with_parties)


def test_an_amount_stands_in_figures_and_in_words(press):
    text = squeezed(text_of(print_agreement(press, agreement()).pdf))

    assert "￥3,802.00元" in text
    assert "叁仟捌佰零贰元整" in text


def test_the_result_is_ticked_where_it_stands(press):
    text = squeezed(text_of(print_mediation_record(press, record(result="调解不成")).pdf))

    assert "①调解成功②调解不成√③有待继续调解" in text


def test_a_paper_without_a_day_leaves_room_to_write_it(press):
    text = squeezed(text_of(print_agreement(press, agreement(signed_on=None)).pdf))

    assert "（印）年月日" in text


def test_clauses_the_mediator_numbered_are_not_numbered_again(press):
    printed = print_agreement(press, agreement(terms=("一、付款。", "二、道歉。")))

    text = squeezed(text_of(printed.pdf))
    assert "一、付款。二、道歉。" in text
    assert "1.一" not in text


def test_papers_bound_together_keep_their_bookmarks_and_page_numbers(press):
    parts = [
        print_acceptance_register(press, acceptance()),
        print_mediation_record(press, record()),
        print_agreement(press, agreement()),
    ]

    bound = bind(press, parts, "卷宗")

    document = pypdfium2.PdfDocument(bound.pdf)
    marks = [mark.get_title() for mark in document.get_toc() if mark.level == 0]
    document.close()
    assert marks == [part.title for part in parts]
    assert bound.pages == sum(part.pages for part in parts) == page_count(bound.pdf)
    assert text_of(bound.pdf).count("第 1 页") == len(parts)


def test_a_page_is_drawn_in_blue_green_red_order(press):
    printed = print_agreement(press, agreement())

    page = render(printed.pdf, 0, 1.0)

    assert (page.width, page.height) == (596, 842)
    assert len(page.bgra) == page.width * page.height * 4
    assert page.bgra[:3] == b"\xff\xff\xff"
    assert min(page.bgra[0::4]) < 64


def test_a_long_number_stands_whole_at_the_foot(press):
    facts = summary(
        number="古楼-2026-9　（2026）东昌府古楼人调字第100号", printed="2026年10月26日打印"
    )

    lines = text_of(print_case_summary(press, facts).pdf).splitlines()

    foot = next(line for line in lines if "第 1 页" in line)
    assert foot.startswith("古楼-2026-9　（2026）东昌府古楼人调字第100号　2026年10月26日打印")


def test_an_empty_list_leaves_no_heading_in_the_summary(press):
    printed = print_case_summary(press, summary(whistles=(), council=(), sittings=()))

    text = text_of(printed.pdf)
    assert "吹哨报到" not in text
    assert "调解会" not in text
    assert "当事人" in text


def test_widened_lines_are_copied_without_foreign_spaces(press):
    text = text_of(print_mediation_record(press, record(record=LONG, time="上午")).pdf)

    body = "\n".join(line for line in text.splitlines() if "页" not in line)
    assert re.findall(r"[\u4e00-\u9fff] +[\u4e00-\u9fff\d]|\d +[\u4e00-\u9fff]", body) == []
