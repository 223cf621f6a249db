"""Names of the figures of the official tables (forms.yaml F25), and of the scale of an event."""

from mediator_desk.labels.names import Names
from mediator_desk.records import case_marks
from mediator_desk.rules import statistics

NAMES: Names = (
    (statistics.Measure.TOTAL, "调解案件总数", "cases mediated"),
    (statistics.Measure.SUCCESS, "调解成功", "mediated with success"),
    (statistics.Measure.SOURCE, "案件来源", "source"),
    (statistics.Measure.CATEGORY, "纠纷类型", "category"),
    (statistics.Measure.COMPLEX, "疑难复杂案件", "difficult cases"),
    (statistics.Measure.WRITTEN, "书面协议", "written agreements"),
    (statistics.Measure.ORAL, "口头协议", "oral agreements"),
    (statistics.Measure.PERFORMED, "履行", "performed"),
    (statistics.Measure.CONFIRMED, "司法确认", "confirmed by a court"),
    (statistics.Measure.PERSONS, "当事人数", "people involved"),
    (statistics.Measure.AMOUNT, "协议涉及金额", "amount of the agreements"),
    (statistics.Measure.SUICIDE, "防止民间纠纷引起自杀", "suicides prevented"),
    (statistics.Measure.CRIME, "防止民间纠纷转化为刑事案件", "crimes prevented"),
    (statistics.Measure.PETITION, "防止群体性上访", "group petitions prevented"),
    (statistics.Measure.FIGHT, "防止群体性械斗", "group fights prevented"),
    (statistics.Measure.COMMITTEE_KIND, "调委会类别", "kind of committee"),
    (statistics.Measure.INTAKE, "受理案件", "cases accepted"),
    (statistics.Measure.INTAKE_SOURCE, "受理案件来源", "source of cases accepted"),
    (statistics.Measure.INTAKE_CATEGORY, "受理纠纷类型", "category of cases accepted"),
    (statistics.Measure.LOGGED, "登记纠纷", "disputes logged"),
    (statistics.Measure.TOPIC, "邻里事项", "topic"),
    (statistics.Measure.PLACE, "所在地", "place"),
    (statistics.Measure.TOPIC_AT_PLACE, "各地邻里事项", "topic by place"),
    (statistics.Measure.SWEEPS, "排查次数", "sweeps"),
    (statistics.Measure.FOUND, "排查发现纠纷", "disputes found by sweeps"),
    (statistics.Measure.WARDED_OFF, "预防纠纷", "disputes prevented"),
    (case_marks.EventScale.UNSAID, "未填", "not given"),
    (case_marks.EventScale.INDIVIDUAL, "个体性事件", "individual"),
    (case_marks.EventScale.GROUP, "一般群体性事件", "group"),
    (case_marks.EventScale.LARGE_GROUP, "重大群体性事件", "large group"),
)
