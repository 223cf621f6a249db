"""Report a risk to the police or a department (Mediation Law 25). It never closes the case."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.records.care import RiskLevel, RiskReport
from mediator_desk.records.dispute import Dispute
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.transitions import DISPUTE_STEPS, after
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRisk:
    """What was seen, what was done, and who received the report when and how."""

    dispute: UUID
    signs: str
    reported_to: str
    received_by: str
    level: RiskLevel = RiskLevel.YELLOW
    measures: str = ""
    means: str = ""
    reported_at: datetime | None = None
    handled: str = ""


def report_risk(desk: Desk, asked: ReportRisk) -> Changes:
    """Keep the report and flag the dispute; mediation may go on."""
    with desk.work("report-risk") as work:
        dispute = work.get(Dispute, asked.dispute)
        after(DISPUTE_STEPS, "report-risk", dispute.stage)
        if not asked.signs.strip():
            raise Refusal(N_("Write down what was seen or heard."))
        if not asked.reported_to.strip() or not asked.received_by.strip():
            raise Refusal(
                N_("Say to whom it was reported, and who received it there (Mediation Law 25).")
            )
        at = asked.reported_at or desk.now()
        if at > desk.now():
            raise Refusal(N_("Report first, then record it: that moment has not come yet."))
        work.add(
            RiskReport(
                id=desk.new_id(),
                dispute=dispute.id,
                level=asked.level,
                signs=asked.signs.strip(),
                measures=asked.measures.strip(),
                reported_to=asked.reported_to.strip(),
                reported_at=at,
                received_by=asked.received_by.strip(),
                means=asked.means.strip(),
                handled=asked.handled.strip(),
                by=desk.person.id,
            )
        )
        if not dispute.risk:
            work.put(replace(dispute, risk=asked.signs.strip()))
        return work.commit()
