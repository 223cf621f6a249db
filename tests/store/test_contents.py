"""The bytes of attachments: kept once, given back the same, only with the work they belong to."""

from hashlib import sha256

import pytest

from mediator_desk.refusals import NotFound
from tests.store.stations import sit_down

PICTURE = b"\xff\xd8\xff" + bytes(range(256)) * 40


def test_what_is_kept_comes_back_byte_for_byte(tmp_path):
    at = sit_down(tmp_path / "station")
    with at.desk.open_work(at.desk.person.id) as work:
        digest = work.keep_content(PICTURE)
        again = work.keep_content(PICTURE)
        work.commit()

    assert digest == again == sha256(PICTURE).hexdigest()
    assert at.desk.queries.content(digest) == PICTURE


def test_work_that_is_not_committed_keeps_no_bytes(tmp_path):
    at = sit_down(tmp_path / "station")
    with at.desk.open_work(at.desk.person.id) as work:
        digest = work.keep_content(PICTURE)

    with pytest.raises(NotFound, match="not here yet"):
        at.desk.queries.content(digest)
