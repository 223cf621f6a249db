"""Names of what an owners' vote goes through."""

from mediator_desk.labels.names import Names
from mediator_desk.records import owners_vote as votes
from mediator_desk.rules import ballots

NAMES: Names = (
    (votes.VoteForm.MEETING, "集体讨论", "meeting"),
    (votes.VoteForm.WRITTEN, "书面征求意见", "written consent"),
    (votes.VoteForm.ONLINE_AND_PAPER, "网络投票并发放纸质票", "online, with paper for the rest"),
    (votes.VoteState.DRAFT, "准备中", "in preparation"),
    (votes.VoteState.NOTICED, "已公告", "noticed"),
    (votes.VoteState.OPEN, "表决中", "open"),
    (votes.VoteState.COUNTING, "计票中", "counting"),
    (votes.VoteState.COUNTED, "已计票", "counted"),
    (votes.VoteState.POSTED, "结果已公布", "result posted"),
    (votes.VoteState.EFFECTIVE, "已生效", "in effect"),
    (votes.VoteState.VOID, "已作废", "void"),
    (votes.AreaSource.REGISTER, "不动产登记", "land register"),
    (votes.AreaSource.SURVEY, "测绘报告", "survey"),
    (votes.AreaSource.CONTRACT, "买卖合同", "contract"),
    (votes.Delivery.NOT_YET, "未送达", "not delivered"),
    (votes.Delivery.BY_HAND, "当面送达", "by hand"),
    (votes.Delivery.BY_POST, "邮寄", "by post"),
    (votes.Delivery.ONLINE, "网络推送", "online"),
    (votes.Delivery.ON_BOARD, "无法送达，张贴公告", "posted, could not be delivered"),
    (votes.Choice.AGREE, "同意", "agree"),
    (votes.Choice.AGAINST, "反对", "against"),
    (votes.Choice.ABSTAIN, "弃权", "abstain"),
    (votes.Choice.INVALID, "无效票", "invalid"),
    (votes.BallotChannel.PAPER, "纸质票", "paper"),
    (votes.BallotChannel.MEETING, "现场票", "at the meeting"),
    (votes.BallotChannel.ONLINE, "网络票", "online"),
    (ballots.Standing.OUT, "未收回", "not returned"),
    (ballots.Standing.ONCE, "只录入一次", "entered once"),
    (ballots.Standing.DIFFERS, "两次不一致", "differs"),
    (ballots.Standing.SURE, "已核对", "checked"),
)
