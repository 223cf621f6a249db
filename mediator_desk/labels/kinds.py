"""Names of the kinds of records that a case is made of."""

from mediator_desk.words import spoken

_NAMES = {
    "dispute": ("纠纷登记", "dispute"),
    "route_decision": ("分流决定", "route decisions"),
    "party": ("当事人", "parties"),
    "consent": ("调解意愿", "answers to mediation"),
    "sitting": ("调解会", "sittings"),
    "agreement": ("调解协议", "agreements"),
    "obligation": ("履行义务", "obligations"),
    "instalment": ("分期", "instalments"),
    "payment": ("付款", "payments"),
    "amendment": ("履行变更", "changed schedules"),
    "urging": ("督促履行", "urgings"),
    "lawsuit": ("诉讼", "lawsuits"),
    "confirmation": ("司法确认", "judicial confirmations"),
    "recusal": ("回避", "recusals"),
    "risk_report": ("风险报告", "risk reports"),
    "undisputed_facts": ("无争议事实", "undisputed facts"),
    "follow_up": ("回访", "return visits"),
    "closing": ("结案", "closings"),
    "reopening": ("恢复办理", "reopenings"),
    "note": ("办理经过", "notes"),
    "deadline": ("期限", "deadlines"),
    "clock_extension": ("延期", "extensions"),
    "extension_consent": ("延期同意", "consents to extensions"),
    "clock_pause": ("中止计时", "pauses"),
    "whistle": ("吹哨单", "whistles"),
    "whistle_step": ("吹哨办理", "steps of whistles"),
    "public_notice": ("公示", "public notices"),
    "objection": ("异议", "objections"),
    "attachment": ("附件", "attachments"),
    "case_marks": ("案件标记", "marks of the case"),
}


def kind_label(kind: str) -> str:
    """Name a kind of record in the language in use; one without a name keeps its code."""
    chinese, english = _NAMES.get(kind, (kind, kind))
    return chinese if spoken() == "zh_CN" else english
