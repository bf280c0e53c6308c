#!/usr/bin/env python3
"""Kills the workbench's server, or the browser, at random moments of typing, and looks what is lost.

    scripts/support/kill_typing.py FOLDER_OF_PROGRAMS [--rounds 200] [--seed N]

A real room, a real Chromium. In each round a person types into an answer, now and then submits, and
at a random moment one of the two programs gets `kill -9`. Afterwards the half-typed text must be
there again but for what was typed in the last half second, and every submitted answer must be there.
Ends with what the worst round lost; exit 1 where a promise was broken. Needs the .venv of setup.
"""

import argparse
import json
import math
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

from playwright.sync_api import Error, expect, sync_playwright

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
sys.path.insert(0, os.path.join(ROOT, "scripts", "support"))
sys.dont_write_bytecode = True

from bench.pages import sign_in  # noqa: E402
from bench.world import World  # noqa: E402

ALLOWED_MS = 500
NAME = "ann"
LETTERS = "abcdefghijklmnopqrstuvwxyz ,.-é漢"
SCHEMA = {
    "airlock": "project/1",
    "codename": "typing",
    "version": 1,
    "fields": [{"name": "prompt", "type": "text", "from": "/prompt"}],
    "questions": [{"name": "note", "type": "text", "required": True}],
}
expect.set_options(timeout=30_000)


class Room:
    """The room and its server, which is killed and started again."""

    def __init__(self, folder, binaries, tasks):
        self.world = World(folder, binaries, SCHEMA)
        records = self.world.path("records.jsonl")
        with open(records, "w", encoding="utf-8") as file:
            for number in range(tasks):
                file.write(json.dumps({"id": f"t{number}", "prompt": f"Write, {number}."}) + "\n")
        self.project = self.world.introduce()
        self.world.employ(NAME, self.project, records)
        self.server = None

    def open(self):
        if self.server is not None and self.server.poll() is None:
            return
        self.server, self.url = self.world.open()

    def close(self):
        self.server.send_signal(signal.SIGINT)
        self.server.wait()

    def answered(self):
        """How many tasks the store says are answered."""
        told = subprocess.run(
            self.world.command("room", "tasks", self.project, "--as", NAME),
            check=True,
            stdout=subprocess.PIPE,
        )
        return sum(json.loads(line)["state"] == "answered" for line in told.stdout.splitlines())


class Person:
    """Who types, in a Chromium that may be killed."""

    def __init__(self, playwright, room):
        self.playwright, self.room, self.browser = playwright, room, None
        # So that no other browser of this machine is taken for this one.
        self.mark = f"--airlock-typing={os.getpid()}"

    def come(self):
        """Signs in where that is needed and opens the task where work goes on."""
        if self.browser is None or not self.browser.is_connected():
            arguments = [self.mark, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
            self.browser = self.playwright.chromium.launch(
                executable_path="/usr/bin/chromium", args=arguments
            )
        self.page = self.browser.new_context().new_page()
        sign_in(self.page, self.room.url, NAME)
        self.page.goto(f"{self.room.url}p/{self.room.project}")
        self.write()

    def write(self):
        """Puts the cursor behind what is in the field."""
        expect(self.field()).to_be_visible()
        self.page.wait_for_timeout(350)
        self.field().focus()
        self.page.keyboard.press("Control+End")

    def leave(self):
        try:
            self.page.context.close()
        except Error:
            pass

    def field(self):
        return self.page.locator("textarea.write")

    def processes(self):
        """The browser and all that it started, which `kill -9` takes."""
        parents = {}
        for name in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{name}/stat", encoding="utf-8") as file:
                    parents[int(name)] = int(file.read().rsplit(")", 1)[1].split()[1])
                with open(f"/proc/{name}/cmdline", encoding="utf-8") as file:
                    if self.mark in file.read().split("\0"):
                        parents[int(name)] = 0
            except OSError:
                pass
        found = {child for child, parent in parents.items() if parent == 0 and child > 2}
        while more := {child for child, parent in parents.items() if parent in found} - found:
            found |= more
        return sorted(found)


def type_until(person, moment, chance):
    """Types letter by letter until `moment`; each with the time after which it was in the page.

    The last may have reached the page or not: of it nothing is known when the browser goes.
    """
    typed = []
    try:
        while time.monotonic() < moment:
            letter = chance.choice(LETTERS)
            typed.append((letter, math.inf))
            person.page.keyboard.type(letter)
            typed[-1] = (letter, time.monotonic())
            time.sleep(chance.uniform(0.005, 0.09))
    except Error:
        pass  # The browser is gone.
    return typed


def submit(person, chance):
    """Submits what is typed; true once the next task is there."""
    shown = person.page.locator(".bar .count .digits").inner_text()
    person.page.keyboard.type(chance.choice(LETTERS[:26]))
    person.page.keyboard.press("Control+Enter")
    expect(person.page.locator(".bar .count .digits")).not_to_have_text(shown)
    person.write()


def one_round(person, room, chance, kept):
    """Types, kills, comes back; gives the text that is there now and milliseconds lost."""
    submitted = 0
    if chance.random() < 0.4:
        submit(person, chance)
        kept, submitted = "", 1
    victims = [room.server.pid] if chance.random() < 0.5 else person.processes()
    moment = time.monotonic() + chance.uniform(0.05, 2.5)
    killed = []

    def kill():
        killed.append(time.monotonic())
        for victim in victims:
            try:
                os.kill(victim, signal.SIGKILL)
            except ProcessLookupError:
                pass

    timer = threading.Timer(max(0, moment - time.monotonic()), kill)
    timer.start()
    typed = type_until(person, moment, chance)
    timer.join()
    person.leave()
    if room.server.pid in victims:
        room.server.wait()
    room.open()
    person.come()
    return kept, submitted, typed, killed[0], person.field().input_value()


def lost_ms(kept, typed, killed, found):
    """How old the oldest letter is that isn't there; None where the text isn't what was typed."""
    whole = kept + "".join(letter for letter, _ in typed)
    if not whole.startswith(found) or len(found) < len(kept):
        return None
    missing = typed[len(found) - len(kept) :]
    return max(0, 1_000 * (killed - missing[0][1])) if missing else 0


def soak(room, rounds, seed):
    chance, kept, submitted, worst = random.Random(seed), "", 0, 0
    room.open()
    with sync_playwright() as playwright:
        person = Person(playwright, room)
        person.come()
        for number in range(rounds):
            before, more, typed, killed, found = one_round(person, room, chance, kept)
            submitted += more
            lost = lost_ms(before, typed, killed, found)
            if lost is None or lost > ALLOWED_MS:
                return f"round {number}, seed {seed}: {before!r} + {typed!r} became {found!r}"
            worst, kept = max(worst, lost), found
            if sys.stdout.isatty() or number % 20 == 19:
                print(f"{number + 1} rounds: at most {worst:.0f} ms of typing lost", flush=True)
        person.leave()
    room.close()
    if (answered := room.answered()) != submitted:
        return f"seed {seed}: {submitted} answers were submitted, {answered} are there"
    print(f"typing: {rounds} kills, {submitted} answers, at most {worst:.0f} ms lost, seed {seed}")
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("programs")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(1, 1_000_000))
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="airlock-typing.")
    room = Room(folder, options.programs, options.rounds)
    try:
        trouble = soak(room, options.rounds, options.seed)
    finally:
        if room.server is not None and room.server.poll() is None:
            room.server.kill()
        shutil.rmtree(folder, ignore_errors=True)
    if trouble:
        sys.exit(f"typing: {trouble}")


if __name__ == "__main__":
    main()
