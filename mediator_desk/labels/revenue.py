"""Names of the common revenue and of the ways it is decided on."""

from mediator_desk.labels.names import Names
from mediator_desk.records.revenue import (
    Deliberation,
    RevenuePurpose,
    RevenueSide,
    RevenueState,
)

NAMES: Names = (
    (RevenueState.DRAFT, "记账中", "being kept"),
    (RevenueState.PROPOSED, "支部已提议", "proposed"),
    (RevenueState.DISCUSSED, "两委已商议", "discussed"),
    (RevenueState.DELIBERATED, "党员已审议", "deliberated"),
    (RevenueState.DECIDED, "业主已决定", "decided"),
    (RevenueState.POSTED, "决定已公开", "decision posted"),
    (RevenueState.CARRIED_OUT, "结果已公开", "carried out"),
    (RevenueState.CLOSED, "已办结", "closed"),
    (RevenuePurpose.FUND, "补充维修资金", "top up the maintenance fund"),
    (RevenuePurpose.FEES, "折抵物业费", "offset the property fees"),
    (
        RevenuePurpose.MEETINGS,
        "业主大会和业委会经费、委员报酬",
        "cost of the owners' meeting and committee",
    ),
    (RevenuePurpose.SHARED, "分配给业主", "shared among the owners"),
    (RevenueSide.INCOME, "收入", "income"),
    (RevenueSide.COST, "合理成本", "reasonable cost"),
    (Deliberation.PROPOSE, "党支部提议", "the party branch proposes"),
    (Deliberation.DISCUSS, "两委会商议", "the two committees discuss"),
    (Deliberation.DELIBERATE, "党员大会审议", "the party members deliberate"),
    (Deliberation.DECIDE, "业主共同决定", "the owners decide"),
)
