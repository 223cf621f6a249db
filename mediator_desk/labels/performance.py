"""Names of how agreements are performed, confirmed, and of what parties are owed on the way."""

from mediator_desk.labels.names import Names
from mediator_desk.records import care, confirmation, performance
from mediator_desk.rules.performance import Progress

NAMES: Names = (
    (performance.PaidBy.CASH, "现金", "cash"),
    (performance.PaidBy.TRANSFER, "转账", "bank transfer"),
    (performance.PaidBy.PHONE, "手机支付", "paid by phone"),
    (performance.PaidBy.OTHER, "其他方式", "another way"),
    (performance.UrgedBy.CALL, "电话", "by phone"),
    (performance.UrgedBy.VISIT, "上门", "by a visit"),
    (performance.UrgedBy.LETTER, "书面", "by letter"),
    (Progress.OPEN, "未到期", "not due yet"),
    (Progress.PARTLY, "部分履行", "partly performed"),
    (Progress.PERFORMED, "已履行", "performed"),
    (Progress.OVERDUE, "逾期", "late"),
    (confirmation.ConfirmationState.OFFERED, "待签名提交", "to be signed and handed in"),
    (confirmation.ConfirmationState.APPLIED, "已申请", "applied"),
    (confirmation.ConfirmationState.ACCEPTED, "法院已受理", "taken by the court"),
    (confirmation.ConfirmationState.NOT_ACCEPTED, "法院不予受理", "not taken by the court"),
    (confirmation.ConfirmationState.CONFIRMED, "裁定有效", "confirmed"),
    (confirmation.ConfirmationState.DISMISSED, "裁定驳回", "dismissed"),
    (confirmation.ConfirmationState.WITHDRAWN, "撤回申请", "withdrawn"),
    (confirmation.CourtGround.DOMICILE, "当事人住所地", "where a party lives"),
    (confirmation.CourtGround.SUBJECT_MATTER, "标的物所在地", "where the matter lies"),
    (confirmation.CourtGround.COMMITTEE, "调解组织所在地", "where the committee is"),
    (confirmation.CourtGround.INVITED, "邀请调解的法院", "the court that asked us to mediate"),
    (care.RecusalAnswer.ASKED, "待决定", "to be decided"),
    (care.RecusalAnswer.REPLACED, "更换调解员", "another mediator"),
    (care.RecusalAnswer.KEPT, "不予更换", "no other mediator"),
    (care.RecusalAnswer.TAKEN_BACK, "当事人撤回", "taken back"),
    (care.RiskLevel.RED, "红", "red"),
    (care.RiskLevel.ORANGE, "橙", "orange"),
    (care.RiskLevel.YELLOW, "黄", "yellow"),
)
