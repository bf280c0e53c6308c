"""A lab, a room and a stick in a folder, driven by the real programs."""

import contextlib
import json
import os
import signal
import subprocess

PASSPHRASE = "bench bench bench bench bench"


class World:
    """`schema` becomes the project's project.json."""

    def __init__(self, folder, binaries, schema):
        self.folder, self.binaries = folder, binaries
        self.passphrase = self.path("passphrase")
        with open(self.passphrase, "w", encoding="utf-8") as file:
            file.write(PASSPHRASE + "\n")
        os.makedirs(self.path("project"))
        with open(self.path("project", "project.json"), "w", encoding="utf-8") as file:
            json.dump(schema, file)
        with open(self.path("project", "guidelines.md"), "w", encoding="utf-8") as file:
            file.write("# Bench\n")
        os.makedirs(self.path("stick"))

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def command(self, side, *arguments):
        program = os.path.join(self.binaries, f"airlock-{side}")
        common = ["--home", self.path(side), "--passphrase-file", self.passphrase, "--json"]
        return [program, *common, *arguments]

    def ask(self, side, *arguments):
        done = subprocess.run(self.command(side, *arguments), check=True, stdout=subprocess.PIPE)
        return json.loads(done.stdout)

    def pack(self, project, records):
        """The command that packs a file of records onto the stick."""
        return self.command(
            "lab", "pack", project, "--tasks", records, "--exchange", self.path("stick")
        )

    def open(self):
        """Opens the room's workbench without a browser; its process and its address."""
        process = subprocess.Popen(
            [
                os.path.join(self.binaries, "airlock-room"),
                *("--home", self.path("room"), "open", "--no-browser", "--allow-network", "--json"),
            ],
            stdout=subprocess.PIPE,
        )
        return process, json.loads(process.stdout.readline())["url"]

    @contextlib.contextmanager
    def opened(self):
        """The room's workbench while it is open: its process and its address."""
        process, url = self.open()
        try:
            yield process, url
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()

    def employ(self, name, project, records):
        """Packs the records, brings them to the room and lets a person of that name work there."""
        subprocess.run(self.pack(project, records), check=True, stdout=subprocess.DEVNULL)
        self.ask("room", "sync", self.path("stick"))
        self.ask("room", "person", "add", name, "--person-passphrase-file", self.passphrase)
        self.ask("room", "grant", name, project)

    def introduce(self):
        """Everything up to the first pack; the project's id."""
        self.ask("lab", "init", "--name", "Bench")
        self.ask("room", "init", "--name", "Bench")
        project = self.ask("lab", "project", "add", self.path("project"))["project"]
        trust, card = self.path("lab.trust"), self.path("room.card")
        lab = self.ask("lab", "trust", project, "-o", trust)["fingerprint"]
        room = self.ask("room", "card", "-o", card)["fingerprint"]
        self.ask("lab", "room", "enroll", card, "--project", project, "--fingerprint", room)
        self.ask("room", "trust", trust, "--fingerprint", lab)
        return project
