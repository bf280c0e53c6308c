"""A TUF repository in memory that a test bends as it likes, served over loopback.

Documents are plain dictionaries, so that what a test writes need not be valid. Signatures are
PyNaCl's, the canonical form securesystemslib's: nothing here shares code with what is tested.
"""

import copy
import hashlib
import json
import threading
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

from nacl.signing import SigningKey
from securesystemslib.formats import encode_canonical

TOP = ("root", "timestamp", "snapshot", "targets")


def canonical(value):
    return encode_canonical(value).encode()


def moment(days=30):
    """The form of time in TUF, so many days from now."""
    return (datetime.now(timezone.utc) + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")


class Key:
    """An Ed25519 key, or one of another scheme that can only pretend to sign."""

    def __init__(self, keytype="ed25519", scheme="ed25519", extra=None):
        self._key = SigningKey.generate()
        self.public = {"keytype": keytype, "scheme": scheme,
                       "keyval": {"public": self._key.verify_key.encode().hex()}, **(extra or {})}
        self.keyid = hashlib.sha256(canonical(self.public)).hexdigest()

    def sign(self, signed):
        return {"keyid": self.keyid, "sig": self._key.sign(canonical(signed)).signature.hex()}


class Repository:
    """What is published, what is about to be, and what was asked for."""

    def __init__(self, consistent=True):
        self.signed = {}
        self.signers = {}
        self.published = {}
        self.targets = {}
        self.with_hashes = False
        self.requests = []
        self.fetched = []
        for role in TOP:
            self.signed[role] = self._document(role)
        self.root.update(consistent_snapshot=consistent, keys={}, roles={})
        self.signed["timestamp"]["meta"] = {"snapshot.json": {"version": 1}}
        self.signed["snapshot"]["meta"] = {"targets.json": {"version": 1}}
        self.signed["targets"]["targets"] = {}
        for role in TOP:
            self.add_key(role)
        self.publish(*reversed(TOP))

    @staticmethod
    def _document(role, days=30):
        return {"_type": role, "spec_version": "1.0.31", "version": 1, "expires": moment(days)}

    @property
    def root(self):
        return self.signed["root"]

    def role(self, name):
        """Keys and threshold of a role where they are listed: in root, or in who delegates."""
        if name in TOP:
            return self.root["keys"], self.root["roles"].setdefault(
                name, {"keyids": [], "threshold": 1})
        for document in self.signed.values():
            for role in document.get("delegations", {}).get("roles", []):
                if role["name"] == name:
                    return document["delegations"]["keys"], role
        raise KeyError(name)

    def add_key(self, name, key=None, signs=True):
        key = key or Key()
        keys, role = self.role(name)
        keys[key.keyid] = key.public
        if key.keyid not in role["keyids"]:
            role["keyids"].append(key.keyid)
        if signs:
            self.signers.setdefault(name, []).append(key)
        return key

    def rotate(self, name):
        """Other keys in place of a role's, as many as its threshold."""
        _, role = self.role(name)
        role["keyids"].clear()
        self.signers[name] = []
        for _ in range(role["threshold"]):
            self.add_key(name)

    def delegate(self, delegator, name, days=30, **rule):
        """A role under another one; `rule` is paths or path_hash_prefixes, and terminating."""
        delegations = self.signed[delegator].setdefault("delegations", {"keys": {}, "roles": []})
        entry = {"name": name, "keyids": [], "threshold": 1, "terminating": False,
                 **(rule if rule.keys() & {"paths", "path_hash_prefixes"}
                    else {"paths": ["*"], **rule})}
        delegations["roles"].append(entry)
        key = self.signers.get(name, [Key()])[0]
        delegations["keys"][key.keyid] = key.public
        entry["keyids"].append(key.keyid)
        self.signers[name] = [key]
        if name not in self.signed:
            self.signed[name] = {**self._document("targets", days), "targets": {}}

    def add_target(self, role, path, data):
        self.targets[path] = data
        self.signed[role]["targets"][path] = {
            "length": len(data), "hashes": {"sha256": hashlib.sha256(data).hexdigest()}}

    def publish(self, *roles):
        """The next version of each role, its place in snapshot or timestamp brought up to date."""
        for role in roles:
            if role in self.published:
                self.signed[role]["version"] += 1
            self.put(role, self.file(role))

    def file(self, role, signers=None):
        signed = copy.deepcopy(self.signed[role])
        signatures = [key.sign(signed) for key in signers or self.signers[role]]
        return json.dumps({"signatures": signatures, "signed": signed}, indent=1).encode()

    def put(self, role, data):
        """Makes bytes the newest document of a role."""
        self.published.setdefault(role, []).append(data)
        entry = {"version": self.signed[role]["version"]}
        if self.with_hashes:
            entry.update(length=len(data), hashes={"sha256": hashlib.sha256(data).hexdigest()})
        if role == "snapshot":
            self.signed["timestamp"]["meta"]["snapshot.json"] = entry
        elif role not in ("root", "timestamp"):
            self.signed["snapshot"]["meta"][f"{role}.json"] = entry

    def release(self, *more):
        """All that may change without root."""
        self.publish(*more, "targets", "snapshot", "timestamp")

    def answer(self, path):
        """The bytes at a path of the server; None where there are none."""
        kind, _, name = path.lstrip("/").partition("/")
        if kind == "metadata" and name.endswith(".json"):
            return self._metadata(name[:-5])
        if kind == "targets":
            self.fetched.append(name)
            folder, slash, last = name.rpartition("/")
            if self.root["consistent_snapshot"]:
                digest, _, last = last.partition(".")
            data = self.targets.get(unquote(folder + slash + last))
            return data
        return None

    def _metadata(self, name):
        versioned = name.split(".")[0].isdigit() and (
            self.root["consistent_snapshot"] or name.endswith(".root"))
        version, role = (int(name.partition(".")[0]), name.partition(".")[2]) if versioned \
            else (None, name)
        self.requests.append((role, version))
        documents = self.published.get(unquote(role), [])
        if version is None:
            return documents[-1] if documents else None
        found = [data for data in documents if json.loads(data)["signed"]["version"] == version]
        return found[-1] if found else None


class Server:
    """Serves one repository on 127.0.0.1."""

    def __init__(self, repository):
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                data = repository.answer(self.path)
                if data is None:
                    self.send_error(404)
                    return
                self.send_response(200)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self):
        self._server.shutdown()
        self._server.server_close()
