"""Drives the client under test and looks at what it trusts."""

import json
import os
import subprocess
import tempfile

from repository import Server


class Client:
    def __init__(self, program, repository, root=None):
        self._folder = tempfile.TemporaryDirectory(prefix="tuf-conformance-")
        self._program = program
        self._server = Server(repository)
        self.metadata = os.path.join(self._folder.name, "metadata")
        self.targets = os.path.join(self._folder.name, "targets")
        for folder in (self.metadata, self.targets):
            os.mkdir(folder)
        self.init(root or repository.published["root"][0])

    def close(self):
        self._server.close()
        self._folder.cleanup()

    def _run(self, *arguments):
        done = subprocess.run(
            [self._program, "--metadata-dir", self.metadata, *arguments], capture_output=True,
            text=True, timeout=60)
        self.said = done.stderr
        assert done.returncode in (0, 1), f"ended with {done.returncode}: {done.stderr}"
        return done.returncode == 0

    def init(self, root):
        place = os.path.join(self._folder.name, "initial.json")
        with open(place, "wb") as file:
            file.write(root)
        return self._run("init", place)

    def refresh(self):
        return self._run("--metadata-url", f"{self._server.url}/metadata", "refresh")

    def download(self, *names):
        asked = [part for name in names for part in ("--target-name", name)]
        return self._run(
            "--metadata-url", f"{self._server.url}/metadata/", *asked, "--target-dir",
            self.targets, "--target-base-url", f"{self._server.url}/targets/", "download")

    def trusted(self):
        """The trusted version of each role, by the name of its file."""
        found = {}
        for name in sorted(os.listdir(self.metadata)):
            assert name.endswith(".json"), name
            with open(os.path.join(self.metadata, name), "rb") as file:
                found[name[:-5]] = json.load(file)["signed"]["version"]
        return found

    def bytes(self, role):
        with open(os.path.join(self.metadata, f"{role}.json"), "rb") as file:
            return file.read()

    def plant(self, role, data):
        """Makes bytes what the client has trusted before."""
        with open(os.path.join(self.metadata, f"{role}.json"), "wb") as file:
            file.write(data)

    def downloaded(self):
        files = [os.path.join(base, name) for base, _, names in os.walk(self.targets)
                 for name in names]
        contents = []
        for path in files:
            with open(path, "rb") as file:
                contents.append(file.read())
        return sorted(contents)
