"""Pictures, drawings and papers that tell, act or swell where nobody looks; and plain ones."""

from __future__ import annotations

import base64
import io
import struct
import zlib

from PIL import Image

from hostile.cases import Case, file, pdf, picture, svg

PNG, JPEG, WEBP = picture("PNG"), picture("JPEG"), picture("WEBP")
A_PNG, A_JPEG, A_WEBP, A_AVIF = (f"assets/images/a.{t}" for t in ("png", "jpg", "webp", "avif"))
A_SVG, A_PDF = "assets/images/a.svg", "assets/a.pdf"
GPS = {1: "N", 2: (12.0, 39.0, 0.0), 3: "W", 4: (8.0, 0.0, 0.0)}


def exif(position: bool = False, owner: str = "") -> bytes:
    block = Image.Exif()
    block[0x0131] = "Logiciel"
    if position:
        block.get_ifd(0x8825).update(GPS)
    if owner:
        block.get_ifd(0x8769)[0xA430] = owner
    return block.tobytes()


def segment(marker: int, data: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data


def jpeg(*segments: bytes) -> bytes:
    return JPEG[:2] + b"".join(segments) + JPEG[2:]


def chunk(kind: bytes, data: bytes) -> bytes:
    whole = kind + data
    return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))


def png(*chunks: bytes) -> bytes:
    head = PNG.index(b"IDAT") - 4
    return PNG[:head] + b"".join(chunks) + PNG[head:]


def sized(width: int, height: int) -> bytes:
    head = b"IHDR" + struct.pack(">II", width, height) + PNG[24:29]
    return PNG[:12] + head + struct.pack(">I", zlib.crc32(head)) + PNG[33:]


def xmp(attributes: str = "", inside: str = "") -> bytes:
    return f"<rdf:Description {attributes}>{inside}</rdf:Description>".encode()


def noted(record: int, said: bytes) -> bytes:
    """A note as press agencies write it (IPTC), in the place that Photoshop keeps for it."""
    data = bytes([0x1C, 2, record]) + struct.pack(">H", len(said)) + said
    data += b"\0" * (len(data) % 2)
    return b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(data)) + data


def objects(
    inside: bytes, head: bytes = b"/Filter/FlateDecode", type_: bytes = b"/ObjStm"
) -> bytes:
    return (
        b"%PDF-1.7\n1 0 obj\n<</Type" + type_ + head + b">>\nstream\n" + inside
        + b"\nendstream\nendobj\n%%EOF\n"
    )  # fmt: skip


ADOBE = b"http://ns.adobe.com/xap/1.0/\0"
ACT = b"<</S/JavaScript/JS(x)>>"
ONE, TWO = segment(0xE1, exif()), segment(0xE1, exif(position=True))
HEAVY = 9_900_000
USES = "".join(f'<g id="a{n + 1}">' + f'<use href="#a{n}"/>' * 10 + "</g>" for n in range(9))

TELLING = [
    file("png position", A_PNG, picture("PNG", exif=exif(position=True)), "image-position"),
    file("webp position", A_WEBP, picture("WEBP", exif=exif(position=True)), "image-position"),
    file("avif position", A_AVIF, picture("AVIF", exif=exif(position=True)), "image-position"),
    file("second block", A_JPEG, jpeg(ONE, TWO), "image-position"),
    file("owner", A_JPEG, jpeg(segment(0xE1, exif(owner="X"))), "file-author"),
    file("xmp position", A_JPEG, jpeg(segment(0xE1, ADOBE + xmp('exif:GPSLatitude="1"'))), "image-position"),
    file("long xmp", A_JPEG, jpeg(segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + xmp('q:GPSLatitude="1"'))), "image-position"),
    file("xmp creator", A_JPEG, jpeg(segment(0xE1, ADOBE + xmp("", "<dc:creator>X</dc:creator>"))), "file-author"),
    file("xmp creator said", A_JPEG, jpeg(segment(0xE1, ADOBE + xmp('dc:creator="X"'))), "file-author"),
    file("packed xmp", A_PNG, png(chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(xmp('dc:creator="X"')))), "file-author"),
    file("agency", A_JPEG, jpeg(segment(0xED, noted(80, b"Monsieur X"))), "file-author"),
    file("agency town", A_JPEG, jpeg(segment(0xED, noted(90, b"Port-Blanc"))), "image-position"),
    file("broken block", A_JPEG, jpeg(segment(0xE1, b"Exif\0\0II*\0\x08\0\0\0\x01\0\x69\x87\x04\0\x01\0\0\0\xff\xff\xff\x7f")), ""),
    file("text packed too well", A_PNG, png(chunk(b"zTXt", b"Author\0\0" + zlib.compress(b"a" * 60_000_000))), "file-content"),
]  # fmt: skip
SPOILT = [
    file("png cut", A_PNG, PNG[:-10], "file-content"),
    file("png cut inside", A_PNG, PNG[: PNG.index(b"IDAT") + 6], "file-content"),
    file("png and more", A_PNG, PNG + b"<script>alert(1)</script>", "file-content"),
    file("png and an archive", A_PNG, PNG + b"PK\3\4" + b"x" * 100, "file-content"),
    file("jpeg and more", A_JPEG, JPEG + b"<?php x ?>", "file-content"),
    file("webp and more", A_WEBP, WEBP + b"PK\3\4" * 9, "file-content"),
    file("jpeg cut", A_JPEG, JPEG[: len(JPEG) // 2], "file-content"),
    file("png of many points", A_PNG, sized(60_000, 60_000), "image-points"),
    file("png of 80 million points", A_PNG, sized(9_000, 9_000), "image-points"),
    file("png of no point", A_PNG, sized(0, 0), "file-content"),
    file("gif", A_PNG, picture("GIF"), "file-content"),
    file("heif", A_AVIF, picture("AVIF").replace(b"avif", b"heic", 1), "file-content"),
]  # fmt: skip
DRAWN = [
    file("svg shown without end", A_SVG, svg(f'<g id="a0"/>{USES}<use href="#a9"/>'), "drawing-holds"),
    file("svg shows itself", A_SVG, svg('<g id="a"><use href="#a"/></g>'), "drawing-holds"),
    file("svg escape", A_SVG, svg(r'<g fill="u\72l(//e.org)"/>'), "drawing-holds"),
    file("svg base", A_SVG, svg('<g xml:base="https://e.org/"/>'), "drawing-holds"),
    file("svg set of images", A_SVG, svg("<g fill=\"image-set('a.png' 1x)\"/>"), "drawing-holds"),
    file("svg mask", A_SVG, svg('<g mask="url( https://e.org/a#b )"/>'), "drawing-holds"),
    file("svg two roots", A_SVG, svg("") + svg(""), "drawing-broken"),
    file("svg utf-16", A_SVG, svg("").decode().encode("utf-16"), "file-encoding"),
    file("svg metadata", A_SVG, svg("<metadata>X</metadata>"), "drawing-holds"),
    file("svg very deep", A_SVG, svg("<g>\n" * 3_000 + "</g>\n" * 3_000), "drawing-holds"),
]  # fmt: skip
PAPERS = [
    file("pdf packed name", A_PDF, objects(zlib.compress(ACT), type_=b"/Obj#53tm"), "paper-active"),
    file("pdf packed twice", A_PDF, objects(zlib.compress(zlib.compress(ACT)), b"/Filter[/FlateDecode/FlateDecode]"), "paper-active"),
    file("pdf packed in letters", A_PDF, objects(base64.a85encode(zlib.compress(ACT)), b"/Filter[/ASCII85Decode/FlateDecode]"), "paper-active"),
    file("pdf packed otherwise", A_PDF, objects(b"xxxx", b"/Filter/LZWDecode"), "paper-active"),
    file("pdf packed short", A_PDF, objects(zlib.compress(ACT), b"/Filter/Fl"), "paper-active"),
    file("pdf not packed", A_PDF, objects(ACT, b""), "paper-active"),
    file("pdf broken pack", A_PDF, objects(b"nothing"), "paper-active"),
    file("pdf long head", A_PDF, objects(zlib.compress(ACT), b"/X(" + b"a" * 2_000 + b")/Filter/FlateDecode"), "paper-active"),
    file("pdf packed too well", A_PDF, objects(zlib.compress(b"\0" * 200_000_000)), "paper-active"),
    file("pdf attached", A_PDF, pdf(b"/AF [1 0 R] /Type/Filespec/EF<<>>"), "paper-active"),
    file("pdf opens an address", A_PDF, pdf(b"/OpenAction << /S /URI /URI (https://e.org) >>"), "paper-active"),
    file("pdf hidden after a comment", A_PDF, pdf(b"\n% >>stream\n/S /JavaScript /JS (x)\n% endstream\n"), "paper-active"),
    file("pdf author elsewhere", A_PDF, pdf(b"/Author 5 0 R"), "file-author"),
    file("pdf author in hexadecimal", A_PDF, pdf(b"/Auth#6Fr <FEFF004D>"), "file-author"),
    file("pdf described", A_PDF, objects(b"<dc:creator><rdf:Seq><rdf:li>X</rdf:li></rdf:Seq></dc:creator>", b"", b"/Metadata"), "file-author"),
    file("pdf described shortly", A_PDF, objects(b'<rdf:Description dc:creator="X"/>', b"", b"/Metadata"), "file-author"),
    # Each of these took minutes to a reader that looked back.
    file("pdf of streams", A_PDF, b"%PDF-1.7\n" + b"stream\n" * (HEAVY // 7) + b"<html>", "file-content"),
    file("pdf of creators", A_PDF, pdf(b"<dc:creator>" * (HEAVY // 12) + b"/JS (x)"), "paper-active"),
    file("pdf of empty streams", A_PDF, pdf(b"stream\nendstream\n" * (HEAVY // 17) + b"/JS (x)"), "paper-active"),
    file("pdf of open streams", A_PDF, pdf(b"/JS (x) " + b"stream\n" * (HEAVY // 7)), "paper-active"),
    file("pdf of numbers", A_PDF, pdf(b"/JS (x) " + b"#41" * (HEAVY // 3)), "paper-active"),
]  # fmt: skip
MEDIA = [case for case in (*TELLING, *SPOILT, *DRAWN, *PAPERS) if case.code]


def large(width: int, height: int, mode: str = "RGB") -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, (width, height)).save(buffer, "PNG")
    return buffer.getvalue()


PLAIN = [
    file("png of a camera", A_PNG, picture("PNG", exif=exif())),
    file("jpeg of a camera", A_JPEG, jpeg(ONE)),
    file("jpeg padded", A_JPEG, JPEG + b"\0\0"),
    file("webp of a camera", A_WEBP, picture("WEBP", exif=exif())),
    file("large png", A_PNG, large(4_000, 3_000)),
    file("png with a palette", A_PNG, large(10, 10, "P")),
    file("png with a see-through part", A_PNG, large(10, 10, "RGBA")),
    file("grey png", A_PNG, large(10, 10, "L")),
    file("svg icons", A_SVG, svg('<defs><g id="a"><path d="M0 0"/></g></defs>' + '<use href="#a"/>' * 60)),
    file("svg with an older link", A_SVG, svg('<defs><g id="a"/></defs><use xlink:href="#a"/>', ' xmlns:xlink="http://www.w3.org/1999/xlink"')),
    file("svg that says its name", A_SVG, svg("<title>É</title><desc>L’eau</desc>", ' role="img" aria-label="x"')),
    file("pdf of an office", A_PDF, pdf(b"/OpenAction[1 0 R /XYZ null null 0]/Lang(fr-FR)")),
    file("pdf of a typesetter", A_PDF, pdf(b"/OpenAction 5 0 R /PageMode/UseOutlines")),
    file("pdf with links", A_PDF, pdf(b"/Annots[<</Subtype/Link/A<</S/URI/URI(https://example.org/)>>>>]")),
    file("pdf with packed objects", A_PDF, objects(zlib.compress(b"<</Type/Page/Contents 4 0 R>>"))),
    file("pdf with no author", A_PDF, pdf(b"/Author () /Creator (Writer) /Producer (LibreOffice)")),
    file("pdf with a picture", A_PDF, objects(b"\xff\xd8/JS/AA/EF\xff\xd9", b"/Subtype/Image/Filter/DCTDecode", b"/XObject")),
]  # fmt: skip


def counted(cases: list[Case]) -> int:
    """How many different inputs there are, whatever they are named."""
    return len({(case.uri, case.content) for case in cases})
