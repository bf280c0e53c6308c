"""Records to measure with: the shared real ones where they are, else made up."""

import json
import os
import random
import subprocess
import sys

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".."))
WORDS = "the a model answer reason because however step value table order check result is not".split()


def shared(*parts):
    """A place in the shared data, which may not be there."""
    return os.path.join(os.environ.get("AIRLOCK_SHARED", os.path.join(ROOT, "..", "shared")), *parts)


def make_records(path, size):
    """Fills `path` with at least `size` bytes of records; says where they come from."""
    generator = shared("data", "make_big.py")
    if os.path.exists(generator):
        command = [sys.executable, generator, "--src", shared("data", "tasks")]
        command += ["--out", path, "--count", "0", "--bytes", str(size), "--tail-every", "0"]
        command += ["--kinds", "b_pairwise,d_cot_math", "--vary"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return "real records of b_pairwise and d_cot_math, repeated"
    chance, written, number = random.Random(1), 0, 0
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        while written < size:
            written += file.write(_line(_made_up(chance, f"made-{number:08d}")))
            number += 1
    return "made-up records"


def make_pairs(path, count):
    """Fills `path` with `count` pairs of responses; says where they come from."""
    source = shared("data", "tasks", "b_pairwise.jsonl")
    chance, real = random.Random(1), []
    if os.path.exists(source):
        with open(source, encoding="utf-8") as file:
            real = [record for record in map(json.loads, file) if "response1" in record]
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for number in range(count):
            record = real[number % len(real)] if real else _made_up(chance, "")
            kept = {name: record[name] for name in ("instruction", "response1", "response2")}
            file.write(_line({"id": f"pair-{number:07d}", **kept}))
    return "real pairs of b_pairwise, repeated" if real else "made-up pairs"


def _made_up(chance, name):
    record = {"id": name}
    for field, most in (("instruction", 60), ("response1", 120), ("response2", 120)):
        record[field] = " ".join(chance.choices(WORDS, k=chance.randrange(5, most)))
    return record


def _line(record):
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
