"""Every use case that changes something, by the name the command line and the roles know it by."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mediator_desk.ports import Desk
from mediator_desk.rows import Changes
from mediator_desk.usecases import (
    accept_dispute,
    blow_whistle,
    change_clock,
    change_dispute,
    close_dispute,
    confirm_agreement,
    council,
    council_doing,
    council_fate,
    council_meetings,
    council_members,
    council_minutes,
    council_screening,
    council_tasks,
    duty_hours,
    gathering,
    hold_sitting,
    log_dispute,
    number_blocks,
    perform_agreement,
    recusals,
    report_risk,
    route_dispute,
    rule_files,
    run_station,
    settle_clash,
    sign_agreement,
    undisputed,
    undo,
    urge_performance,
    whistles,
)
from mediator_desk.usecases.owners_votes import calling, counting, entering, rosters


@dataclass(frozen=True, slots=True)
class UseCase:
    """A use case by name: what it asks for and what does it."""

    name: str
    request: type[Any]
    run: Callable[[Desk, Any], Changes]


_ALL = (
    UseCase("log-dispute", log_dispute.LogDispute, log_dispute.log_dispute),
    UseCase("change-dispute", change_dispute.ChangeDispute, change_dispute.change_dispute),
    UseCase("add-party", change_dispute.AddParty, change_dispute.add_party),
    UseCase("change-party", change_dispute.ChangeParty, change_dispute.change_party),
    UseCase("assign-mediator", change_dispute.AssignMediator, change_dispute.assign_mediator),
    UseCase("accept-dispute", accept_dispute.AcceptDispute, accept_dispute.accept_dispute),
    UseCase("refuse-dispute", accept_dispute.RefuseDispute, accept_dispute.refuse_dispute),
    UseCase("route-dispute", route_dispute.RouteDispute, route_dispute.route_dispute),
    UseCase("record-consent", hold_sitting.RecordConsent, hold_sitting.record_consent),
    UseCase("hold-sitting", hold_sitting.HoldSitting, hold_sitting.hold_sitting),
    UseCase("sign-agreement", sign_agreement.SignAgreement, sign_agreement.sign_agreement),
    UseCase("mark-agreement", sign_agreement.MarkAgreement, sign_agreement.mark_agreement),
    UseCase(
        "perform-obligation",
        perform_agreement.PerformObligation,
        perform_agreement.perform_obligation,
    ),
    UseCase("record-payment", perform_agreement.RecordPayment, perform_agreement.record_payment),
    UseCase("change-schedule", perform_agreement.ChangeSchedule, perform_agreement.change_schedule),
    UseCase(
        "urge-performance", urge_performance.UrgePerformance, urge_performance.urge_performance
    ),
    UseCase("ask-recusal", recusals.AskRecusal, recusals.ask_recusal),
    UseCase("answer-recusal", recusals.AnswerRecusal, recusals.answer_recusal),
    UseCase("report-risk", report_risk.ReportRisk, report_risk.report_risk),
    UseCase("record-undisputed", undisputed.RecordUndisputed, undisputed.record_undisputed),
    UseCase("record-lawsuit", urge_performance.RecordLawsuit, urge_performance.record_lawsuit),
    UseCase(
        "offer-confirmation",
        confirm_agreement.OfferConfirmation,
        confirm_agreement.offer_confirmation,
    ),
    UseCase(
        "apply-confirmation",
        confirm_agreement.ApplyConfirmation,
        confirm_agreement.apply_confirmation,
    ),
    UseCase(
        "answer-confirmation",
        confirm_agreement.AnswerConfirmation,
        confirm_agreement.answer_confirmation,
    ),
    UseCase("follow-up", close_dispute.PayFollowUp, close_dispute.pay_follow_up),
    UseCase("close-dispute", close_dispute.CloseDispute, close_dispute.close_dispute),
    UseCase("reopen-dispute", close_dispute.ReopenDispute, close_dispute.reopen_dispute),
    UseCase("archive-dispute", close_dispute.ArchiveDispute, close_dispute.archive_dispute),
    UseCase("note", close_dispute.AddNote, close_dispute.add_note),
    UseCase("extend-clock", change_clock.ExtendClock, change_clock.extend_clock),
    UseCase("pause-clock", change_clock.PauseClock, change_clock.pause_clock),
    UseCase("resume-clock", change_clock.ResumeClock, change_clock.resume_clock),
    UseCase("raise-topic", council.RaiseTopic, council.raise_topic),
    UseCase("gather-disputes", council.GatherDisputes, council.gather_disputes),
    UseCase("put-aside-gathering", gathering.PutAsideGathering, gathering.put_aside_gathering),
    UseCase("take-out-dispute", gathering.TakeOutDispute, gathering.take_out_dispute),
    UseCase("change-topic", council.ChangeTopic, council.change_topic),
    UseCase("screen-topic", council_screening.ScreenTopic, council_screening.screen_topic),
    UseCase("withdraw-topic", council_screening.WithdrawTopic, council_screening.withdraw_topic),
    UseCase("call-meeting", council_meetings.CallMeeting, council_meetings.call_meeting),
    UseCase("add-to-agenda", council_meetings.AddToAgenda, council_meetings.add_to_agenda),
    UseCase("post-agenda", council_meetings.PostAgenda, council_meetings.post_agenda),
    UseCase("call-off-meeting", council_meetings.CallOffMeeting, council_meetings.call_off_meeting),
    UseCase("mark-attendance", council_meetings.MarkAttendance, council_meetings.mark_attendance),
    UseCase("hold-meeting", council_minutes.HoldMeeting, council_minutes.hold_meeting),
    UseCase("correct-minutes", council_minutes.CorrectMinutes, council_minutes.correct_minutes),
    UseCase("post-result", council_doing.PostResult, council_doing.post_result),
    UseCase("carry-out-topic", council_doing.CarryOut, council_doing.carry_out_topic),
    UseCase("add-task", council_tasks.AddTask, council_tasks.add_task),
    UseCase("finish-task", council_tasks.FinishTask, council_tasks.finish_task),
    UseCase("drop-task", council_tasks.DropTask, council_tasks.drop_task),
    UseCase("rate-topic", council_doing.RateTopic, council_doing.rate_topic),
    UseCase("share-topic", council_doing.ShareTopic, council_doing.share_topic),
    UseCase("record-decision", council_fate.RecordDecision, council_fate.record_decision),
    UseCase("reopen-topic", council_fate.ReopenTopic, council_fate.reopen_topic),
    UseCase("call-vote", calling.CallVote, calling.call_vote),
    UseCase("change-vote", calling.ChangeVote, calling.change_vote),
    UseCase("take-roster", rosters.TakeRoster, rosters.take_roster),
    UseCase("change-unit", rosters.ChangeUnit, rosters.change_unit),
    UseCase("notice-vote", calling.NoticeVote, calling.notice_vote),
    UseCase("deliver-ballots", rosters.DeliverBallots, rosters.deliver_ballots),
    UseCase("reissue-ballot", rosters.ReissueBallot, rosters.reissue_ballot),
    UseCase("open-vote", entering.OpenVote, entering.open_vote),
    UseCase("enter-ballots", entering.EnterBallots, entering.enter_ballots),
    UseCase("close-vote", entering.CloseVote, entering.close_vote),
    UseCase("count-vote", counting.CountVote, counting.count),
    UseCase("post-vote", counting.PostVote, counting.post_vote),
    UseCase("finish-vote", counting.FinishVote, counting.finish_vote),
    UseCase("void-vote", counting.VoidVote, counting.void_vote),
    UseCase("blow-whistle", blow_whistle.BlowWhistle, blow_whistle.blow_whistle),
    UseCase("approve-whistle", whistles.StepWhistle, whistles.approve_whistle),
    UseCase("dispatch-whistle", whistles.StepWhistle, whistles.dispatch_whistle),
    UseCase("sign-for-whistle", whistles.StepWhistle, whistles.sign_for_whistle),
    UseCase("report-in", whistles.StepWhistle, whistles.report_in),
    UseCase("reply-whistle", whistles.StepWhistle, whistles.reply_whistle),
    UseCase("verify-whistle", whistles.StepWhistle, whistles.verify_whistle),
    UseCase("evaluate-whistle", whistles.StepWhistle, whistles.evaluate_whistle),
    UseCase("return-whistle", whistles.StepWhistle, whistles.return_whistle),
    UseCase("refuse-return", whistles.StepWhistle, whistles.refuse_return),
    UseCase("reassign-whistle", whistles.StepWhistle, whistles.reassign_whistle),
    UseCase("designate-whistle", whistles.StepWhistle, whistles.designate_whistle),
    UseCase("close-whistle", whistles.StepWhistle, whistles.close_whistle),
    UseCase("cancel-whistle", whistles.StepWhistle, whistles.cancel_whistle),
    UseCase(
        "add-council-member", council_members.AddCouncilMember, council_members.add_council_member
    ),
    UseCase(
        "change-council-member",
        council_members.ChangeCouncilMember,
        council_members.change_council_member,
    ),
    UseCase("add-person", run_station.AddPerson, run_station.add_person),
    UseCase("change-person", run_station.ChangePerson, run_station.change_person),
    UseCase("add-place", run_station.AddPlace, run_station.add_place),
    UseCase("set-committee", run_station.SetCommittee, run_station.set_committee),
    UseCase("mark-station", run_station.MarkStation, run_station.mark_station),
    UseCase("take-rule-file", rule_files.TakeRuleFile, rule_files.take_rule_file),
    UseCase("drop-rule-file", rule_files.DropRuleFile, rule_files.drop_rule_file),
    UseCase("reserve-numbers", number_blocks.ReserveNumbers, number_blocks.reserve_numbers),
    UseCase("set-duty-hours", duty_hours.SetDutyHours, duty_hours.set_duty_hours),
    UseCase("keep-draft", run_station.KeepDraft, run_station.keep_draft),
    UseCase("settle-clash", settle_clash.SettleClash, settle_clash.settle_clash),
    UseCase("undo", undo.Undo, undo.undo),
)

USECASES: dict[str, UseCase] = {one.name: one for one in _ALL}
