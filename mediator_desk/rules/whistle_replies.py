"""What a reply should tell: when it was accepted, whom they spoke to, what is done, by when.

What is missing is a remark: somebody asks the department, and nothing is held up by it.
"""

from collections.abc import Sequence

from mediator_desk.records.whistle import StepKind, Whistle, WhistleStep
from mediator_desk.rules.remarks import Listed, Remark, remark
from mediator_desk.words import N_

_AT_WORK = (StepKind.HANDLING, StepKind.REPLIED)


def missing_in_reply(whistle: Whistle, steps: Sequence[WhistleStep]) -> Remark | None:
    """Name what the last reply of the department in charge leaves unsaid; nothing before one."""
    own = [one for one in steps if (one.turn, one.department) == (whistle.turn, whistle.lead)]
    if all(one.kind is not StepKind.REPLIED for one in own):
        return None
    told = [one for one in own if one.kind in _AT_WORK]
    elements = (
        (N_("when it was accepted"), any(one.kind is StepKind.SIGNED for one in own)),
        (N_("whom they spoke to"), any(one.contact for one in told)),
        (N_("which measures were taken"), any(one.measures for one in told)),
        (N_("within what time"), any(one.promised for one in told)),
    )
    unsaid = tuple(remark(sentence) for sentence, said in elements if not said)
    if not unsaid:
        return None
    return remark(
        N_("The reply does not say: {unsaid}. Ask the department for it."), unsaid=Listed(unsaid)
    )
