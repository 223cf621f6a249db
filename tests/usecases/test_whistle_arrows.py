"""The use cases on a whistle follow the table of its steps for every role, and nothing else."""

import pytest

from mediator_desk.records.follow_up import Satisfaction
from mediator_desk.records.people import Role
from mediator_desk.records.whistle import ReturnReason, Solved, Whistle, WhistleState
from mediator_desk.rules.transitions import WHISTLE_STEPS
from mediator_desk.usecases import whistles
from mediator_desk.usecases.blow_whistle import BlowWhistle, blow_whistle
from mediator_desk.usecases.catalogue import USECASES
from tests.usecases.arrows import REFUSED, expected, seated, tried

STEPS = sorted({one.usecase for one in WHISTLE_STEPS})
ASSISTING = "派出所"
SAID = {
    "text": "说明",
    "approver": "赵书记",
    "contact": "区政府办",
    "days": 2,
    "reason": ReturnReason.NOT_OUR_DUTY,
    "legal_basis": "第四十条",
    "solved": Solved.SOLVED,
    "street_rating": Satisfaction.SATISFIED,
    "department_rating": Satisfaction.SATISFIED,
    "resident_rating": Satisfaction.SATISFIED,
}
MORE = {
    "reassign-whistle": {"department": "住房城乡建设局"},
    "designate-whistle": {"department": "住房城乡建设局"},
    "sign-for-whistle: assisting": {"department": ASSISTING},
    "report-in: assisting": {"department": ASSISTING},
    "verify-whistle: not solved": {"solved": Solved.NOT_SOLVED},
}
# What a whistle must have behind it for the other arrow of a use case to be the one taken.
BEHIND = {
    "return-whistle: again": {"reassigned": 1},
    "approve-whistle: afterwards": {"approver": ""},
}


def prepared(here, step, state):
    """Give a whistle in a state that lacks nothing else for a step."""
    if step == "dispatch-whistle: at once":
        whistle = here.whistle(kind="emergency", rule_set="liaocheng-whistles")
    else:
        whistle = here.dispatched(assisting=(ASSISTING,))
    if step == "refuse-return: signed":
        here.step(whistles.sign_for_whistle, whistle)
    if step == "escalate-whistle":
        here.at.clock.go(days=60)
    here.change(Whistle, whistle, state=state, **BEHIND.get(step, {}))
    return whistle


def taking(seat, step, whistle):
    """Give what takes a step, as a person in a seat would."""
    if step == "blow-whistle: again":
        asked = BlowWhistle(
            title="地锁", content="又装上了", lead="综合行政执法局", again_of=whistle,
            why_again="复发",
        )  # fmt: skip
        return lambda: blow_whistle(seat.desk, asked)
    usecase = USECASES[step.split(":")[0]].run
    return lambda: seat.step(usecase, whistle, **SAID | MORE.get(step, {}))


def told(step, state, role):
    """Say what the tables make of a step; where its arrow is missing, the plain one is tried."""
    found = expected(WHISTLE_STEPS, step, state, role)
    plain = step.split(":")[0]
    return expected(WHISTLE_STEPS, plain, state, role) if found is REFUSED else found


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("state", list(WhistleState))
def test_every_arrow_is_walked_and_every_missing_one_refused(here, state, role):
    seat, walked = seated(here, role), {}

    for step in STEPS:
        whistle = prepared(here, step, state)
        walked[step] = tried(taking(seat, step, whistle), lambda id=whistle: here.state(id))

    assert walked == {step: told(step, state, role) for step in STEPS}
