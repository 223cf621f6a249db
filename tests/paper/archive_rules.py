"""What ISO 19005-3 asks of a file at level B, looked for apart from everything that wrote it.

``broken(pdf)`` names the rules that a file breaks, by their numbers in the standard.
"""

import re
import xml.etree.ElementTree as ET

from tests.paper.pdf_reading import Name, Stream, read, steps, words
from tests.paper.truetype import TrueType

_PAINTED_GREY_OR_RGB = {"g", "G", "rg", "RG"}
_OTHER_COLOURS = {"k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh"}
_RELATIONSHIPS = {"Source", "Data", "Alternative", "Supplement", "Unspecified"}
_ACTIONS = {"OpenAction", "AA", "JavaScript", "JS", "Launch", "A"}
_SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
_SYMBOLIC, _NONSYMBOLIC = 4, 32


def broken(data):
    """Name the rules that a file breaks; none for a file an archive takes."""
    try:
        pdf = read(data)
    except (AssertionError, TypeError, ValueError, IndexError, KeyError) as error:
        return [f"6.1.4 the objects are not where the table says: {error!r}"]
    found = []
    for rules in (_outside, _objects, _colour_intent, _pages, _fonts, _no_doing, _told, _files):
        found += rules(pdf)
    return found


def _outside(pdf):
    if not re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4}", pdf.data):
        yield "6.1.2 the head"
    ids = pdf.trailer.get("ID")
    if not ids or len(ids) != 2 or not all(ids):
        yield "6.1.3 no name of its own"
    if "Encrypt" in pdf.trailer:
        yield "6.1.3 encrypted"


def _objects(pdf):
    for one in pdf.everything():
        if isinstance(one, Stream):
            if one.raw[one.entries["Length"] :] != b"\n":
                yield "6.1.7.1 the end of a stream"
            if {"F", "FFilter"} & set(one.entries):
                yield "6.1.7.1 content outside the file"
            if "LZW" in str(one.entries.get("Filter")):
                yield "6.1.7.2 an old way to pack"
        if isinstance(one, Name) and len(one.encode()) > 127:
            yield "6.1.13 a long name"
        if isinstance(one, bytes) and len(one) > 32767:
            yield "6.1.13 a long string"


def _colour_intent(pdf):
    intents = [one for one in pdf.root.get("OutputIntents", []) if one.get("S") == "GTS_PDFA1"]
    profiles = [pdf.get(one.get("DestOutputProfile")) for one in intents]
    if len(profiles) != 1 or profiles[0] is None:
        yield "6.2.3 nothing says what the colours mean"
        return
    icc = profiles[0].content
    size, version = int.from_bytes(icc[:4], "big"), icc[8]
    right = icc[36:40] == b"acsp" and icc[12:16] in (b"mntr", b"prtr") and icc[16:20] == b"RGB "
    if not right or version > 4 or size != len(icc) or profiles[0].entries["N"] != 3:
        yield "6.2.3 the colours are meant by no profile"


def _pages(pdf):
    for page in pdf.of_type("Page"):
        depth = 0
        for step, _before in steps(pdf.get(page["Contents"]).content):
            depth += (step == "q") - (step == "Q")
            if step in _OTHER_COLOURS:
                yield f"6.2.4 a colour of another kind: {step}"
            if depth > 28:
                yield "6.1.13 too deep"
        if page.get("Annots"):
            yield "6.3 an annotation"
        if "PresSteps" in page:
            yield "6.10 a show"
    for one in pdf.everything():
        if isinstance(one, Stream) and one.entries.get("Subtype") == "Image":
            yield from _image(one.entries)
        if isinstance(one, dict) and (one.get("SMask", "None") != "None" or one.get("ca", 1) != 1):
            yield "6.2.10 something is seen through"


def _image(entries):
    if entries.get("Interpolate"):
        yield "6.2.8.2 a picture made smooth"
    if {"Alternates", "OPI"} & set(entries):
        yield "6.2.8.1 another picture instead"
    if entries["ColorSpace"] not in ("DeviceGray", "DeviceRGB"):
        yield "6.2.4 a picture in colours of another kind"
    if "SMask" in entries or entries["BitsPerComponent"] not in (1, 2, 4, 8):
        yield "6.2.8 a picture of another kind"


def _fonts(pdf):
    used = _used(pdf)
    for number, codes in used.items():
        font = pdf.objects[number]
        about = pdf.get(font.get("FontDescriptor", {}))
        if font["Subtype"] != "TrueType" or "FontFile2" not in about:
            yield f"6.2.11.4.1 not embedded: {font['BaseFont']}"
            continue
        if not re.match("[A-Z]{6}[+]", font["BaseFont"]) or about["FontName"] != font["BaseFont"]:
            yield "6.2.11.4 the name of a part of a font"
        outlines = TrueType(pdf.get(about["FontFile2"]).content)
        flags = about["Flags"]
        if not flags & _SYMBOLIC or flags & _NONSYMBOLIC or "Encoding" in font:
            yield "6.2.11.6 a font of signs says how it is coded"
        if outlines.tables_of_codes != 1:
            yield "6.2.11.6 more than one table of codes"
        if len(font["Widths"]) != font["LastChar"] - font["FirstChar"] + 1:
            yield "6.2.11.5 widths are missing"
        for code in codes:
            glyph = outlines.glyph(code)
            if not glyph:
                yield f"6.2.11.8 code {code} has no picture"
            elif abs(outlines.width(glyph) - font["Widths"][code - font["FirstChar"]]) > 1:
                yield f"6.2.11.5 code {code} is as wide as nobody says"


def _used(pdf):
    """Give the codes that are written with each font, by the number of the font."""
    used = {}
    for page in pdf.of_type("Page"):
        fonts = pdf.get(pdf.get(page["Resources"])["Font"])
        now = None
        for step, before in steps(pdf.get(page["Contents"]).content):
            if step == "Tf":
                now = used.setdefault(fonts[before[0]].number, set())
            elif step in ("Tj", "'", "TJ"):
                told = before[0] if step == "TJ" else before
                now.update(*(one for one in told if isinstance(one, bytes)))
    return used


def _no_doing(pdf):
    for one in pdf.everything():
        inside = one.entries if isinstance(one, Stream) else one
        if isinstance(inside, dict) and _ACTIONS & set(inside):
            yield "6.5 the file would do something"
    if "AcroForm" in pdf.root:
        yield "6.4 a form"


def _told(pdf):
    metadata = pdf.get(pdf.root.get("Metadata"))
    if metadata is None or "Filter" in metadata.entries:
        yield "6.6.2 nothing readable is said of the file"
        return
    packet = metadata.content.decode("utf-8")
    if not packet.startswith('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'):
        yield "6.6.2 the head of what is said"
    try:
        tree = ET.fromstring(packet.strip())
    except ET.ParseError as error:
        yield f"6.6.2 what is said is no XML: {error}"
        return

    def said(path):
        one = tree.find(f".//{path}", _SPACES)
        return None if one is None else "".join(one.itertext()).strip()

    if (said("pdfaid:part"), said("pdfaid:conformance")) != ("3", "B"):
        yield "6.6.4 the level"
    card = pdf.get(pdf.trailer.get("Info")) or {}
    pairs = {"Title": "dc:title", "Author": "dc:creator", "Producer": "pdf:Producer"}
    for key, path in pairs.items():
        if words(card.get(key, b"")) != (said(path) or ""):
            yield f"6.6.3 two titles: {key}"
    if {"CreationDate", "ModDate"} & set(card) and said("xmp:CreateDate") is None:
        yield "6.6.3 a moment that is said once"
    if "Lang" not in pdf.root:
        yield "6.7 no language"


def _files(pdf):
    associated = {one.number for one in pdf.root.get("AF", [])}
    for number, one in pdf.objects.items():
        if not isinstance(one, dict) or one.get("Type") != "Filespec":
            continue
        held = pdf.get(one["EF"]["F"]).entries
        if number not in associated:
            yield "6.8 a file that belongs to nothing"
        if one.get("AFRelationship") not in _RELATIONSHIPS:
            yield "6.8 a file with no relationship"
        if "UF" not in one or "F" not in one:
            yield "6.8 a file without a name"
        if "/" not in held.get("Subtype", ""):
            yield "6.8 a file of no kind"
        if "ModDate" not in held.get("Params", {}):
            yield "annex E a file of no day"
