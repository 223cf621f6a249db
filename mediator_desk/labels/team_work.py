"""Names of referrals, a team's own papers and awards."""

from mediator_desk.labels.names import Names
from mediator_desk.records import award, referral
from mediator_desk.rows.team_work import TeamPaperKind

NAMES: Names = (
    (referral.ReferralWay.IN, "委托（移送）给我们", "referred to us"),
    (referral.ReferralWay.OUT, "由我们移送", "referred by us"),
    (TeamPaperKind.SWEEP, "排查", "sweep"),
    (TeamPaperKind.AWARD, "以案定补", "award claim"),
    (TeamPaperKind.HANDOVER, "移交", "handover"),
    (award.ClaimState.DRAFTED, "拟报", "drafted"),
    (award.ClaimState.SUBMITTED, "已申报", "handed in"),
    (award.ClaimState.OFFICE_AGREED, "司法所已审", "checked by the office"),
    (award.ClaimState.APPROVED, "司法局已批", "approved"),
    (award.ClaimState.RETURNED, "退回", "returned"),
    (award.ClaimState.PAID, "已发放", "paid"),
    (award.AwardClass.SIMPLE, "简易", "simple"),
    (award.AwardClass.GENERAL, "一般", "general"),
    (award.AwardClass.DIFFICULT, "疑难", "difficult"),
    (award.AwardClass.MAJOR, "重大", "major"),
)
