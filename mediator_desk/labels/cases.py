"""Names of what is written down about a case on its way."""

from mediator_desk.labels.names import Names
from mediator_desk.records import agreement, follow_up, sitting

NAMES: Names = (
    (sitting.Means.IN_PERSON, "当面", "in person"),
    (sitting.Means.IN_WRITING, "书面", "in writing"),
    (sitting.Means.BY_PHONE, "电话", "by phone"),
    (sitting.SittingResult.SUCCEEDED, "调解成功", "succeeded"),
    (sitting.SittingResult.FAILED, "调解不成", "failed"),
    (sitting.SittingResult.TO_BE_CONTINUED, "有待继续调解", "to be continued"),
    (agreement.AgreementForm.WRITTEN, "书面", "written"),
    (agreement.AgreementForm.ORAL, "口头", "oral"),
    (agreement.AgreementForm.NOTE, "协商纪要（非人民调解协议）", "consultation note"),
    (follow_up.Satisfaction.UNASKED, "未评价", "not asked"),
    (follow_up.Satisfaction.SATISFIED, "满意", "satisfied"),
    (follow_up.Satisfaction.FAIRLY, "基本满意", "fairly satisfied"),
    (follow_up.Satisfaction.UNSATISFIED, "不满意", "not satisfied"),
    (follow_up.NoteKind.NOTE, "记事", "note"),
    (follow_up.NoteKind.CALL, "电话联系", "call"),
    (follow_up.NoteKind.SITE_VISIT, "现场查看", "site visit"),
    (follow_up.NoteKind.REPLY, "答复", "reply"),
    (follow_up.NoteKind.RISK_REPORTED, "风险上报", "risk reported"),
    (follow_up.NoteKind.PERFORMANCE_URGED, "督促履行", "performance urged"),
)
