"""Names of what happened, for the course of events."""

from mediator_desk.course import Happened
from mediator_desk.labels.names import Names

NAMES: Names = (
    (Happened.LOGGED, "登记", "logged"),
    (Happened.ACCEPTED, "受理", "accepted"),
    (Happened.CONSENT, "同意调解", "agreed to mediation"),
    (Happened.REFUSAL, "不同意调解", "refused mediation"),
    (Happened.SITTING, "调解会", "sitting"),
    (Happened.AGREEMENT, "达成协议", "agreement"),
    (Happened.PERFORMED, "履行", "performed"),
    (Happened.PAID, "付款", "paid"),
    (Happened.URGED, "督促履行", "urged to perform"),
    (Happened.SCHEDULE_CHANGED, "变更履行安排", "schedule changed"),
    (Happened.SUED, "起诉", "went to court"),
    (Happened.CONFIRMATION, "司法确认", "judicial confirmation"),
    (Happened.RECUSAL, "申请回避", "wish for another mediator"),
    (Happened.RISK_REPORTED, "风险上报", "risk reported"),
    (Happened.UNDISPUTED, "无争议事实记载", "undisputed facts recorded"),
    (Happened.FOLLOW_UP, "回访", "return visit"),
    (Happened.NOTE, "记事", "note"),
    (Happened.WHISTLE, "吹哨", "whistle"),
    (Happened.WHISTLE_STEP, "哨单办理", "whistle step"),
    (Happened.TOPIC, "列入议题", "agenda topic"),
    (Happened.MEETING, "议事会", "council meeting"),
    (Happened.SCREENED, "审查", "screened"),
    (Happened.RESULT_POSTED, "结果公示", "result posted"),
    (Happened.TASK_DONE, "任务完成", "task done"),
    (Happened.RATED, "民评", "rated"),
    (Happened.SHARED, "民享", "shared"),
    (Happened.DECIDED, "表决通过", "decided"),
    (Happened.NOT_DECIDED, "表决未通过", "not passed"),
    (Happened.CLOSED, "结案", "closed"),
    (Happened.REOPENED, "重新启动", "reopened"),
)
