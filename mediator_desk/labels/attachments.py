"""Names of the kinds of attachments and of the sorts of evidence."""

from mediator_desk.labels.names import Names
from mediator_desk.records.attachment import AttachmentKind, EvidenceSort

NAMES: Names = (
    (AttachmentKind.IDENTITY, "身份证明", "identity paper"),
    (AttachmentKind.AUTHORITY, "授权委托材料", "authority"),
    (AttachmentKind.EVIDENCE, "证据材料", "evidence"),
    (AttachmentKind.PROOF_OF_PERFORMANCE, "履行凭证", "proof of performance"),
    (AttachmentKind.CONFIRMATION, "司法确认材料", "judicial confirmation"),
    (AttachmentKind.SIGNED_PAGE, "签字页扫描件", "signed page"),
    (AttachmentKind.ISSUED_PAPER, "已签发文书", "issued paper"),
    (AttachmentKind.NOTICE_PHOTO, "公示照片", "photo of a notice"),
    (AttachmentKind.OTHER, "其他材料", "other"),
    (EvidenceSort.STATEMENT, "当事人陈述", "statement of a party"),
    (EvidenceSort.DOCUMENT, "书证", "document"),
    (EvidenceSort.OBJECT, "物证", "object"),
    (EvidenceSort.AUDIO_VISUAL, "视听资料", "audio or video"),
    (EvidenceSort.ELECTRONIC, "电子数据", "electronic data"),
    (EvidenceSort.WITNESS, "证人证言", "testimony"),
    (EvidenceSort.EXPERT, "鉴定意见", "expert opinion"),
    (EvidenceSort.INSPECTION, "勘验笔录", "record of inspection"),
)
