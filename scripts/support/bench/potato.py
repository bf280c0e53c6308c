"""Potato, the peer of the workbench: taken from PyPI, started on the pairs, asked as its page asks."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.parse

from .machine import resident, spread
from .records import ROOT

PACKAGE = "potato-annotation==2.12.1"
CONFIGURATION = """
annotation_task_name: pairs
task_dir: .
output_annotation_dir: out
data_files: [data/pairs.jsonl]
item_properties: {id_key: id, text_key: text}
output_annotation_format: jsonl
require_password: false
authentication: {method: in_memory}
user_config: {allow_all_users: true, users: []}
annotation_schemes:
  - {annotation_type: pairwise, name: better, description: "Which is better?", mode: binary}
"""


def beside(folder, pairs, saves):
    """Potato's figures; None, and said, where it can't be had."""
    program = _installed()
    if program is None:
        return None
    port = _prepare(folder, pairs)
    started = time.monotonic()
    with open(os.path.join(folder, "log"), "wb") as log:
        process = subprocess.Popen(
            [program, "start", "config.yaml", "-p", str(port)],
            cwd=folder,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        return _measure(port, started, process, saves)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _installed():
    """The program, installed on first use into a folder that git ignores."""
    home = os.path.join(ROOT, ".build", "potato")
    program = os.path.join(home, "bin", "potato")
    if not os.path.exists(program):
        print("bench: fetching Potato from PyPI")
        made = subprocess.run([sys.executable, "-m", "venv", home])
        pip = [os.path.join(home, "bin", "pip"), "-q", "install", PACKAGE]
        if made.returncode != 0 or subprocess.run(pip).returncode != 0:
            print("bench: Potato is left out: it can't be fetched from PyPI")
            return None
    return program


def _prepare(folder, pairs):
    """Potato's own form of the same pairs, and a free port."""
    os.makedirs(os.path.join(folder, "data"))
    with open(pairs, encoding="utf-8") as source, open(
        os.path.join(folder, "data", "pairs.jsonl"), "w", encoding="utf-8"
    ) as file:
        for record in map(json.loads, source):
            texts = [record["response1"], record["response2"]]
            file.write(json.dumps({"id": record["id"], "text": texts}) + "\n")
    with open(os.path.join(folder, "config.yaml"), "w", encoding="utf-8") as file:
        file.write(CONFIGURATION)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class Page:
    """A browser's end of Potato."""

    def __init__(self, port):
        self.port, self.cookie = port, ""

    def ask(self, method, path, body=None, kind="application/json", **headers):
        # A connection each: Potato's server closes it after every reply.
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        if body is not None:
            headers["Content-Type"] = kind
        connection.request(method, path, body, {"Cookie": self.cookie, **headers})
        reply = connection.getresponse()
        text = reply.read()
        if cookie := reply.getheader("Set-Cookie"):
            self.cookie = cookie.split(";", 1)[0]
        connection.close()
        if reply.status >= 400:
            raise RuntimeError(f"Potato, {method} {path}: {reply.status} {text[:200]!r}")
        return text


def _wait_for(page, process):
    """Asks until the first page comes."""
    while True:
        try:
            page.ask("GET", "/")
            return
        except ConnectionError:
            if process.poll() is not None:
                raise RuntimeError("Potato ended before it served a page") from None
            time.sleep(0.02)


def _measure(port, started, process, saves):
    page = Page(port)
    _wait_for(page, process)
    usable = time.monotonic() - started
    form = urllib.parse.urlencode({"email": "ann", "pass": "x", "action": "login"})
    page.ask("POST", "/auth", form, "application/x-www-form-urlencoded")
    shown = page.ask("GET", "/annotate")
    first = time.monotonic() - started
    nexts, saved = [], []
    for _ in range(saves):
        answer = {
            "instance_id": _instance(shown),
            "annotations": {"better:A": "A"},
            "span_annotations": [],
        }
        began = time.monotonic()
        page.ask("POST", "/updateinstance", json.dumps(answer))
        saved.append(time.monotonic() - began)
        began = time.monotonic()
        move = json.dumps({"action": "next_instance"})
        page.ask("POST", "/annotate", move, **{"X-Potato-Navigation": "1"})
        shown = page.ask("GET", "/annotate")
        nexts.append(time.monotonic() - began)
    return {
        "startSeconds": round(usable, 3),
        "firstTaskSeconds": round(first, 3),
        "residentMB": resident(process.pid),
        "nextMs": spread(nexts),
        "saveMs": spread(saved),
    }


def _instance(page):
    """The id of the pair that a page shows."""
    found = re.search(rb"pair-\d+", page)
    if found is None:
        raise RuntimeError("Potato's page names no pair")
    return found.group().decode()
