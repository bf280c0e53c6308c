"""Checks a channel's folder with python-tuf, as somebody would who doesn't trust Airlock.

usage: verify_channel.py ROOT CHANNEL OUT [TARGET…]

ROOT is the trusted root file, CHANNEL holds metadata/ and targets/, OUT is an empty folder for what
python-tuf keeps. Prints one JSON object: the versions reached, and length and SHA-256 of each target.
"""

import hashlib
import json
import os
import sys
from urllib.parse import unquote, urlparse

from tuf.api.exceptions import DownloadHTTPError
from tuf.ngclient import FetcherInterface, Updater


class FolderFetcher(FetcherInterface):
    """python-tuf has no file:// of its own."""

    def _fetch(self, url):
        path = unquote(urlparse(url).path)
        if not os.path.isfile(path):
            raise DownloadHTTPError("no such file", 404)
        with open(path, "rb") as file:
            yield file.read()


def main(root, channel, out, *names):
    base = "file://" + os.path.abspath(channel)
    metadata, targets = os.path.join(out, "metadata"), os.path.join(out, "targets")
    os.makedirs(metadata)
    os.makedirs(targets)
    with open(root, "rb") as file:
        bootstrap = file.read()
    updater = Updater(
        metadata, base + "/metadata/", targets, base + "/targets/", FolderFetcher(),
        bootstrap=bootstrap)
    updater.refresh()
    found = {}
    for name in names:
        path = updater.download_target(updater.get_targetinfo(name))
        with open(path, "rb") as file:
            data = file.read()
        found[name] = {"length": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    trusted = updater._trusted_set
    print(json.dumps({
        "root": trusted.root.version, "timestamp": trusted.timestamp.version,
        "snapshot": trusted.snapshot.version, "targets": trusted.targets.version, "files": found}))


main(*sys.argv[1:])
