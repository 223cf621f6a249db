"""Names of what is made public."""

from mediator_desk.labels.names import Names
from mediator_desk.records.convention import AdoptingBody, ConventionKind, VersionState
from mediator_desk.records.public_notice import NoticeKind, NoticeState, ObjectionState

NAMES: Names = (
    (NoticeKind.AGENDA, "议题公告", "agenda"),
    (NoticeKind.MEETING, "会议通知", "meeting"),
    (NoticeKind.RESULT, "决议公开", "result"),
    (NoticeKind.CARRIED_OUT, "实施结果公开", "what was carried out"),
    (NoticeKind.OWNERS_MEETING, "业主大会会议通知", "owners' meeting"),
    (NoticeKind.OWNERS_DECISION, "业主大会决定", "owners' decision"),
    (NoticeKind.CONVENTION_DRAFT, "公约征求意见稿", "draft of a convention"),
    (NoticeKind.CONVENTION, "公约公布", "convention"),
    (NoticeKind.REVENUE_ACCOUNT, "公共收益收支", "account of common revenue"),
    (NoticeKind.PROPERTY_INFORMATION, "物业服务信息公示", "property information"),
    (NoticeKind.PROPERTY_CONTRACT, "物业服务合同文本公示", "text of a property contract"),
    (NoticeState.POSTED, "公示中", "posted"),
    (NoticeState.TAKEN_DOWN, "已撤下", "taken down"),
    (ObjectionState.RAISED, "待答复", "to be answered"),
    (ObjectionState.ANSWERED, "已答复", "answered"),
    (ConventionKind.RESIDENTS, "居民公约", "residents' convention"),
    (ConventionKind.STAIRWELL, "楼道公约", "stairwell convention"),
    (AdoptingBody.RESIDENTS_MEETING, "居民会议", "residents' meeting"),
    (AdoptingBody.REPRESENTATIVES, "居民代表会议", "residents' representatives"),
    (AdoptingBody.HOUSEHOLDS, "楼道各户", "households of the stairwell"),
    (VersionState.DRAFT, "起草中", "draft"),
    (VersionState.CONSULTED, "征求意见", "consulted"),
    (VersionState.ADOPTED, "已通过", "adopted"),
    (VersionState.FILED, "已备案", "filed"),
    (VersionState.IN_FORCE, "施行中", "in force"),
    (VersionState.REPLACED, "已被替代", "replaced"),
    (VersionState.REPEALED, "已废止", "repealed"),
    (VersionState.DROPPED, "已放弃", "dropped"),
)
