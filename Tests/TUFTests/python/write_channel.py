"""Writes a channel's metadata with python-tuf, for Airlock to verify.

usage: write_channel.py OUT PROJECT CHANNEL SEAL MANIFEST

OUT gets 1.root.json (two of three root keys), 2.root.json (new timestamp key, all three root keys),
3.root.json (one root key replaced) and version 1 of the other roles, with one target. Layout, member order and canonical form are python-tuf's own.
"""

import hashlib
import os
import sys
from datetime import datetime, timezone

from nacl.signing import SigningKey
from securesystemslib.formats import encode_canonical
from securesystemslib.signer import Signature, Signer, SSlibKey
from tuf.api.metadata import (
    Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp)
from tuf.api.serialization.json import JSONSerializer


class SodiumSigner(Signer):
    """Ed25519 by PyNaCl, so that nothing larger is needed."""

    def __init__(self):
        self._key = SigningKey.generate()
        value = {"public": self._key.verify_key.encode().hex()}
        canonical = encode_canonical(
            {"keytype": "ed25519", "scheme": "ed25519", "keyval": value}).encode()
        keyid = hashlib.sha256(canonical).hexdigest()
        self._public = SSlibKey(keyid, "ed25519", "ed25519", value)

    @property
    def public_key(self):
        return self._public

    @classmethod
    def from_priv_key_uri(cls, priv_key_uri, public_key, secrets_handler=None):
        raise NotImplementedError

    def sign(self, payload):
        return Signature(self._public.keyid, self._key.sign(payload).signature.hex())


def main(out, project, channel, seal, manifest):
    expires = datetime(2031, 2, 28, 23, 59, 59, tzinfo=timezone.utc)
    pretty = JSONSerializer(compact=False)
    signers = {name: SodiumSigner() for name in ("a", "b", "c", "d", "targets", "snapshot", "old", "new")}

    def store(name, metadata, *names, serializer=None):
        for index, signer in enumerate(names):
            metadata.sign(signers[signer], append=index > 0)
        metadata.to_file(os.path.join(out, name), serializer)
        with open(os.path.join(out, name), "rb") as file:
            return file.read()

    root = Root(expires=expires, consistent_snapshot=True, unrecognized_fields={
        "x-airlock": {"project": project, "seal": [seal], "later": [1, {"a": None}, "é\\\""]}})
    for role, names in {"root": ["a", "b", "c"], "targets": ["targets"], "snapshot": ["snapshot"],
                        "timestamp": ["old"]}.items():
        for name in names:
            root.add_key(signers[name].public_key, role)
    root.roles["root"].threshold = 2
    store("1.root.json", Metadata(root), "a", "c", serializer=pretty)
    root.version = 2
    root.roles["root"].threshold = 3
    root.revoke_key(signers["old"].public_key.keyid, "timestamp")
    root.add_key(signers["new"].public_key, "timestamp")
    store("2.root.json", Metadata(root), "c", "b", "a")
    root.version = 3
    root.revoke_key(signers["a"].public_key.keyid, "root")
    root.add_key(signers["d"].public_key, "root")
    store("3.root.json", Metadata(root), "d", "a", "b", "c", serializer=pretty)

    def bound(**more):
        return {"x-airlock": {"channel": channel, **more}}

    data = b"not sealed, and never opened"
    name = "00112233445566778899aabbccddeeff.age"
    target = TargetFile.from_data(name, data, ["sha256"])
    target.unrecognized_fields["custom"] = {"x-airlock": {"manifest": manifest}}
    with open(os.path.join(out, f"{hashlib.sha256(data).hexdigest()}.{name}"), "wb") as file:
        file.write(data)
    targets = store("1.targets.json", Metadata(Targets(
        expires=expires, targets={name: target}, unrecognized_fields=bound())), "targets")
    snapshot = store("1.snapshot.json", Metadata(Snapshot(
        expires=expires, unrecognized_fields=bound(),
        meta={"targets.json": MetaFile.from_data(1, targets, ["sha256"])})), "snapshot",
        serializer=pretty)
    store("timestamp.json", Metadata(Timestamp(
        expires=expires, unrecognized_fields=bound(issued=1767225601000, echo=None),
        snapshot_meta=MetaFile.from_data(1, snapshot, ["sha256"]))), "new")


main(*sys.argv[1:])
