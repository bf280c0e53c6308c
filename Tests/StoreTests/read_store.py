"""Reads a table of a store, by Sources/Store/FORMAT.md alone: a check on the program that wrote it.

    read_store.py STORE TABLE < KEY        KEY: 64 hexadecimal digits and a line feed

Prints one JSON array a row; a blob is {"blob": hexadecimal digits}. Opened pages stay in memory.
Needs PyNaCl.
"""

import hashlib
import json
import os
import sqlite3
import struct
import sys

from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as unseal
from nacl.exceptions import CryptoError

PAGE, RESERVED, HEADER = 4096, 40, 4096
BODY = PAGE - RESERVED
LOG_HEADER, FRAME_HEADER = 32, 24
FRAME = FRAME_HEADER + PAGE


class Refused(Exception):
    """Why the store was not read."""


def key_of(store_key, kind, file_id):
    message = b"airlock/page/1" + bytes([kind]) + file_id
    return hashlib.blake2b(message, digest_size=32, key=store_key).digest()


def read_header(header, store_key):
    """The file id."""
    if header[:16] != b"airlock store/1\n":
        raise Refused("no store")
    whole = len(header) == HEADER and not any(header[128:])
    sizes = struct.unpack(">II", header[16:24])
    if not whole or hashlib.sha256(header[:96]).digest() != header[96:128]:
        raise Refused("the header is damaged")
    if sizes != (PAGE, RESERVED):
        raise Refused("another page size")
    file_id = header[24:56]
    try:
        unseal(header[80:96], header[:56], header[56:80], key_of(store_key, 0, file_id))
    except CryptoError:
        raise Refused("wrong key") from None
    return file_id


def read_page(sealed, number, key):
    """The page; None where it doesn't authenticate."""
    nonce, tag = sealed[BODY : BODY + 24], sealed[BODY + 24 :]
    try:
        body = unseal(sealed[:BODY] + tag, struct.pack(">BI", 1, number), nonce, key)
    except CryptoError:
        return None
    return body + bytes(RESERVED)


def checksum(start, data):
    """SQLite's running checksum, on little-endian words."""
    first, second = start
    words = struct.unpack(f"<{len(data) // 4}I", data)
    for even, odd in zip(words[::2], words[1::2]):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return first, second


def read_frame(frame, offset, salts, key):
    """Page number, database size after it or 0, page, stored checksum; None where the log ends."""
    number, size = struct.unpack(">II", frame[:8])
    if len(frame) < FRAME or frame[8:16] != salts:
        return None
    page, sealed_sum = frame[24 : 24 + BODY], frame[16:24]
    nonce, tag = frame[24 + BODY : 48 + BODY], frame[48 + BODY :]
    associated = struct.pack(">BI8sQ", 2, number, salts, offset)
    try:
        clear = unseal(page + sealed_sum + tag, associated, nonce, key)
    except CryptoError:
        return None
    return number, size, clear[:BODY] + bytes(RESERVED), struct.unpack(">II", clear[BODY:])


def read_log(log, key):
    """Pages that were committed in the log, by number, and the database's size; None without any."""
    if len(log) < LOG_HEADER:
        return {}, None
    magic, version, page_size = struct.unpack(">III", log[:12])
    running = checksum((0, 0), log[:24])
    if (magic, version, page_size) != (0x377F0682, 3007000, PAGE):
        return {}, None
    if running != struct.unpack(">II", log[24:32]):
        return {}, None
    committed, pending, size = {}, {}, None
    for offset in range(LOG_HEADER, len(log) - FRAME + 1, FRAME):
        frame = read_frame(log[offset : offset + FRAME], offset, log[16:24], key)
        if frame is None:
            break
        number, size_after, page, stored = frame
        running = checksum(running, log[offset : offset + 8] + page)
        if running != stored:
            break
        pending[number] = page
        if size_after:
            committed.update(pending)
            pending, size = {}, size_after
    return committed, size


def read_store(path, store_key):
    """The database in clear."""
    with open(path, "rb") as file:
        main = file.read()
    log = b""
    if os.path.exists(path + "-wal"):
        with open(path + "-wal", "rb") as file:
            log = file.read()
    file_id = read_header(main[:HEADER], store_key)
    newer, size = read_log(log, key_of(store_key, 2, file_id))
    count = size if size is not None else (len(main) - HEADER) // PAGE
    key = key_of(store_key, 1, file_id)
    pages = []
    for number in range(1, count + 1):
        place = HEADER + (number - 1) * PAGE
        page = newer.get(number) or read_page(main[place : place + PAGE], number, key)
        if page is None:
            raise Refused(f"page {number} is damaged")
        pages.append(page)
    if not pages:
        raise Refused("there is no page 1")
    return b"".join(pages)


def read_table(database, table):
    # SQLite reads a database in memory only where its header doesn't ask for a log.
    connection = sqlite3.connect(":memory:")
    connection.deserialize(database[:18] + b"\x01\x01" + database[20:])
    name = table.replace('"', '""')
    return connection.execute(f'SELECT * FROM "{name}" ORDER BY 1')


def main():
    path, table = sys.argv[1:]
    store_key = bytes.fromhex(sys.stdin.readline().strip())
    try:
        for row in read_table(read_store(path, store_key), table):
            print(json.dumps([{"blob": v.hex()} if isinstance(v, bytes) else v for v in row]))
    except Refused as reason:
        sys.exit(f"{path}: {reason}")


if __name__ == "__main__":
    main()
