"""Telling a proposed way, to programs and to people."""

from mediator_desk.commands.answers import Answer
from mediator_desk.commands.codes import iso
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.labels import label
from mediator_desk.records.dispute import Route, Topic
from mediator_desk.rules.roles import permit
from mediator_desk.rules.route import Proposal
from mediator_desk.words import _, p_


def told_route(topic: Topic, proposal: Proposal) -> dict[str, object]:
    """Tell a proposal to programs."""
    decision = proposal.decision
    return {
        "route": proposal.route.value,
        "because": [one.words() for one in proposal.because],
        "departments": proposal.departments,
        "topic": topic.value,
        "duties": [
            {
                "department": one.name,
                "articles": list(dict.fromkeys(duty.duty.source for duty in one.heard)),
                "because": [reason.words() for reason in one.because],
            }
            for one in proposal.responsible
        ],
        "decided_by": decision.body.value if decision else "",
        "law_item": decision.law_item if decision else 0,
        "decided_because": f"{decision.why} ({decision.source})" if decision else "",
        "outside": proposal.outside,
        "call": proposal.call,
        "notice": str(proposal.notice or ""),
    }


def said_route(topic: Topic, proposal: Proposal) -> list[str]:
    """Tell a proposal to people."""
    lines = [f"{label(topic)}: {label(proposal.route)}"]
    if proposal.notice is not None:
        lines = [_("Not for mediation."), f"  {proposal.notice}"]
    lines += [f"  {one.words()}" for one in proposal.because]
    if proposal.departments:
        names = p_("list mark", ", ").join(proposal.departments)
        lines.append("  " + _departments(proposal.route).format(names=names))
    if proposal.decision is not None:
        body = label(proposal.decision.body)
        said = _("Decided by: {body}. {why}").format(body=body, why=proposal.decision.why)
        lines.append(f"  {said}")
    return lines


def list_overrides(around: Surroundings) -> Answer:
    """List the decisions that were other ones than the desk proposed, for those who lead."""
    with around.visit() as visit:
        permit(visit.desk.person.role, "set-learning")
        rows = visit.desk.queries.overrides()
    told = [
        {
            "number": row.number,
            "decided_at": iso(row.decided_at),
            "by": row.by,
            "topic": row.topic.value,
            "proposed": row.proposed.value,
            "chosen": row.chosen.value,
            "reason": row.reason,
            "because": list(row.because),
            "outside": row.outside,
        }
        for row in rows
    ]
    lines = [
        _("{number}  {proposed} → {chosen}  {reason}").format(
            number=row.number,
            proposed=label(row.proposed) or _("Not for mediation"),
            chosen=label(row.chosen),
            reason=row.reason,
        )
        for row in rows
    ]
    return Answer(json=told, lines=lines or [_("Nobody chose another way than proposed yet.")])


def _departments(route: Route) -> str:
    if route is Route.WHISTLE:
        return _("Departments: {names}")
    return _("If a department is needed: {names}")
