"""Names of roles, parties and places."""

from mediator_desk.labels.names import Names
from mediator_desk.records import people, place

NAMES: Names = (
    (people.Role.MEDIATOR, "调解员", "mediator"),
    (people.Role.TEAM_LEAD, "调解队长", "team lead"),
    (people.Role.STATION_ADMIN, "站点管理员", "station administrator"),
    (people.Employment.FULL_TIME, "专职", "full-time"),
    (people.Employment.PART_TIME, "兼职", "part-time"),
    (people.PartyKind.PERSON, "个人", "person"),
    (people.PartyKind.ORGANISATION, "单位", "organisation"),
    (people.Side.APPLICANT, "申请人", "applicant"),
    (people.Side.RESPONDENT, "被申请人", "respondent"),
    (people.Side.THIRD, "其他相关人", "other party"),
    (people.Sex.UNSAID, "未填", "not given"),
    (people.Sex.MALE, "男", "male"),
    (people.Sex.FEMALE, "女", "female"),
    (people.Authority.NONE, "无", "none"),
    (people.Authority.GENERAL, "一般代理", "general"),
    (people.Authority.SPECIAL, "特别授权", "special"),
    (place.Level.CITY, "市", "city"),
    (place.Level.COUNTY, "县（市、区）", "county"),
    (place.Level.STREET, "街道（乡镇）", "street"),
    (place.Level.COMMUNITY, "社区（村）", "community"),
    (place.Level.ESTATE, "小区", "estate"),
)
