#!/usr/bin/env python3
"""corpus.py TARGET FOLDER: fills FOLDER with first inputs for a fuzz target.

They come from the exchange and age vectors, where those are at hand, from the sample projects, and
from the few lines below for what neither has. What is there already is left alone.
"""

import glob
import hashlib
import itertools
import json
import os
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
SHARED = os.environ.get("AIRLOCK_SHARED", os.path.join(ROOT, "..", "shared"))
AIRLOCK = os.path.join(SHARED, "vectors", "airlock")
LONGEST = 16384
VARIANTS = 2_000
LARGEST = 9007199254740991
PADDING = b"\x50\x2a\x4d\x18"

ZEROS = "0" * 64
ORDERS = [
    {"order": "none"},
    {"order": "freeze", "text": "stop"},
    {"order": "thaw", "text": "go"},
    {"order": "message", "text": "a\u2028b"},
    {"order": "guidelines", "text": ""},
    {"order": "wipe", "text": "over"},
    {"order": "reply", "act": ZEROS, "text": "yes"},
    {"order": "recall", "tasks": [ZEROS], "text": "wrong"},
    {"order": "accept-epoch", "epoch": "0" * 16},
    {"order": "rotate",
     "keys": ["d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"],
     "text": "new"},
]
ANSWERS = [
    {"better": {"winner": "k1", "strength": 2}, "why": "ten letters at least"},
    {"better": {"winner": "tie"}, "stars": {"k1": 1, "k2": 3}, "count": 0.5,
     "order": [["k1", "k2"]], "topics": ["unsafe"], "kind": "a"},
    {"better": {"winner": "bothBad"}, "order": [["k2"], ["k1"]],
     "why": "ten letters at least", "care": {"tone": 4, "facts": 5}},
    {"better": {"winner": "tie"}, "marks": [{"start": 0, "end": 3, "label": "error"}],
     "review": [{"step": 0, "label": "-", "critique": "no", "correction": "yes"}]},
    {"better": {"winner": "tie"}, "calls": [
        {"message": 1, "call": 0, "tool": "right", "arguments": "wrong", "needed": True,
         "severity": 2, "comment": "x"}]},
    {"better": {"winner": "tie"}, "chain": {
        "steps": [{"text": "one", "alternatives": ["two"]}], "final": "three"}},
    {"better": {"winner": "tie"}, "talk": {"messages": [
        {"role": "user", "content": "hi"}, {"role": "agent", "content": None, "tool_calls": [
            {"id": "1", "function": {"name": "find", "arguments": {"order": "1"}}}]}]}},
]
RECORDS = [
    {"id": 7, "instruction": "do", "response1": "a", "response2": 2, "steps": ["a", {"text": "b"}],
     "patch": "+", "paper": "long", "each": [{"text": "1"}, {"text": "2"}], "picture": "img/a.png",
     "history": [{"role": "user", "content": "x"}], "meta": {"temperature": 1.5, "tags": ["t"]}},
    {"instruction": "do", "response1": "a", "each": {"a": {"text": "1"}, "b/~": {"text": "2"}}},
]
TASKS = [
    {"id": "0" * 32, "fields": {"prompt": "p", "history": [
        {"role": "assistant", "content": None, "tool_calls": [
            {"id": "c", "function": {"name": "f", "arguments": "{}"}}]}],
        "solution": ["a", {"text": "b"}], "each": [{"key": "k1", "text": 1}],
        "responses": [{"key": "k1", "text": "a"}]}},
    {"id": "0" * 32, "fields": {"prompt": "p", "responses": [{"key": "k1", "text": "a"}]},
     "answers": {"better": {"winner": "tie"}}, "explain": "**so**"},
]
DSSE = [
    {"payload": "aGk=", "payloadType": "text/plain", "signatures": [{"keyid": "k", "sig": "AAAA"}]},
    {"signatures": [{"sig": "_-8="}, {"keyid": "\u00e9\n", "sig": ""}], "payloadType": "a",
     "payload": ""},
]

# What a channel never has and another repository may: delegations, no hashes.
TUF = [
    {"signatures": [], "signed": {
        "_type": "targets", "spec_version": "1.0.31", "version": 1,
        "expires": "2036-01-01T00:00:00Z",
        "targets": {"a/b": {"length": 1, "hashes": {"sha256": ZEROS}, "custom": {}}},
        "delegations": {
            "keys": {"74c181c7ad8a0855d4b55e44d2ba87aabdddb196832571f15f92fece332e4916": {
                "keytype": "ed25519", "scheme": "ed25519", "keyval": {
                    "public": "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"}}},
            "roles": [
                {"name": "a", "keyids": [], "threshold": 1, "terminating": True,
                 "paths": ["a/*.[!b-c]?"]},
                {"name": "../b", "keyids": [], "threshold": 2, "path_hash_prefixes": ["0", "ab"]},
            ]}}},
    {"signatures": [], "signed": {
        "_type": "snapshot", "spec_version": "1.0", "version": 2,
        "expires": "2036-01-01T00:00:00Z",
        "meta": {"targets.json": {"version": 1}, "a.json": {"version": 3, "length": 7}}}},
]


def act_kinds():
    act = {
        "airlock": "act/1", "log": "0" * 32 + "/" + "0" * 16, "person": "0" * 32, "n": 1,
        "previous": ZEROS, "salt": "0" * 32, "kind": "", "task": ZEROS, "schema": ZEROS,
        "guidelines": ZEROS, "at": 1, "activeMs": 2, "scripted": False,
    }
    more = {
        "revise": {
            "replaces": ZEROS, "answers": {"a": 1.0}, "origin": {"a": {"typed": 1, "pasted": 2}}},
        "withdraw": {"replaces": ZEROS}, "skip": {"text": "s"}, "flag": {"text": "f"},
        "ask": {"text": "?"}, "read": {"notice": ZEROS}, "key": {"key": ZEROS},
    }
    return [{**act, "kind": kind, **members} for kind, members in more.items()]


def files(*patterns):
    """The content of each file below the vectors or the package that fits a pattern."""
    for pattern in patterns:
        for root in (AIRLOCK, ROOT):
            for path in sorted(glob.glob(os.path.join(root, pattern), recursive=True)):
                if os.path.isfile(path):
                    with open(path, "rb") as file:
                        yield file.read()


def small(contents):
    return (content for content in contents if len(content) < 2048)


def lines(*patterns):
    for content in files(*patterns):
        yield from content.split(b"\n")[:20]


def texts(*patterns):
    """The text of each note."""
    for note in files(*patterns):
        yield note.rpartition(b"\n\n")[0] + b"\n"


def age_vectors():
    """The age files of the CCTV vectors, each of which follows a head of text."""
    for path in sorted(glob.glob(os.path.join(SHARED, "vectors", "age", "*"))):
        with open(path, "rb") as file:
            yield file.read().partition(b"\n\n")[2]


def sealed(*contents):
    """Contents sealed to the vectors' keys, where age is installed."""
    identities = os.path.join(AIRLOCK, "good", "identities.txt")
    for content in contents:
        try:
            yield run(["age", "-e", "-i", identities], content)
        except (OSError, subprocess.CalledProcessError):
            continue


def opened(*, decompressed):
    """What is sealed on the vectors' sticks, where age and zstd are installed."""
    identities = os.path.join(AIRLOCK, "good", "identities.txt")
    for bundle in files("good/stick/**/*.age", "bad/*/stick/**/*.age"):
        try:
            content = run(["age", "-d", "-i", identities], bundle)
            yield run(["zstd", "-d", "-c"], content) if decompressed else content
        except (OSError, subprocess.CalledProcessError):
            continue


def run(command, content):
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout


def written(values):
    for value in values:
        yield json.dumps(value, separators=(",", ":")).encode()


def answers():
    for line in lines("good/plain/*/acts.jsonl"):
        value = json.loads(line).get("answers") if line else None
        if value is not None:
            yield from written([value])
    yield from written(ANSWERS)


def variants(value):
    """A JSON value with one part of it changed in kind, left out, or there twice."""
    yield from (None, [], {}, "", 0, -1.5, True, LARGEST)
    if isinstance(value, dict):
        for name, member in value.items():
            yield {other: value[other] for other in value if other != name}
            for variant in variants(member):
                yield {**value, name: variant}
    if isinstance(value, list):
        for place, element in enumerate(value):
            yield value[:place] + value[place + 1:]
            yield value[:place] + [element] + value[place:]
            for variant in variants(element):
                yield value[:place] + [variant] + value[place + 1:]


def varied(contents):
    """The contents and, of those that are JSON, some variants: a fuzzer that knows only bytes
    rarely finds the way from one whole document to another."""
    values = []
    for content in contents:
        yield content
        try:
            values.append(json.loads(content))
        except ValueError:
            continue
    step = 1 + sum(1 for value in values for _ in variants(value)) // VARIANTS
    everything = (variant for value in values for variant in variants(value))
    yield from written(itertools.islice(everything, 0, None, step))


def inputs(target):
    metadata = ["good/stick/**/*.json", "good/lab.trust", "bad/*/stick/**/*.json"]
    plain = "good/plain/*/"
    tasks = ["good/project/tasks.jsonl", "bundles/*/tasks.jsonl"]
    match target:
        case "json":
            yield from small(files("good/**/*.json", "bundles/*/project.json"))
            yield from small(lines(*tasks))
        case "jsonl":
            for content in files("good/**/*.jsonl"):
                yield b"\x10" + content[:4000]
                yield b"\x03 " + content[:4000]
        case "age":
            yield from files("good/stick/**/*.age", "bad/age*/stick/**/*.age")
            yield from age_vectors()
            yield from sealed(b"", b"short", b"x" * 5000)
        case "note":
            yield from files("good/stick/**/*.note", "bad/note*/stick/**/*.note", "good/room.card")
            yield from texts("good/stick/**/*.note", "bad/note*/stick/**/*.note")
        case "checkpoint":
            yield from files(plain + "checkpoint")
            for text in texts(plain + "checkpoint"):
                yield b"airlock/log\n" + text.partition(b"\n")[2]
        case "dsse": yield from written(DSSE)
        case "card":
            yield from files("good/room.card", "bad/*/room.card")
            yield from texts("good/room.card")
        case "tuf":
            yield from files(*metadata)
            yield from written(TUF)
        case "manifest": yield from files(plain + "manifest.json")
        case "order":
            yield from files(plain + "order.json")
            yield from written({"airlock": "order/1", **order} for order in ORDERS)
        case "tar" | "bundle": yield from opened(decompressed=True)
        case "zstd":
            for content in opened(decompressed=False):
                yield content.rpartition(PADDING)[0]
            for zeros in (0, 1, 255):
                yield bytes([zeros]) + PADDING + zeros.to_bytes(4, "little") + bytes(zeros)
        case "project": yield from files("good/**/project.json", "bundles/*/project.json")
        case "record":
            yield from lines(*tasks)
            yield from written(RECORDS)
        case "task":
            yield from lines(plain + "tasks.jsonl", plain + "practice.jsonl")
            yield from written(TASKS)
        case "answers": yield from answers()
        case "act":
            yield from lines(plain + "acts.jsonl")
            yield from written(act_kinds())
        case "leaf": yield from lines(plain + "log.jsonl")
        case _: sys.exit(f"corpus: nothing is known of {target}")


def main():
    target, folder = sys.argv[1:]
    if not os.path.isdir(AIRLOCK):
        print("corpus: no vectors at hand, see AIRLOCK_SHARED: few first inputs", file=sys.stderr)
    for content in varied(inputs(target)):
        if 0 < len(content) <= LONGEST:
            path = os.path.join(folder, hashlib.sha256(content).hexdigest()[:16])
            if not os.path.exists(path):
                with open(path, "wb") as file:
                    file.write(content)


if __name__ == "__main__":
    main()
