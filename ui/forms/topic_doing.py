"""After the decision: post the result, carry it out, its tasks, the rating, what came of it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QDialog

from mediator_desk.labels import label
from mediator_desk.records.council_doing import Respondents
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.fractions import percent
from mediator_desk.usecases.council_doing import (
    CarryOut,
    PostResult,
    Rated,
    RateTopic,
    ShareTopic,
    carry_out_topic,
    money,
    post_result,
    rate_topic,
    share_topic,
)
from mediator_desk.usecases.council_tasks import (
    AddTask,
    DropTask,
    FinishTask,
    add_task,
    drop_task,
    finish_task,
)
from mediator_desk.usecases.notice_words import result_words
from mediator_desk.words import _
from ui.forms.fields import Count
from ui.forms.minutes_fields import task_fields
from ui.forms.notice_fields import hanging_fields, hanging_values
from ui.forms.sheet import Choice, Day, Money, Rows, Sheet, Text
from ui.forms.topic_desk import TopicDesk
from ui.widgets.card import Card
from ui.widgets.label import Label

Asked = Callable[[Mapping[str, Any]], Callable[[], Changes]]


def post(at: TopicDesk) -> QDialog:
    """Ask where and since when the result hangs, and in which words."""
    today, file = local_day(at.desk.now()), at.file
    sheet = Sheet(hanging_fields(today))
    names = tuple(name for row in file.disputes for name in row.parties)
    proposed = result_words(at.desk.books, file.topic, file.items, file.decisions, names, today)
    sheet.fill(hanging_values(today, proposed))
    sheet.settle()

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        request = PostResult(
            topic=file.topic.id,
            where=values["where"],
            posted_on=values["on"],
            title=values["title"],
            text=values["text"],
        )
        return partial(post_result, at.desk, request)

    return at.ask(
        sheet, _("Post the result"), _("&Keep"), asked, _("{topic}: the result is posted."),
        explain=_("No names, phones or ID numbers of residents on the notice."),
    )  # fmt: skip


def carry_out(at: TopicDesk) -> QDialog:
    """Ask how it begins; before the days on the board are over, a reason is needed."""
    sheet = Sheet(
        (
            Text(key="report", label=_("How it be&gins"), lines=3),
            Text(
                key="reason",
                label=_("Why it cannot &wait"),
                hint=_("only while the notice must still hang or an objection waits"),
            ),
        )
    )

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        request = CarryOut(topic=at.file.topic.id, report=values["report"], reason=values["reason"])
        return partial(carry_out_topic, at.desk, request)

    return at.ask(
        sheet, _("Carry out"), _("&Begin"), asked, _("{topic} is being carried out."),
        explain=_("The days on the board are over and every objection is answered."),
    )  # fmt: skip


def add(at: TopicDesk) -> QDialog:
    """Ask for one more task."""
    sheet = Sheet(task_fields(at.desk))

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        return partial(add_task, at.desk, AddTask(topic=at.file.topic.id, **values))

    return at.ask(sheet, _("Add a task"), _("&Add"), asked, _("{topic}: the task is taken on."))


def finish(at: TopicDesk) -> QDialog:
    """Ask which task is done, what shows it and what it cost."""
    today = local_day(at.desk.now())
    sheet = Sheet(
        (
            _which(at),
            Text(
                key="proof",
                label=_("What &shows it"),
                hint=_("photo, receipt, who looked"),
                required=True,
                lines=2,
            ),
            Day(key="on", label=_("Done &on"), required=True, half=True, past=True,
                today=lambda: today),
            Money(key="spent", label=_("S&pent (yuan)"), half=True),
        )
    )  # fmt: skip
    sheet.fill(_first_task(at) | {"on": today})
    sheet.settle()

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        request = FinishTask(
            task=UUID(values["task"]),
            proof=values["proof"],
            done_on=values["on"],
            spent=values["spent"],
        )
        return partial(finish_task, at.desk, request)

    return at.ask(sheet, _("Task done"), _("&Keep"), asked, _("{topic}: the task is done."))


def drop(at: TopicDesk) -> QDialog:
    """Ask which task is dropped and why."""
    why = Text(key="reason", label=_("&Why"), required=True, lines=2)
    sheet = Sheet((_which(at), why))
    sheet.fill(_first_task(at))
    sheet.settle()

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        request = DropTask(task=UUID(values["task"]), reason=values["reason"])
        return partial(drop_task, at.desk, request)

    return at.ask(sheet, _("Drop a task"), _("&Drop it"), asked, _("{topic}: the task is dropped."))


def rate(at: TopicDesk) -> QDialog:
    """Ask what each group of residents says of the result; shares are reckoned beside it."""
    today = local_day(at.desk.now())
    groups = [(one.value, label(one)) for one in Respondents]
    sheet = Sheet(
        (
            Day(key="on", label=_("Asked o&n"), required=True, past=True, today=lambda: today),
            Rows(
                key="groups",
                label=_("Who was asked"),
                one=_("Group {number}"),
                add=_("Another &group"),
                fields=(
                    Choice(key="group", label=_("Who was asked"), choices=groups, as_list=True,
                           required=True, half=True),
                    Count(key="satisfied", label=_("Satisfied"), half=True),
                    Count(key="fairly", label=_("Fairly satisfied"), half=True),
                    Count(key="unsatisfied", label=_("Not satisfied"), half=True),
                    Text(key="comments", label=_("What they say"), lines=2),
                ),
                first=1,
                given=({"group": Respondents.HOUSEHOLDS.value}, {}),
            ),
        )
    )  # fmt: skip
    sheet.fill({"on": today})
    sheet.settle()
    card = Card(_("The shares"))
    shares = Label(wrap=True)
    card.column.addWidget(shares)
    card.column.addStretch(1)
    sheet.changed.connect(lambda: shares.setText(_shares(sheet.values())))
    shares.setText(_shares(sheet.values()))

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        request = RateTopic(
            topic=at.file.topic.id,
            asked_on=values["on"],
            groups=tuple(_rated(row) for row in values["groups"]),
        )
        return partial(rate_topic, at.desk, request)

    return at.ask(
        sheet, _("Rate the result"), _("&Keep"), asked, _("{topic} is rated."), aside=card
    )  # fmt: skip


def share(at: TopicDesk) -> QDialog:
    """Ask what came of it for everybody."""
    sheet = Sheet(
        (
            Text(key="report", label=_("What came of i&t"), lines=4, required=True),
            Count(key="households", label=_("&Households that gain"), half=True),
            Text(key="where", label=_("Where it is &posted"), half=True),
        )
    )
    sheet.fill(
        {
            "households": at.file.topic.households or None,
            "where": _("notice board of the community"),
        }
    )
    sheet.settle()
    budget, spent = money(at.file.tasks)
    explain = _("The gathered disputes are closed with these words: settled by the council.")
    if budget or spent:
        said = _("Spent {spent} yuan of {budget} planned.")
        explain = "\n".join((said.format(spent=f"{spent:,.2f}", budget=f"{budget:,.2f}"), explain))

    def asked(values: Mapping[str, Any]) -> Callable[[], Changes]:
        request = ShareTopic(
            topic=at.file.topic.id,
            report=values["report"],
            households=values["households"] or 0,
            where=values["where"],
        )
        return partial(share_topic, at.desk, request)

    return at.ask(
        sheet, _("Share the result"), _("&Share"), asked, _("The result of {topic} is shared."),
        explain=explain,
    )  # fmt: skip


def _which(at: TopicDesk) -> Choice:
    tasks = [(str(one.id), f"{one.what} · {one.who}") for one in at.file.tasks if one.open]
    return Choice(key="task", label=_("&Task"), choices=tasks, as_list=True, required=True)


def _first_task(at: TopicDesk) -> dict[str, Any]:
    return {"task": next((str(one.id) for one in at.file.tasks if one.open), "")}


def _rated(row: Mapping[str, Any]) -> Rated:
    return Rated(
        group=Respondents(row["group"]),
        satisfied=row["satisfied"] or 0,
        fairly=row["fairly"] or 0,
        unsatisfied=row["unsatisfied"] or 0,
        comments=row["comments"],
    )


def _shares(values: Mapping[str, Any]) -> str:
    """Say the shares of all that were asked."""
    rows = values["groups"]
    counts = [
        sum(row.get(key) or 0 for row in rows) for key in ("satisfied", "fairly", "unsatisfied")
    ]
    asked = sum(counts)
    if not asked:
        return _("Fill in how many gave each answer.")
    lines = [
        _("{words}: {count} of {asked}, {percent}").format(
            words=words, count=count, asked=asked, percent=percent(count, asked)
        )
        for words, count in zip(
            (_("Satisfied"), _("Fairly satisfied"), _("Not satisfied")), counts, strict=True
        )
    ]
    return "\n".join(lines)
