#!/usr/bin/env python3
"""Prints what a demo has done: table.py FOLDER NAME…, from the files that scripts/demo left there.

Each number comes from another place, so that the row agrees only if the walk was whole: packed from
the lab's `pack`, imported from the rooms' `sync`, answered from the rooms' queues, verified from the
lab's export. Exits 1 where they don't agree.
"""

import json
import os
import sys

folder, names = sys.argv[1], sys.argv[2:]


def read(name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return file.read()


def document(name):
    return json.loads(read(name))


def lines(name):
    return [json.loads(line) for line in read(name).splitlines()]


def imported(project):
    channels = [c for room in ("room7.sync", "room8.sync") for c in document(room)["channels"]]
    return sum(c["tasks"] for c in channels if c["project"] == project)


def answered(name):
    queues = lines(f"{name}.ann") + lines(f"{name}.bea")
    return sum(task["state"] == "answered" for task in queues)


def number(value):
    return "–" if value is None else f"{value:.3f}"


def main():
    whole = True
    print(f"{'project':20}{'packed':>9}{'imported':>10}{'answered':>10}{'verified':>10}")
    for name in names:
        packed = document(f"{name}.packed")["tasks"]
        counts = (packed, imported(read(f"{name}.id").strip()), answered(name), len(lines(f"{name}.jsonl")))
        whole = whole and counts[0] == counts[1] and counts[2] == counts[3]
        print(f"{name:20}{counts[0]:>9}{counts[1]:>10}{counts[2]:>10}{counts[3]:>10}")
    print()
    print(f"{'agreement':20}{'question':20}{'alpha':>9}{'Fleiss':>9}{'Cohen':>9}")
    for name in names:
        for question in document(f"{name}.agreement")["questions"]:
            found = question["coefficients"]
            pairs = list(found.get("cohen_kappa", {}).values())
            print(
                f"{name:20}{question['name']:20}"
                f"{number(found.get('krippendorff_alpha_nominal')):>9}"
                f"{number(found.get('fleiss_kappa')):>9}"
                f"{number(pairs[0] if pairs else None):>9}"
            )
    if not whole:
        sys.exit("demo: the numbers don't agree")


if __name__ == "__main__":
    main()
