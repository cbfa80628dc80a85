"""Small images, written byte by byte."""

import base64
import struct
import zlib


def png(width: int = 4, height: int = 2) -> bytes:
    """Make a PNG of one colour."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    rows = zlib.compress((b"\0" + b"\0" * width) * height)
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int = 4, height: int = 2) -> bytes:
    """Make the beginning of a JPEG: an application segment, then the frame."""
    frame = struct.pack(">BHH", 8, height, width) + b"\x01\x01\x11\x00"
    segments = [(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"), (0xC4, b"\0" * 17), (0xC0, frame)]
    return b"\xff\xd8" + b"".join(
        b"\xff" + bytes([kind]) + struct.pack(">H", len(it) + 2) + it for kind, it in segments
    )


def webp(kind: bytes = b"VP8X", width: int = 4, height: int = 2) -> bytes:
    """Make the beginning of a WEBP of one of its three kinds."""
    inside = {
        b"VP8X": b"\0" * 4 + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little"),
        b"VP8L": b"\x2f" + (width - 1 | (height - 1) << 14).to_bytes(4, "little"),
        b"VP8 ": b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", width, height),
    }[kind]
    body = b"WEBP" + kind + struct.pack("<I", len(inside)) + inside
    return b"RIFF" + struct.pack("<I", len(body)) + body


ICO = b"\0\0\x01\0\x01\0\x10\x10\0\0\x01\0\x20\0"


def svg(inside: str = "", said: str = 'width="4" height="2"') -> bytes:
    """Make an SVG."""
    return f'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" {said}>{inside}</svg>'.encode()


def encoded(content: bytes) -> str:
    """Write a file in Base64."""
    return base64.b64encode(content).decode()
