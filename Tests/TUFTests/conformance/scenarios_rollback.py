"""Versions that run back, contents that change under a version, and what frees a client."""

import copy
import hashlib
import json

from repository import Key


def test_an_older_timestamp_is_refused(repository, client):
    old = repository.published["timestamp"][0]
    repository.publish("timestamp")
    assert client.refresh()
    repository.published["timestamp"].append(old)
    assert not client.refresh()
    assert client.trusted()["timestamp"] == 2
    assert repository.requests[-1] == ("timestamp", None)


def test_other_content_under_the_trusted_version_is_ignored(repository, client):
    assert client.refresh()
    repository.signed["timestamp"]["meta"]["snapshot.json"] = {"version": 100}
    repository.published["timestamp"] = [repository.file("timestamp")]
    assert client.refresh()
    assert repository.requests[-1] == ("timestamp", None)
    assert json.loads(client.bytes("timestamp"))["signed"]["meta"]["snapshot.json"]["version"] == 1


def test_a_timestamp_of_the_trusted_version_that_is_not_signed_is_refused(repository, client):
    assert client.refresh()
    repository.published["timestamp"] = [repository.file("timestamp", [Key()])]
    assert not client.refresh()


def snapshot_back(with_hashes):
    def scenario(repository, client):
        repository.with_hashes = with_hashes
        repository.release()
        repository.publish("snapshot", "timestamp")
        assert client.refresh()
        old = copy.deepcopy(repository.signed["snapshot"])
        repository.signed["snapshot"]["version"] = 1
        repository.publish("snapshot", "timestamp")
        repository.signed["snapshot"] = old
        assert not client.refresh()
        assert client.trusted()["snapshot"] == 3
        assert client.trusted()["timestamp"] == 3
        assert repository.requests[-1] == ("timestamp", None)
    return scenario


def targets_back(with_hashes):
    def scenario(repository, client):
        repository.with_hashes = with_hashes
        repository.release()
        repository.release()
        assert client.refresh()
        repository.signed["targets"]["version"] = 1
        repository.release()
        assert not client.refresh()
        # The timestamp is good and kept, the snapshot that leads back is not.
        assert client.trusted() == {"root": 1, "timestamp": 4, "snapshot": 3, "targets": 3}
    return scenario


def wrong(role, change):
    """What leads to a document says something else than it is."""
    def scenario(repository, client):
        repository.with_hashes = True
        repository.release()
        assert client.refresh()
        repository.publish("targets")
        if role == "snapshot":
            repository.publish("snapshot")
            change(repository.signed["timestamp"]["meta"]["snapshot.json"])
        else:
            change(repository.signed["snapshot"]["meta"]["targets.json"])
            repository.publish("snapshot")
        repository.publish("timestamp")
        assert not client.refresh()
        assert client.trusted()[role] == 2
    return scenario


def otherwise(reference):
    reference["hashes"] = {"sha256": "46" * 32}


CASES = {
    "snapshot_back": snapshot_back(False), "snapshot_back_with_hashes": snapshot_back(True),
    "targets_back": targets_back(False), "targets_back_with_hashes": targets_back(True),
    "snapshot_hash": wrong("snapshot", otherwise), "targets_hash": wrong("targets", otherwise),
    "snapshot_length": wrong("snapshot", lambda entry: entry.update(length=entry["length"] - 1)),
    "targets_length": wrong("targets", lambda entry: entry.update(length=entry["length"] + 1)),
    "targets_unknown_hash": wrong("targets", lambda entry: entry.update(hashes={"md5": "00"})),
    "targets_one_of_two_hashes": wrong(
        "targets", lambda entry: entry["hashes"].update(sha512="00" * 64)),
}


def test_both_hashes_match(repository, client):
    repository.with_hashes = True
    data = repository.file("targets")
    repository.put("targets", data)
    repository.signed["snapshot"]["meta"]["targets.json"]["hashes"] = {
        "sha512": hashlib.sha512(data).hexdigest(), "later": "00"}
    repository.publish("snapshot", "timestamp")
    assert client.refresh(), client.said


def test_a_version_that_its_name_does_not_have(repository, client):
    assert client.refresh()
    repository.signed["root"]["version"] = 2
    repository.publish("root")  # says 3, and is served for 2
    data = repository.published["root"][-1]
    repository._metadata = lambda name, serve=repository._metadata: (
        data if name == "2.root" else serve(name))
    assert not client.refresh()
    assert client.trusted()["root"] == 1


def test_a_snapshot_of_another_version_than_the_timestamp_names(repository, client):
    repository.signed["snapshot"]["version"] = 2
    data = repository.file("snapshot")
    repository._metadata = lambda name, serve=repository._metadata: (
        data if name == "1.snapshot" else serve(name))
    assert not client.refresh()
    assert client.trusted() == {"root": 1, "timestamp": 1}


def test_a_document_that_the_snapshot_no_longer_lists(repository, client):
    repository.delegate("targets", "a")
    repository.release("a")
    assert client.refresh()
    del repository.signed["snapshot"]["meta"]["a.json"]
    repository.publish("snapshot", "timestamp")
    assert not client.refresh()
    assert client.trusted()["snapshot"] == 2


def test_a_delegated_role_that_runs_back(repository, client):
    repository.delegate("targets", "a")
    repository.release("a")
    repository.publish("a", "snapshot", "timestamp")
    assert client.refresh()
    repository.signed["snapshot"]["meta"]["a.json"]["version"] = 1
    repository.publish("snapshot", "timestamp")
    assert not client.refresh()


def test_targets_that_snapshot_does_not_know_yet_are_not_asked_for(repository, client):
    assert client.refresh()
    repository.publish("targets")
    assert client.refresh()
    assert repository.requests[-1] == ("timestamp", None)


def far_ahead(role, rotated):
    """A stolen key runs versions far ahead; other keys make the client forget them."""
    def scenario(repository, client):
        for name in ("timestamp", "snapshot", "targets")[:rotated[1]]:
            repository.signed[name]["version"] = 2 ** 53 - 3
        repository.release()
        assert client.refresh(), client.said
        for name in ("timestamp", "snapshot", "targets")[:rotated[1]]:
            repository.signed[name]["version"] = 0
        repository.release()
        assert not client.refresh()
        for name in rotated[0]:
            repository.rotate(name)
        repository.publish("root")
        repository.release()
        assert client.refresh(), client.said
        assert client.trusted()[role] == 2
    return scenario


CASES.update({
    "far_ahead_timestamp": far_ahead("timestamp", (["timestamp"], 1)),
    "far_ahead_snapshot": far_ahead("snapshot", (["snapshot", "timestamp"], 2)),
    "far_ahead_targets": far_ahead("targets", (["snapshot", "timestamp"], 3)),
})


def test_a_snapshot_key_alone_frees_targets(repository, client):
    repository.signed["targets"]["version"] = 99
    repository.release()
    assert client.refresh()
    repository.rotate("snapshot")
    repository.signed["targets"]["version"] = 1
    repository.publish("root")
    repository.release()
    assert client.refresh(), client.said
    assert client.trusted()["targets"] == 2


def test_a_key_more_frees_nothing(repository, client):
    repository.publish("timestamp")
    assert client.refresh()
    repository.add_key("timestamp")
    repository.publish("root")
    repository.signed["timestamp"]["version"] = 0
    repository.publish("timestamp")
    assert not client.refresh()
    assert client.trusted()["timestamp"] == 2


def test_rotation_forgets_although_the_release_is_not_there_yet(repository, client):
    repository.signed["timestamp"]["version"] = 99
    repository.publish("timestamp")
    assert client.refresh()
    repository.rotate("timestamp")
    repository.publish("root")
    repository.published["timestamp"] = []
    assert not client.refresh()
    repository.signed["timestamp"]["version"] = 1
    repository.publish("timestamp")
    assert client.refresh(), client.said
    assert client.trusted()["timestamp"] == 2
