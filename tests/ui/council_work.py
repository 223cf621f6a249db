"""A real desk with its windows about topics and whistles, for tests."""

from datetime import timedelta

from PySide6.QtWidgets import QDialog

from mediator_desk.records import whistle as whistle_records
from mediator_desk.records.council import DecisionBody
from mediator_desk.records.council_meeting import MeetingResult, VoteMethod
from mediator_desk.records.dispute import Topic
from mediator_desk.records.follow_up import Satisfaction
from mediator_desk.records.whistle import Solved
from mediator_desk.rows import DisputeFilter
from mediator_desk.usecases import (
    council,
    council_meetings,
    council_minutes,
    council_screening,
    whistles,
)
from mediator_desk.usecases.blow_whistle import BlowWhistle, blow_whistle
from mediator_desk.usecases.catalogue import USECASES
from mediator_desk.usecases.council_members import AddCouncilMember, add_council_member
from ui.errands import InlineErrands
from ui.notices import Notices
from ui.panes.council import CouncilPane
from ui.panes.whistles import WhistlesPane

_EVERY = DisputeFilter()
GOOD = Satisfaction.SATISFIED
ARTICLE = "《聊城市城镇容貌和环境卫生管理条例》第四十条"
STEPS = (
    ("approve_whistle", {"approver": "孙明"}),
    ("dispatch_whistle", {}),
    ("sign_for_whistle", {"contact": "李科长"}),
    ("report_in", {"contact": "李科长"}),
    ("handle_whistle", {"measures": "拆除"}),
    ("reply_whistle", {"text": "地锁已拆除。"}),
    ("verify_whistle", {"solved": Solved.SOLVED}),
    (
        "evaluate_whistle",
        {"street_rating": GOOD, "department_rating": GOOD, "resident_rating": GOOD},
    ),
    ("close_whistle", {}),
)


class CouncilDesk:
    """A station whose panes are refreshed by the changes of every errand, as the frame does."""

    def __init__(self, qtbot, station, folder):
        """Sit down without a pane yet."""
        self.qtbot, self.station, self.desk = qtbot, station, station.desk
        self.errands = InlineErrands()
        self.mistakes = []
        self.errands.failed.connect(self.mistakes.append)
        self.notices = Notices(folder / "reports", self.desk.now)
        self.said = []
        self.notices.posted.connect(self.said.append)
        self.printed, self.blown, self.called, self.gone = [], [], [], []

    def council(self) -> CouncilPane:
        """Open the pane of the council."""
        return self._open(
            CouncilPane(
                **self._given(),
                blow_whistle=self.blown.append,
                call_vote=self.called.append,
                print_paper=lambda _file, paper: self.printed.append(paper),
            )
        )

    def whistles(self) -> WhistlesPane:
        """Open the pane of the whistles."""
        return self._open(
            WhistlesPane(
                **self._given(), print_paper=lambda one, _paper: self.printed.append(one.id)
            )
        )

    def dispute(self, text="2单元想加装电梯，一楼住户坚决反对", topic=Topic.ELEVATOR, **said):
        """Log a dispute; give its id."""
        place = {"estate": "阳光花园", "building": "3号楼"}
        return self.station.log(text, topic=topic, **(place | said))

    def rows(self, *ids):
        """Give the list lines of disputes."""
        found = {row.id: row for row in self.desk.queries.disputes(_EVERY)}
        return tuple(found[id] for id in ids)

    def topic(self, title="楼道堆物清理公约", **said):
        """Raise a topic; give its id."""
        asked = council.RaiseTopic(title=title, content="每月清理一次。", **said)
        return council.raise_topic(self.desk, asked).of("agenda_topic")[0]

    def on_agenda(self, body=DecisionBody.COUNCIL, law_item=0, **said):
        """Raise a topic, screen it, call a meeting; give its id."""
        id = self.topic(**said)
        asked = council_screening.ScreenTopic(
            topic=id,
            opinion="可以列入。",
            decision_body=body,
            law_item=law_item,
            reason="按党委意见",
        )
        council_screening.screen_topic(self.desk, asked)
        call = council_meetings.CallMeeting(
            topics=(id,), planned_at=self.desk.now() + timedelta(days=2), place="议事厅"
        )
        council_meetings.call_meeting(self.desk, call)
        return id

    def met(self, id, result=MeetingResult.PASSED):
        """Hold a meeting on a topic."""
        council_minutes.hold_meeting(
            self.desk,
            council_minutes.HoldMeeting(
                topic=id,
                held_at=self.desk.now(),
                chair="赵敏",
                due=21,
                present=14,
                opinion="先试行三个月。",
                method=VoteMethod.HANDS,
                votes_for=11,
                votes_against=3,
                votes_abstain=0,
                result=result,
            ),
        )

    def seated(self, count=21):
        """Seat so many members on the council."""
        for place in range(count):
            add_council_member(self.desk, AddCouncilMember(name=f"委员{place + 1}"))

    def whistle(self, steps=0, title="地锁占用公共车位", **said):
        """Blow a whistle and take it so many steps; give its id."""
        asked = BlowWhistle(
            title=title, content="公共场地被地锁圈占。", lead="城市管理（综合行政执法）", **said
        )
        id = blow_whistle(self.desk, asked).of("whistle")[0]
        for name, more in STEPS[:steps]:
            self.step(name, id, **more)
        return id

    def step(self, name, whistle, **said):
        """Take one step of a whistle."""
        USECASES[name.replace("_", "-")].run(
            self.desk, whistles.StepWhistle(whistle=whistle, **said)
        )

    def returned(self, whistle):
        """Let the department return a whistle."""
        reason = whistle_records.ReturnReason.NOT_OUR_DUTY
        self.step("return_whistle", whistle, reason=reason, legal_basis=ARTICLE)

    def state_of(self, whistle):
        """Read the state of a whistle."""
        return self.desk.queries.whistle_file(whistle).whistle.state

    def _given(self):
        return {"desk": self.desk, "errands": self.errands, "notices": self.notices}

    def _open(self, pane):
        self.qtbot.addWidget(pane)
        self.errands.changed.connect(pane.refresh)
        pane.go.connect(lambda place, id: self.gone.append((place, id)))
        pane.resize(1180, 680)
        pane.show()
        pane.open()
        return pane


def labels_of(verbs):
    """Name the verbs without their mnemonics."""
    return [verb.text.replace("&", "") for verb in verbs]


def opened(pane, step):
    """Begin a step of the topic that is shown; give the dialog it opens, sooner or later."""
    dialog = pane.do(step)
    if dialog is not None:
        return dialog
    return [one for one in pane.window().findChildren(QDialog) if one.isVisible()][-1]


def step(pane, name, **values):
    """Do one step of the topic that is shown."""
    dialog = opened(pane, name)
    dialog.sheet.fill(values)
    dialog.hand_over()
    return dialog


def choices(dialog, key):
    return [code for code, _words in dialog.sheet.cell(key).field.choices]
