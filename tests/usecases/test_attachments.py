"""Files of a case: taken in, described, ordered, put aside; identity papers need a consent."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from mediator_desk.records.attachment import (
    Attachment,
    AttachmentKind,
    AttachmentView,
    EvidenceSort,
)
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rows.attachments import evidence_lines
from mediator_desk.troubles import DiskTrouble, FileUnfit
from mediator_desk.usecases.attachments.attaching import (
    AttachFile,
    DescribeAttachment,
    OrderAttachments,
    RemoveAttachment,
    ReplaceAttachment,
    attach_file,
    describe_attachment,
    in_order,
    order_attachments,
    remove_attachment,
    replace_attachment,
)
from mediator_desk.usecases.attachments.door import GivenFile
from mediator_desk.usecases.attachments.reading import ReadAttachment, read_attachment
from mediator_desk.usecases.undo import Undo, undo
from tests.pictures.made_pictures import SECRET, bomb, photo, saved

EVIDENCE, IDENTITY = AttachmentKind.EVIDENCE, AttachmentKind.IDENTITY


def pasted(name="屋顶.jpg", data=None):
    return GivenFile(name=name, data=photo(64, 48) if data is None else data)


def attached(here, dispute, *files, kind=EVIDENCE, **said):
    asked = AttachFile(about=dispute, kind=kind, files=files or (pasted(),), **said)
    return attach_file(here.desk, asked).of("attachment")


def card_of(here, dispute, **said):
    party = here.file(dispute).parties[0].id
    return attached(here, dispute, pasted("证.jpg"), kind=IDENTITY, party=party, **said)[0]


def kept(here, id):
    with here.desk.open_work(here.desk.person.id) as work:
        return work.get(Attachment, id)


def views(here, dispute):
    with here.desk.open_work(here.desk.person.id) as work:
        return work.of(AttachmentView, dispute)


def test_files_are_kept_clean_with_the_moment_they_were_taken(here, tmp_path):
    dispute = here.logged()
    file = tmp_path / "IMG_0001.JPG"
    file.write_bytes(photo(64, 48))

    first, _second = attached(here, dispute, GivenFile(path=str(file)), pasted())

    one = kept(here, first)
    data = here.desk.queries.content(one.sha256)
    assert (one.name, one.media_type, one.size) == ("IMG_0001.jpg", "image/jpeg", len(data))
    assert one.taken_at == datetime(2026, 11, 20, 6, 3, 22, tzinfo=UTC)
    assert SECRET not in data
    assert len(here.file(dispute).attachments) == 2


def test_of_several_files_all_are_kept_or_none(here):
    dispute = here.logged()
    before = here.kept()

    with pytest.raises(FileUnfit, match=r"脚本\.jpg"):
        attached(here, dispute, pasted(), pasted("脚本.jpg", b"<script>alert(1)</script>"))

    assert here.kept() == before


@pytest.mark.parametrize("path", ["gone.jpg", ".", "\0", "/dev/zero"])
def test_a_file_that_cannot_be_read_is_said(here, tmp_path, path):
    dispute = here.logged()

    with pytest.raises(DiskTrouble, match="cannot be read"):
        attached(here, dispute, GivenFile(path=str(tmp_path / path) if path != "\0" else path))


def test_a_picture_that_ends_its_reader_is_said_to_be_damaged(here):
    dispute = here.logged()

    with pytest.raises(FileUnfit, match="damaged"):
        attached(here, dispute, pasted(data=photo(64, 48)[:300]))


def test_a_picture_larger_than_any_paper_is_refused_with_advice(here):
    dispute = here.logged()

    with pytest.raises(FileUnfit, match="Save it smaller"):
        attached(here, dispute, pasted("图.png", bomb()))


@pytest.mark.parametrize("holder", ["topic", "whistle"])
def test_topics_and_whistles_have_files_too(here, holder):
    about = getattr(here, holder)()

    attached(here, about)

    assert len(here.desk.queries.attachments(about)) == 1


def test_nothing_is_attached_to_what_is_not_here(here):
    with pytest.raises(NotFound):
        attached(here, here.desk.new_id())
    with pytest.raises(NotFound):
        attached(here, here.desk.person.id)


def test_an_identity_card_is_kept_only_with_the_consent_of_its_day(here):
    dispute = here.logged()

    with pytest.raises(Refusal, match="own consent"):
        card_of(here, dispute)
    with pytest.raises(Refusal, match="future"):
        card_of(here, dispute, consent_on=here.desk.now().date() + timedelta(days=2))
    one = kept(here, card_of(here, dispute, consent_on=date(2026, 1, 5)))

    assert one.consent_on == date(2026, 1, 5)


def test_an_identity_card_is_somebodys(here):
    dispute = here.logged()
    stranger = here.file(here.logged(names=("赵六",))).parties[0].id

    with pytest.raises(Refusal, match="whose"):
        attached(here, dispute, kind=IDENTITY, consent_on=date(2026, 1, 5))
    with pytest.raises(Refusal, match="one of the parties"):
        attached(here, dispute, kind=IDENTITY, party=stranger, consent_on=date(2026, 1, 5))


def test_evidence_cannot_turn_into_an_identity_card_without_consent(here):
    dispute = here.logged()
    (one,) = attached(here, dispute)
    party = here.file(dispute).parties[0].id

    with pytest.raises(Refusal, match="own consent"):
        describe_attachment(
            here.desk, DescribeAttachment(attachment=one, kind=IDENTITY, party=party)
        )


def test_a_paper_copy_alone_needs_no_file_and_no_consent(here):
    dispute = here.logged()
    party = here.file(dispute).parties[0].id
    asked = AttachFile(
        about=dispute, kind=IDENTITY, party=party, on_paper=True, name="身份证复印件", pages=2
    )

    one = kept(here, attach_file(here.desk, asked).of("attachment")[0])

    assert (one.name, one.pages, one.sha256, one.on_paper) == ("身份证复印件", 2, "", True)
    with pytest.raises(Refusal, match="paper copy"):
        read_attachment(here.desk, ReadAttachment(attachment=one.id))


def test_files_and_only_paper_at_once_are_refused(here):
    dispute = here.logged()

    with pytest.raises(Refusal, match="not both"):
        attached(here, dispute, on_paper=True, name="收条")
    with pytest.raises(Refusal, match="not both"):
        attach_file(here.desk, AttachFile(about=dispute, kind=EVIDENCE))


def test_every_view_of_an_identity_card_leaves_a_name(here):
    dispute = here.logged()
    one = card_of(here, dispute, consent_on=date(2026, 1, 5))

    first = read_attachment(here.desk, ReadAttachment(attachment=one))
    read_attachment(here.desk, ReadAttachment(attachment=one))

    assert first.data == here.desk.queries.content(first.attachment.sha256)
    assert [(seen.attachment, seen.by) for seen in views(here, dispute)] == [
        (one, here.desk.person.id)
    ] * 2


def test_a_view_of_a_photo_leaves_nothing(here):
    dispute = here.logged()
    (one,) = attached(here, dispute)
    before = here.kept()

    read_attachment(here.desk, ReadAttachment(attachment=one))

    assert here.kept() == before


def test_what_is_said_of_an_attachment_changes_and_the_rest_stays(here):
    dispute = here.logged()
    (one,) = attached(here, dispute, caption="屋顶", taken_by="王芳")

    describe_attachment(
        here.desk,
        DescribeAttachment(attachment=one, evidence=EvidenceSort.OBJECT, taken_where="3号楼502"),
    )

    now = kept(here, one)
    assert (now.caption, now.taken_by, now.taken_where) == ("屋顶", "王芳", "3号楼502")
    assert now.evidence is EvidenceSort.OBJECT


def test_an_attachment_put_aside_comes_back_by_undo(here):
    dispute = here.logged()
    (one,) = attached(here, dispute)

    removed = remove_attachment(here.desk, RemoveAttachment(attachment=one))
    gone = here.file(dispute).attachments
    undo(here.desk, Undo(piece=removed.piece))

    assert gone == ()
    assert [each.id for each in here.file(dispute).attachments] == [one]
    assert read_attachment(here.desk, ReadAttachment(attachment=one)).data


def test_a_better_scan_takes_the_place_and_undo_brings_the_first_back(here):
    dispute = here.logged()
    (one,) = attached(here, dispute, caption="借条")
    first = kept(here, one)

    replaced = replace_attachment(
        here.desk, ReplaceAttachment(attachment=one, file=pasted("清晰.png", saved("PNG")))
    )
    better = kept(here, one)
    undo(here.desk, Undo(piece=replaced.piece))

    assert (better.name, better.caption, better.media_type) == ("清晰.png", "借条", "image/png")
    assert kept(here, one).sha256 == first.sha256
    assert here.desk.queries.content(first.sha256)


def test_the_order_is_as_it_was_dragged(here):
    dispute = here.logged()
    a, b, c = attached(here, dispute, pasted("a.jpg"), pasted("b.jpg"), pasted("c.jpg"))

    order_attachments(here.desk, OrderAttachments(about=dispute, attachments=(c, a)))

    assert [one.id for one in in_order(here.file(dispute).attachments)] == [c, a, b]
    with pytest.raises(NotFound):
        order_attachments(here.desk, OrderAttachments(about=dispute, attachments=(dispute,)))


def test_the_evidence_list_follows_the_order_and_names_who_provided_it(here):
    dispute = here.logged()
    party = here.file(dispute).parties[1].id
    attached(here, dispute, caption="屋顶漏水处", party=party, evidence=EvidenceSort.OBJECT)
    attached(here, dispute, kind=AttachmentKind.OTHER)
    attached(here, dispute, pasted("收条.png", saved("PNG")), provider="物业", original=True)

    first, second = evidence_lines(here.file(dispute))

    assert (first.seq, first.name, first.provider, first.pages) == (1, "屋顶漏水处", "李四", 1)
    assert first.lacks == ("taken_where", "taken_by")
    assert (second.seq, second.name, second.provider) == (2, "收条.png", "物业")
    assert second.original
    assert "evidence" in second.lacks


def test_the_same_photo_in_two_cases_lies_there_once(here):
    first, second = here.logged(), here.logged(names=("赵六", "孙七"))

    attached(here, first)
    attached(here, second)

    assert len(here.kept()["content"]) == 1


def test_a_photo_from_the_future_is_refused(here):
    dispute = here.logged()

    with pytest.raises(Refusal, match="future"):
        attached(here, dispute, pasted(data=photo(64, 48, taken="2099:01:01 00:00:00")))


def test_no_name_of_a_file_reaches_the_disk(here):
    dispute = here.logged()

    (one,) = attached(here, dispute, pasted("../../evil.jpg"))

    assert kept(here, one).name == "evil.jpg"
    assert not list(Path(here.at.house.folder).rglob("*evil*"))
