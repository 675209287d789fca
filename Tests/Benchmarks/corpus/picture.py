"""Small PNG pictures."""

import random
import struct
import zlib


def png(source: random.Random, width: int = 96, height: int = 48) -> bytes:
    """Coloured bars on white; about a kilobyte."""
    rows = bytearray()
    colours = [bytes(source.randrange(256) for _ in range(3)) for _ in range(6)]
    heights = [source.randrange(height) for _ in range(width // 8)]
    for y in range(height):
        rows.append(0)
        for x in range(width):
            bar = x // 8
            inside = y >= heights[bar]
            rows += colours[bar % len(colours)] if inside else b"\xff\xff\xff"
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", zlib.compress(bytes(rows), 6))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)
