#!/usr/bin/env python3
"""Answers a queue by itself, so that a demo or a test has something to carry.

    airlock-room … tasks PROJECT --as ann --json | answers.py project.json ann > answers.jsonl

The answers follow the schema and nothing else: what is chosen hangs on the task's own text, so that
two people asked about the same task mostly agree, and a little on the name, so that they don't
always. An output is chosen by its text, since its key differs from room to room.
"""

import hashlib
import json
import sys


class Chance:
    """Numbers below `count` that are the same for the same words on every machine."""

    def __init__(self, task, person):
        self.task, self.person = task, person

    def below(self, count, *words):
        """What all people would say, and for one in six what this one says instead."""
        common = self._number("everyone", *words)
        own = self._number(self.person, *words)
        return (own // 6 if own % 6 == 0 else common) % count

    def _number(self, *words):
        text = "\n".join([self.task, *words]).encode("utf-8", "surrogatepass")
        return int.from_bytes(hashlib.sha256(text).digest()[:6], "big")


def rating(question, task, chance):
    scale = question["scale"]
    low, high = scale["min"], scale["max"]

    def one(*words):
        return low + chance.below(high - low + 1, question["name"], *words)

    def whole(*words):
        if "criteria" not in question:
            return one(*words)
        return {criterion["name"]: one(criterion["name"], *words) for criterion in question["criteria"]}

    if "of" not in question:
        return whole()
    return {output["key"]: whole(output["text"]) for output in task["fields"][question["of"]]}


def values(question):
    return [o if isinstance(o, str) else o["value"] for o in question["options"]]


def choice(question, task, chance):
    options = values(question)
    return options[chance.below(len(options), question["name"])]


def choices(question, task, chance):
    return [choice(question, task, chance)]


def preference(question, task, chance):
    outputs = sorted(task["fields"][question["of"]], key=lambda output: output["text"])
    winners = [output["key"] for output in outputs] * 3
    winners += [name for name in ("tie", "bothBad") if question.get(name)]
    winner = winners[chance.below(len(winners), question["name"])]
    if winner in ("tie", "bothBad") or "strength" not in question:
        return {"winner": winner}
    strength = 1 + chance.below(question["strength"], question["name"], "strength")
    return {"winner": winner, "strength": strength}


def ranking(question, task, chance):
    outputs = sorted(
        task["fields"][question["of"]],
        key=lambda output: chance.below(1 << 40, question["name"], output["text"]),
    )
    return [[output["key"]] for output in outputs]


def text(question, task, chance):
    sentence = "Written by a script so that the walk has something to carry. "
    written = sentence * (question.get("minLength", 1) // len(sentence) + 1)
    return written.strip()[: question.get("maxLength", len(written))]


def number(question, task, chance):
    low, high = question.get("min", 0), question.get("max", 100)
    return low + chance.below(int(high - low) + 1, question["name"])


def steps(question, task, chance):
    count = max(question.get("minSteps", 1), 3)
    written = [{"text": f"Step {n} of a script.", "alternatives": []} for n in range(1, count + 1)]
    return {"steps": written, "final": "As the script says."} if question.get("final") else {"steps": written}


ANSWER = {f.__name__: f for f in (rating, choice, choices, preference, ranking, text, number, steps)}


def told(answer):
    """What a condition compares with: the option, the winner, the number."""
    return answer["winner"] if isinstance(answer, dict) and "winner" in answer else answer


def holds(condition, answer):
    if answer is None:
        return False
    is_one_of = (lambda value: value in answer) if isinstance(answer, list) else (lambda value: value == told(answer))
    if isinstance(condition, dict) and "not" in condition:
        return not is_one_of(condition["not"])
    if isinstance(condition, dict) and "in" in condition:
        return any(is_one_of(value) for value in condition["in"])
    return is_one_of(condition)


def answers(schema, task, person):
    # The first field is the same in every room; the task's hash and the outputs' order are not.
    first = task["fields"].get(schema["fields"][0]["name"], "")
    chance = Chance(json.dumps(first, ensure_ascii=True), person)
    given = {}
    for question in schema["questions"]:
        if not question.get("required"):
            continue
        conditions = question.get("when", {})
        if all(holds(wanted, given.get(name)) for name, wanted in conditions.items()):
            given[question["name"]] = ANSWER[question["type"]](question, task, chance)
    return given


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: answers.py project.json NAME <tasks.jsonl >answers.jsonl")
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    sys.stdin.reconfigure(encoding="utf-8", newline="\n")
    for line in sys.stdin:
        task = json.loads(line)
        if task["state"] in ("new", "draft"):
            answer = {
                "task": task["task"],
                "answers": answers(schema, task, sys.argv[2]),
                "activeMs": 30_000,
            }
            print(json.dumps(answer, separators=(",", ":")))


if __name__ == "__main__":
    main()
