"""The papers of a council meeting: the notice names no resident, the minutes say everything."""

import pytest

from mediator_desk.paper.preview import text_of
from mediator_desk.refusals import Refusal
from mediator_desk.usecases import council_meetings as meetings
from mediator_desk.usecases.council_minutes import Said, hold_meeting
from mediator_desk.usecases.print_papers import PaperName, PrintPapers, print_papers
from tests.usecases.councils import Councils


@pytest.fixture(scope="module")
def fonts(tmp_path_factory):
    return tmp_path_factory.mktemp("fonts")


@pytest.fixture
def councils(here):
    return Councils(here)


def _text(councils, topic, paper, fonts):
    number = councils.file(topic).topic.number
    printed = print_papers(councils.desk, PrintPapers(numbers=(number,), paper=paper), fonts)
    return "".join(text_of(printed.pdf))


def _squeezed(text):
    return "".join(text.split())


def test_the_minutes_say_who_spoke_how_they_voted_and_what_was_answered(councils, fonts):
    members, topic = councils.seated(21), councils.here.screened()
    councils.attend(councils.call(topic, observers="物业服务人"), members, 14)
    said = (Said(speaker="贾勤", words="周六要上班", dissents=True, answer="可以换班"),)
    hold_meeting(councils.desk, councils.minutes(topic, speeches=said))

    text = _squeezed(_text(councils, topic, PaperName.COUNCIL_MINUTES, fonts))

    for words in ("66.67%", "赞成8人（57.14%）", "反对4人（28.57%）", "弃权2人（14.29%）",
                  "贾勤：周六要上班（解释：可以换班）", "物业服务人", "通过"):  # fmt: skip
        assert words in text


def test_the_notice_names_topics_and_no_resident(councils, fonts):
    topic = councils.here.topic(proposer="甄高层", stakeholders="顾底楼")
    councils.here.change(type(councils.file(topic).topic), topic, state="screened")
    meeting = councils.call(topic)
    meetings.post_agenda(councils.desk, meetings.PostAgenda(meeting=meeting, where="公示栏"))

    text = _squeezed(_text(councils, topic, PaperName.COUNCIL_NOTICE, fonts))

    assert "楼道堆物清理" in text
    assert "公示栏" in text
    assert "甄高层" not in text
    assert "顾底楼" not in text


@pytest.mark.parametrize(
    ("paper", "why"),
    [(PaperName.COUNCIL_MINUTES, "no minutes"), (PaperName.COUNCIL_NOTICE, "No meeting")],
)
def test_a_paper_without_its_meeting_says_what_is_missing(councils, fonts, paper, why):
    topic = councils.here.topic()

    with pytest.raises(Refusal, match=why):
        _text(councils, topic, paper, fonts)
