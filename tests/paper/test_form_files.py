"""Forms of a district: what of them may change, and what is refused in a sentence."""

import pytest

from mediator_desk.paper.form import carried_forms, carried_paper_texts, forms_in_force
from mediator_desk.paper.form_facts import FACTS
from mediator_desk.paper.form_files import check_paper_text, paper_changes, paper_name_of
from mediator_desk.paper.preview import text_of
from mediator_desk.paper.setting import open_press
from mediator_desk.paper.specimens import print_specimen
from mediator_desk.rules.rule_text import RuleFileUnfit

TOPIC = carried_paper_texts()["forms/F28"]
RECEIPT = carried_paper_texts()["forms/F13"]
AGREEMENT = carried_paper_texts()["forms/F11"]
OFFICIAL = carried_paper_texts()["layouts/official"]


def check(name, text, *, official=False):
    check_paper_text(name, text, official=official)


@pytest.mark.parametrize("name", [one for one in carried_paper_texts() if "/F" in one])
def test_every_carried_form_passes_the_check_that_a_file_of_a_district_has_to_pass(name):
    check(name, carried_paper_texts()[name], official=True)


@pytest.mark.parametrize("name", [one for one in carried_paper_texts() if "layouts/" in one])
def test_every_carried_layout_passes_too(name):
    check(name, carried_paper_texts()[name])


@pytest.mark.parametrize("id", FACTS)
def test_every_form_prints_with_made_up_facts_that_say_their_labels(press, id):
    said = text_of(print_specimen(press, id).pdf)

    assert "〔" in said or "样例" in said


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("forms/F28", "id: F28\n  title: 甲", "Line 2"),
        ("forms/F28", "[1, 2]", "Line 1"),
        ("forms/F28", "a: " + "[" * 20_000, "cannot be read"),
        ("forms/F28", "#" * 70_000, "too large"),
        ("forms/F28", TOPIC.replace("shape: ruled", "shape: round"), "cannot be used"),
        ("forms/F28", TOPIC.replace("label: 议题名称", "lable: 议题名称"), "lable"),
        ("forms/F28", TOPIC.replace("layout: register", "layout: gone"), "no layout “gone”"),
        ("forms/F28", TOPIC.replace("key: households", "key: flats"), "flats"),
        ("forms/F28", TOPIC.replace("with: proposed_on", "with: nowhere"), "nowhere"),
        ("forms/F28", TOPIC.replace('"{topic_no}"', '"{number}"'), "number"),
        ("forms/F28", TOPIC.replace('"{topic_no}"', '"{topic_no.__class__}"'), "braces"),
        ("forms/F28", TOPIC.replace('"{topic_no}"', '"{topic_no!r}"'), "braces"),
        ("forms/F28", TOPIC.replace('"{topic_no}"', '"{topic_no"'), "braces"),
        ("forms/F28", TOPIC.replace("key: title, label: 议题名称, type: line",
                                    "key: title, label: 议题名称, type: parties"), "title"),
        ("forms/F28", TOPIC.replace("type: line, must: true, with: proposed_on",
                                    "type: choice, choices: [甲]"), "cannot stand"),
        ("forms/F28", TOPIC.replace("id: F28", "id: F29"), "says it is F29"),
        ("forms/F28", TOPIC.replace("evidence: proposed", "evidence: verified"), "evidence"),
        ("forms/F28", TOPIC.replace("title: 居民议事会议题登记表", "title: ''"), "needs a title"),
        ("forms/F11", AGREEMENT, "official form"),
        ("forms/F13", RECEIPT.replace("must: true", "must: false", 1), "only titles"),
        ("forms/parties", "person: []", "belongs to every form"),
        ("layouts/official", OFFICIAL.replace("right: 26", "right: 10"), "margins.right"),
        ("layouts/official", OFFICIAL.replace("size: 22", "size: 220"), "title.size"),
        ("layouts/official", OFFICIAL.replace("size: 22", "size: .nan"), "title.size"),
        ("layouts/official", OFFICIAL.replace("width: 210", "width: 21"), "page.width"),
    ],
)  # fmt: skip
def test_a_form_that_cannot_be_printed_or_is_not_ours_to_change_is_refused(name, text, why):
    with pytest.raises(RuleFileUnfit) as refused:
        check(name, text)

    assert why in refused.value.words()


def test_of_a_form_seen_in_part_the_words_may_change():
    check("forms/F13", RECEIPT.replace("title: ", "title: 某区"))


def test_what_the_district_signed_as_official_may_replace_an_official_form():
    check("forms/F11", AGREEMENT.replace("title: 人民", "title: 某区人民"), official=True)


def test_a_file_says_by_its_number_or_its_name_what_it_stands_for():
    assert paper_name_of(TOPIC, "whatever") == "forms/F28"
    assert paper_name_of(OFFICIAL, "official") == "layouts/official"
    with pytest.raises(RuleFileUnfit, match=r"official\.yaml"):
        paper_name_of(OFFICIAL, "whatever")


def test_what_changes_on_a_form_is_said_label_by_label():
    text = TOPIC.replace("label: 议题名称", "label: 议题").replace(
        "  - {key: suggestion, label: 建议方案, type: long}\n", ""
    )

    said = [one.words() for one in paper_changes("forms/F28", TOPIC, text)]

    assert said == ["议题名称 → 议题", "No more on the form: 建议方案."]


def test_only_the_changed_forms_are_read_anew_and_only_once():
    text = TOPIC.replace("label: 议题名称", "label: 议题")
    texts = {**carried_paper_texts(), "forms/F28": text}

    first = forms_in_force(texts)

    assert forms_in_force(dict(texts)) is first
    assert forms_in_force(carried_paper_texts()) is carried_forms()
    assert first.form("F28").fields[1].label == "议题"
    assert first.form("F11") == carried_forms().form("F11")


def test_a_layout_of_the_district_moves_the_text(press, tmp_path):
    text = OFFICIAL.replace("width: 210, height: 297", "width: 148, height: 210")
    forms = forms_in_force({**carried_paper_texts(), "layouts/official": text})

    small = print_specimen(open_press(tmp_path, forms), "F11")

    assert small.pages > print_specimen(press, "F11").pages


@pytest.mark.parametrize(
    ("now", "then"),
    [('foot: "{topic_no}"', "foot: 内部"), ('author: "{community}"', "author: 某区")],
)
def test_what_changes_at_the_foot_or_as_author_is_said_too(now, then):
    (said,) = paper_changes("forms/F28", TOPIC, TOPIC.replace(now, then))

    assert then.partition(": ")[2] in said.words()
