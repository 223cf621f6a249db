"""What holds for each kind of notice is a file, and the file is complete."""

from datetime import date

import pytest

from db.books import read_books
from mediator_desk.records.public_notice import NoticeKind
from mediator_desk.rules.notices import read_notices
from mediator_desk.rules.rule_text import RuleFileUnfit

BOOKS = read_books()


@pytest.mark.parametrize("kind", NoticeKind)
def test_every_limit_a_notice_names_is_known(kind):
    rule = BOOKS.notices.of(kind)

    for one in filter(None, (rule.least, rule.answer, *rule.meets)):
        BOOKS.deadlines.limits.find(one, BOOKS.notices.rule_set, date(2026, 11, 23))


def test_a_file_that_forgets_a_kind_is_unfit():
    with pytest.raises(RuleFileUnfit, match="Add an entry"):
        read_notices('rule_set = "national"\n\n[[kind]]\nid = "agenda"\n')
