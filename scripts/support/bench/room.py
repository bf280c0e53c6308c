"""The workbench beside Potato on the same pairs: start, memory, next task, save.

Both are asked over HTTP as their own pages ask them, one person, one request at a time.
"""

import http.client
import json
import os
import time

from .machine import resident, spread
from .potato import beside as potato
from .records import make_pairs
from .world import PASSPHRASE, World

NAME = "ann"
SAVES = 300

SCHEMA = {
    "airlock": "project/1",
    "codename": "pairs",
    "version": 1,
    "fields": [
        {"name": "prompt", "type": "markdown", "from": "/instruction"},
        {
            "name": "responses",
            "type": "outputs",
            "from": ["/response1", "/response2"],
            "blind": True,
        },
    ],
    "questions": [
        {"name": "better", "type": "preference", "of": "responses", "tie": True, "required": True}
    ],
}

ROWS = (
    ("startSeconds", "start until the page is served, s"),
    ("firstTaskSeconds", "start until the first task is there, sign-in included, s"),
    ("residentMB", "resident memory after all of it, MB"),
)


class Page:
    """A browser's end of the workbench."""

    def __init__(self, url):
        self.authority = url.split("//", 1)[1].strip("/")
        self.connection = http.client.HTTPConnection(self.authority)
        self.headers = {
            "Origin": f"http://{self.authority}",
            "Sec-Fetch-Site": "same-origin",
            "Airlock-Tab": os.urandom(16).hex(),
        }

    def ask(self, method, path, body=None, kind="application/json"):
        headers = dict(self.headers)
        if body is not None and kind == "application/json":
            body = json.dumps(body).encode()
        if body is not None:
            headers["Content-Type"] = kind
        self.connection.request(method, path, body, headers)
        reply = self.connection.getresponse()
        text = reply.read()
        if reply.status != 200:
            raise RuntimeError(f"{method} {path}: {reply.status} {text[:200]!r}")
        if cookie := reply.getheader("Set-Cookie"):
            self.headers["Cookie"] = cookie.split(";", 1)[0]
        return json.loads(text) if path.startswith("/api/") else text


def airlock(world, project, saves):
    """Start, memory, next task and save of `airlock-room open`."""
    started = time.monotonic()
    with world.opened() as (process, url):
        page = Page(url)
        page.ask("GET", "/")
        usable = time.monotonic() - started
        page.ask(
            "POST", "/api/sign-in", f"{NAME}\n{PASSPHRASE}".encode(), "application/octet-stream"
        )
        page.ask("GET", "/api/projects")
        task = page.ask("GET", f"/api/projects/{project}/tasks/1")
        first = time.monotonic() - started
        nexts, saved = [], []
        for _ in range(saves):
            began = time.monotonic()
            answer = {
                "task": task["task"],
                "activeMs": 1000,
                "answers": {"better": {"winner": "k1"}},
                "origin": {},
            }
            page.ask("POST", f"/api/projects/{project}/submit", answer)
            saved.append(time.monotonic() - began)
            began = time.monotonic()
            place = page.ask("GET", f"/api/projects/{project}/next?after={task['position']}")
            task = page.ask("GET", f"/api/projects/{project}/tasks/{place['position']}")
            nexts.append(time.monotonic() - began)
        return {
            "startSeconds": round(usable, 3),
            "firstTaskSeconds": round(first, 3),
            "residentMB": resident(process.pid),
            "nextMs": spread(nexts),
            "saveMs": spread(saved),
        }


def run(folder, options, binaries):
    world = World(folder, binaries, SCHEMA)
    pairs = world.path("pairs.jsonl")
    source = make_pairs(pairs, options.pairs)
    project = world.introduce()
    world.employ(NAME, project, pairs)
    result = {
        "pairs": {"count": options.pairs, "source": source},
        "airlock": airlock(world, project, SAVES),
    }
    peer = potato(world.path("potato"), pairs, SAVES)
    return {**result, "potato": peer} if peer else result


def show(result):
    sides = [side for side in ("airlock", "potato") if side in result]
    print(f"\n{result['pairs']['count']} pairs, {SAVES} answers; {result['pairs']['source']}")
    print(f"{'':60}" + "".join(f"{side:>12}" for side in sides))
    for name, label in ROWS:
        print(f"{label:60}" + "".join(f"{result[side][name]:>12}" for side in sides))
    for name, label in (("nextMs", "next task"), ("saveMs", "save an answer, durably")):
        for part in ("p50", "p95", "p99", "worst"):
            print(
                f"{f'{label}, {part}, ms':60}"
                + "".join(f"{result[side][name][part]:>12}" for side in sides)
            )


def failures(_result):
    return []
