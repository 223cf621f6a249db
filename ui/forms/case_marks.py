"""The dialog for what the tables of superiors ask about a case and no paper says."""

from typing import Any

from PySide6.QtWidgets import QDialog

from mediator_desk.labels import label
from mediator_desk.records.case_marks import EventScale
from mediator_desk.usecases.mark_case import MarkCase, mark_case
from mediator_desk.words import _
from ui.forms.case_desk import CaseDesk, choices_of
from ui.forms.sheet import Choice, Count, Tick

_COUNTS = ("people", "suicide", "crime", "petition", "fight")


def marks_dialog(at: CaseDesk) -> QDialog:
    """Mark a case for the statistics; an empty line is nobody."""
    dispute = at.file.dispute
    marks = at.file.marks

    def request(values: dict[str, Any]) -> MarkCase:
        return MarkCase(
            dispute=dispute.id,
            complex=values["complex"],
            scale=EventScale(values["scale"] or ""),
            **{one: values[one] or 0 for one in _COUNTS},
        )

    return at.sheet(
        title=_("Marks for the statistics, {number}").format(number=at.number),
        fields=(
            Tick(key="complex", label=_("A &difficult case")),
            Count(key="people", label=_("&People involved, if more than the parties")),
            Count(key="suicide", label=_("&Suicide prevented: persons"), half=True),
            Count(key="crime", label=_("C&rime prevented: persons"), half=True),
            Count(key="petition", label=_("&Group petition prevented: persons"), half=True),
            Count(key="fight", label=_("Group &fight prevented: persons"), half=True),
            Choice(
                key="scale",
                label=_("Scal&e of the event"),
                choices=choices_of(EventScale, label),
                as_list=True,
            ),
        ),
        verb=_("&Keep it"),
        usecase=mark_case,
        request=request,
        said=_("marks kept"),
        values=None
        if marks is None
        else {
            "complex": marks.complex,
            "scale": marks.scale.value,
            **{one: getattr(marks, one) or None for one in _COUNTS},
        },
        explain=_("The monthly tables ask for these; they are typed once, here."),
    )
