"""Forms taken in from a stick: looked at, printed by, travelling, and dropped again."""

import pytest

from mediator_desk.paper.form import carried_paper_texts
from mediator_desk.paper.preview import text_of
from mediator_desk.records.people import Role
from mediator_desk.records.rule_file import RuleFile
from mediator_desk.refusals import NotAllowed, NotFound, Refusal
from mediator_desk.rules.rule_text import RuleFileUnfit
from mediator_desk.usecases import rule_files as rules
from mediator_desk.usecases.council import RaiseTopic, raise_topic
from mediator_desk.usecases.print_papers import PaperName, PrintPapers, print_papers
from mediator_desk.usecases.specimens import specimen_of, specimen_of_file

TOPIC = carried_paper_texts()["forms/F28"].replace("label: 议题名称", "label: 议事题目")


@pytest.fixture
def stick(tmp_path):
    """Write a file onto a stick."""

    def write(text, name="F28.yaml"):
        file = tmp_path / name
        file.write_text(text, "utf-8")
        return file

    return write


def take(here, file, **more):
    return rules.take_rule_file(here.desk, rules.TakeRuleFile(file=file, source="区司法局", **more))


def topic_paper(here, fonts):
    request = RaiseTopic(title="加装电梯", content="三层以上住户希望加装电梯", households=12)
    id = raise_topic(here.desk, request).of("agenda_topic")[0]
    asked = PrintPapers(numbers=(str(id),), paper=PaperName.COUNCIL_TOPIC)
    return text_of(print_papers(here.desk, asked, fonts).pdf)


def row_of(here, name):
    return next(one for one in rules.list_rule_files(here.desk) if one.about.name == name)


def test_papers_are_printed_by_the_form_that_was_taken_in_until_it_is_dropped(here, stick, fonts):
    take(here, stick(TOPIC))
    changed = topic_paper(here, fonts)
    rules.drop_rule_file(here.desk, rules.DropRuleFile(name="forms/F28"))
    dropped = topic_paper(here, fonts)

    assert "议事题目" in changed
    assert "议事题目" not in dropped
    assert "议题名称" in dropped


def test_a_preview_says_which_label_changes_and_changes_nothing(here, stick):
    before = here.kept()

    found = rules.preview_rule_file(here.desk, stick(TOPIC))

    assert [one.words() for one in found.said()] == ["议题名称 → 议事题目"]
    assert found.about.evidence == "proposed"
    assert here.kept() == before


def test_a_form_is_seen_as_a_paper_before_it_holds(here, stick, fonts):
    shown = text_of(specimen_of_file(here.desk, stick(TOPIC), fonts).pdf)
    held = text_of(specimen_of(here.desk, "forms/F28", fonts).pdf)

    assert "议事题目" in shown
    assert "议题名称" in held


def test_a_label_that_no_font_holds_is_refused_before_it_is_taken_in(here, stick, fonts):
    file = stick(TOPIC.replace("议事题目", "议题\ue000"))

    with pytest.raises(RuleFileUnfit, match="U\\+E000"):
        specimen_of_file(here.desk, file, fonts)


def test_an_official_form_is_not_ours_to_change(here, stick):
    text = carried_paper_texts()["forms/F11"].replace("title: ", "title: 某区")

    with pytest.raises(RuleFileUnfit, match="not ours to change"):
        take(here, stick(text, "F11.yaml"))
    with pytest.raises(Refusal, match=r"\.sig"):
        take(here, stick(text, "F11.yaml"), official=True)


def test_forms_are_listed_with_how_sure_we_are_of_them(here):
    assert row_of(here, "forms/F11").about.evidence == "verified"
    assert row_of(here, "forms/F28").about.evidence == "proposed"
    assert str(row_of(here, "forms/F28").about.title) == "F28 居民议事会议题登记表"


def test_a_form_that_came_along_and_does_not_fit_leaves_the_carried_one_in_force(here, fonts):
    with here.desk.open_work(here.desk.person.id) as work:
        work.add(
            RuleFile(
                id=here.desk.new_id(),
                name="forms/F28",
                text=TOPIC.replace("key: households", "key: flats"),
                source="别的站",
                taken_in_at=here.desk.now(),
                by=here.desk.person.id,
            )
        )
        work.commit()

    row = row_of(here, "forms/F28")

    assert "flats" in row.unfit.words()
    assert "议题名称" in topic_paper(here, fonts)


def test_only_a_team_lead_looks_at_a_file_and_only_forms_are_shown(here, stick, fonts):
    with pytest.raises(NotAllowed):
        specimen_of_file(here.as_role(Role.MEDIATOR), stick(TOPIC), fonts)
    with pytest.raises(NotFound, match="no form"):
        specimen_of(here.desk, "forms/F99", fonts)
