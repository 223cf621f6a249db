"""Beside a case stands how far its volume is, with the step that mends each thing."""

from mediator_desk.records.agreement import AgreementForm
from ui.panes.case_side import CaseSide
from ui.widgets.state_rows import StateRows


def section(pane):
    return next(one for one in pane.side.shown().sections if one.heading == "Volume")


def test_before_an_agreement_no_volume_stands_beside_the_case(here, windows):
    pane = windows.disputes()

    pane.side.show_case(here.heard())

    assert all(one.heading != "Volume" for one in pane.side.shown().sections)


def test_the_meter_counts_what_is_required_and_in_order(here, windows):
    pane = windows.disputes()

    pane.side.show_case(here.agreed(form=AgreementForm.ORAL))

    assert section(pane).aside == "5 of 8"
    assert "3 required papers" in section(pane).meter[0].told


def test_every_open_paper_says_its_state_and_what_to_do(here, windows):
    pane = windows.disputes()

    pane.side.show_case(here.agreed(form=AgreementForm.ORAL))

    rows = {row.what: row for row in section(pane).rows}
    assert rows["Cover"].state == "missing"
    assert "Nobody has filed" in rows["Cover"].aside
    assert rows["Cover"].verb == "File the volume"
    assert rows["Mediation record"].state == "in order"
    assert rows["Proof of identity"].verb == "Open the files"


def test_the_button_of_a_paper_opens_its_dialog(here, windows, monkeypatch):
    opened = []
    monkeypatch.setattr(CaseSide, "do", lambda _side, step: opened.append(step))
    pane = windows.disputes()
    pane.side.show_case(here.agreed(form=AgreementForm.ORAL))
    rows = pane.side.findChildren(StateRows)
    buttons = [one for each in rows for one in each.buttons() if one.text() == "File the volume"]

    buttons[0].click()

    assert opened == ["file-volume"]


def test_after_filing_the_cover_is_in_order(here, windows):
    dispute = here.agreed(form=AgreementForm.ORAL)
    dialog = windows.dialog("file-volume", dispute)
    dialog.press.click()
    pane = windows.disputes()

    pane.side.show_case(dispute)

    rows = {row.what: row.state for row in section(pane).rows}
    assert rows["Cover"] == rows["Back cover"] == "in order"
