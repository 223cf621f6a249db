"""What follows a decision, for the side pane: the notice, the tasks, the rating, the report."""

from datetime import datetime

from mediator_desk.labels import label
from mediator_desk.records.council_doing import BenefitReport, Rating, Task
from mediator_desk.rows import TopicFile
from mediator_desk.rules.fractions import percent
from mediator_desk.usecases.council_doing import money
from mediator_desk.words import _, n_, p_
from ui.said import day_said
from ui.widgets.side_pane import Section
from ui.widgets.timeline import Happening


def doing_sections(file: TopicFile, now: datetime) -> list[Section]:
    """Give the sections there is something to say in, the latest first."""
    sections = [_report(one, now) for one in reversed(file.reports)]
    if file.ratings:
        sections.append(_rated(file.ratings))
    if file.tasks:
        sections.append(_tasks(file.tasks, now))
    return sections


def satisfied_words(ratings: tuple[Rating, ...]) -> str:
    """Say how many of those who answered are satisfied, fairly so included."""
    content = sum(one.satisfied + one.fairly for one in ratings)
    asked = sum(one.asked for one in ratings)
    return _("{content} of {asked} satisfied or fairly so ({percent})").format(
        content=content, asked=asked, percent=percent(content, asked)
    )


def _report(report: BenefitReport, now: datetime) -> Section:
    households = n_("{count} household", "{count} households", report.households)
    return Section(
        heading=_("What came of it"),
        aside=day_said(report.shared_on, now),
        text=report.result,
        facts=[
            (_("Who gains"), households.format(count=report.households)),
            (_("Spent"), _of_budget(report)),
            (_("Posted"), report.where),
        ],
    )


def _of_budget(report: BenefitReport) -> str:
    if not report.budget and not report.spent:
        return ""
    return _("{spent} yuan of {budget} planned").format(
        spent=f"{report.spent:,.2f}", budget=f"{report.budget:,.2f}"
    )


def _rated(ratings: tuple[Rating, ...]) -> Section:
    facts = [
        (
            label(one.group),
            _("{satisfied} satisfied, {fairly} fairly, {unsatisfied} not").format(
                satisfied=one.satisfied, fairly=one.fairly, unsatisfied=one.unsatisfied
            ),
        )
        for one in ratings
    ]
    words = "\n".join(one.comments for one in ratings if one.comments)
    return Section(
        heading=_("Rating by the residents"),
        facts=[(_("In all"), satisfied_words(ratings)), *facts, (_("What they say"), words)],
    )


def _tasks(tasks: tuple[Task, ...], now: datetime) -> Section:
    done = sum(one.done_on is not None for one in tasks)
    kept = sum(not one.dropped for one in tasks)
    budget, spent = money(tasks)
    facts = []
    if budget or spent:
        said = _("{spent} yuan of {budget} planned").format(
            spent=f"{spent:,.2f}", budget=f"{budget:,.2f}"
        )
        facts.append((p_("money", "Spent so far"), said))
    return Section(
        heading=_("Tasks"),
        aside=_("{done} of {count} done").format(done=done, count=kept),
        facts=facts,
        happenings=[_task(one, now) for one in tasks],
    )


def _task(task: Task, now: datetime) -> Happening:
    if task.dropped:
        return Happening(title=task.what, meta=_("dropped"), text=task.dropped)
    if task.done_on is not None:
        meta = _("done {day}").format(day=day_said(task.done_on, now))
        return Happening(title=task.what, meta=meta, text=task.proof, tone="good")
    money_words = "" if task.budget is None else _("{sum} yuan").format(sum=f"{task.budget:,.2f}")
    said = " · ".join(one for one in (task.who, money_words, task.fund) if one)
    meta = _("until {day}").format(day=day_said(task.due_on, now))
    return Happening(title=task.what, meta=meta, text=said, tone="accent")
