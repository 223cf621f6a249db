"""Put a drawn document together as PDF/A-3b, byte for byte the same each time.

ReportLab draws pages and fonts well, but its file is none an archive takes: streams end without a
line end, and nothing says what the colours mean. So its objects are written here.
Source of the rules: ISO 19005-3:2012, the numbers of which stand beside what they ask for.
"""

import hashlib
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFObjectReference,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

import resources
from mediator_desk.paper.attaching import Attached
from mediator_desk.paper.objects import PACKED, Words, indirect, packed

LANGUAGE = "zh-CN"
PRODUCER = "Mediator Desk"

_HEAD = b"%PDF-1.7\n%\xe5\x8d\xb7\xe5\xae\x97\n"  # 6.1.2: four bytes that are no ASCII
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the document says of itself."""

    title: str
    author: str


def archived(canvas: Canvas, card: Card, files: Sequence[Attached] = ()) -> bytes:
    """Give the file of what was drawn. It holds no moment of writing."""
    document = canvas._doc
    for page in document.Pages.pages:
        page.Trans = None  # ReportLab names how a page would be blended in, even when it is not
        page.Contents = Words(document, PACKED, packed(page.stream.encode()))
    for font in document.delayedFonts:
        font.addObjects(document)
    document.Outlines.prepare(document, canvas)
    root = document.Reference(_catalog(document, card, files))
    said = {"Title": card.title, "Author": card.author, "Producer": PRODUCER}
    information = PDFDictionary({name: PDFString(_clean(told)) for name, told in said.items()})
    return _file(document, root, document.Reference(information, "Information"))


def _catalog(document: PDFDocument, card: Card, files: Sequence[Attached]) -> PDFDictionary:
    """Give the root of the document."""
    intent = PDFDictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": PDFString("sRGB"),
            "DestOutputProfile": document.Reference(_colours(document)),
        }
    )
    root = PDFDictionary(
        {
            "Type": "/Catalog",
            "Pages": document.Reference(document.Pages),
            "Lang": PDFString(LANGUAGE),
            "Metadata": document.Reference(_metadata(document, card)),
            "OutputIntents": PDFArray([intent]),  # 6.2.3
            "ViewerPreferences": PDFDictionary({"DisplayDocTitle": "true"}),
        }
    )
    if document.Outlines.ready > 0:
        root["Outlines"] = document.Reference(document.Outlines)
        root["PageMode"] = "/UseOutlines"
    if files:
        once = {one.name: one for one in sorted(files, key=_name)}
        entries = {name: _embedded(document, one) for name, one in once.items()}
        names = [part for name, entry in entries.items() for part in (PDFString(name), entry)]
        tree = PDFDictionary({"Names": PDFArray(names)})
        root["Names"] = PDFDictionary({"EmbeddedFiles": tree})
        root["AF"] = PDFArray(list(entries.values()))  # 6.8: associated with the document
    root.__RefOnly__ = 1
    return root


def _name(file: Attached) -> str:
    return file.name


def _embedded(document: PDFDocument, file: Attached) -> PDFObjectReference:
    """Put a file into the document (6.8 and annex E: kind, names, relationship, last change)."""
    said = (
        f"/Type /EmbeddedFile /Subtype /{file.mime.replace('/', '#2F')}"
        f" /Params << /ModDate ({file.changed}) /Size {len(file.content)} >> {PACKED}"
    )
    content = document.Reference(Words(document, said, zlib.compress(file.content)))
    specification = PDFDictionary(
        {
            "Type": "/Filespec",
            "F": PDFString(file.name),
            "UF": PDFString(file.name),
            "Desc": PDFString(file.about),
            "AFRelationship": "/Data",
            "EF": PDFDictionary({"F": content, "UF": content}),
        }
    )
    return document.Reference(specification)


@lru_cache(maxsize=1)
def _profile() -> bytes:
    return zlib.compress(resources.path("colour", "sRGB.icc").read_bytes())


def _colours(document: PDFDocument) -> Words:
    return Words(document, f"/N 3 {PACKED}", _profile())


def _metadata(document: PDFDocument, card: Card) -> Words:
    """Say in XMP what the card says, and which standard the file keeps (6.6.2, 6.6.4)."""
    packet = _PACKET.format(
        title=escape(_clean(card.title)),
        author=escape(_clean(card.author)),
        language=LANGUAGE,
        producer=PRODUCER,
    )
    return Words(document, "/Type /Metadata /Subtype /XML", packet.encode("utf-8"))


def _clean(said: str) -> str:
    """Leave out what XML cannot hold; it leaves no ink on the pages either."""
    return _NO_XML.sub("", said)


def _file(document: PDFDocument, root: PDFObjectReference, card: PDFObjectReference) -> bytes:
    """Write the objects one after the other, where each begins, and whose file this is."""
    pieces, places, at = [_HEAD], [0], len(_HEAD)
    # Writing an object may call for further ones, so they are counted while they are written.
    while (number := len(places)) in document.numberToId:
        name = document.numberToId[number]
        piece = indirect(number, name, document)
        places.append(at)
        pieces.append(piece)
        at += len(piece)
    table = "".join(f"{place:010d} 00000 n \n" for place in places[1:])
    fingerprint = hashlib.sha256(b"".join(pieces)).hexdigest()[:32]
    pieces.append(
        f"xref\n0 {len(places)}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(places)} /Root {_said(root, document)}"
        f" /Info {_said(card, document)} /ID [<{fingerprint}><{fingerprint}>] >>\n"
        f"startxref\n{at}\n%%EOF\n".encode("ascii")
    )
    return b"".join(pieces)


def _said(reference: PDFObjectReference, document: PDFDocument) -> str:
    written: bytes = reference.format(document)
    return written.decode("ascii")


_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""
