"""Refresh, what is trusted after a failure, and the forms of documents."""

import json

from repository import Key, moment

FIRST = [("root", 2), ("timestamp", None), ("snapshot", 1), ("targets", 1)]
ALL = {"root": 1, "timestamp": 1, "snapshot": 1, "targets": 1}


def test_refresh_asks_for_what_it_needs(repository, client):
    assert client.refresh()
    assert repository.requests == FIRST
    assert client.trusted() == ALL


def test_a_second_refresh_asks_for_no_more_than_root_and_timestamp(repository, client):
    assert client.refresh() and client.refresh()
    assert repository.requests[4:] == [("root", 2), ("timestamp", None)]


def test_download_refreshes_first(repository, client):
    assert not client.download("nothing there")
    assert repository.requests == FIRST
    assert client.trusted() == ALL


def test_an_unreadable_first_root_asks_for_nothing(repository, client):
    root = json.loads(repository.published["root"][0])
    del root["signed"]["version"]
    client.init(json.dumps(root).encode())
    assert not client.refresh()
    assert repository.requests == []


def test_an_unsigned_first_root_asks_for_nothing(repository, client):
    root = json.loads(repository.published["root"][0])
    root["signatures"][0]["sig"] = "00" * 64
    client.init(json.dumps(root).encode())
    assert not client.refresh()
    assert repository.requests == []


def unsigned(role, trusted):
    def scenario(repository, client):
        repository.signers[role] = [Key()]
        if role == "root":
            repository.publish("root")
        else:
            for name in ("targets", "snapshot", "timestamp"):
                del repository.published[name]
                repository.signed[name]["version"] = 1
            repository.publish("targets", "snapshot", "timestamp")
        assert not client.refresh()
        assert client.trusted() == trusted
    return scenario


def missing(role, asked, trusted):
    """A document that isn't there: what comes before it is trusted all the same."""
    def scenario(repository, client):
        assert client.refresh()
        if role == "timestamp":
            del repository.published["timestamp"]
        elif role == "snapshot":
            repository.signed["timestamp"]["meta"]["snapshot.json"]["version"] = 2
            repository.publish("timestamp")
        else:
            repository.signed["snapshot"]["meta"]["targets.json"]["version"] = 2
            repository.publish("snapshot", "timestamp")
        assert not client.refresh()
        assert repository.requests[-1] == asked
        assert client.trusted() == trusted
    return scenario


def expired(role, trusted):
    def scenario(repository, client):
        assert client.refresh()
        repository.signed[role]["expires"] = moment(-1)
        repository.publish("root") if role == "root" else repository.release()
        assert not client.refresh()
        assert client.trusted() == trusted
        # Errors leave nobody behind: what is published next is taken.
        repository.signed[role]["expires"] = moment(1)
        repository.publish("root") if role == "root" else repository.release()
        assert client.refresh(), client.said
    return scenario


def other_form(change):
    """A signed timestamp of another form changes nothing."""
    def scenario(repository, client):
        assert client.refresh()
        change(repository.signed["timestamp"])
        repository.publish("timestamp")
        assert not client.refresh()
        assert client.trusted() == ALL
    return scenario


CASES = {
    "unsigned_root": unsigned("root", {"root": 1}),
    "unsigned_timestamp": unsigned("timestamp", {"root": 1}),
    "unsigned_snapshot": unsigned("snapshot", {"root": 1, "timestamp": 1}),
    "unsigned_targets": unsigned("targets", {"root": 1, "timestamp": 1, "snapshot": 1}),
    "missing_timestamp": missing("timestamp", ("timestamp", None), ALL),
    "missing_snapshot": missing("snapshot", ("snapshot", 2), {**ALL, "timestamp": 2}),
    "missing_targets": missing(
        "targets", ("targets", 2), {**ALL, "timestamp": 2, "snapshot": 2}),
    "expired_root": expired("root", {**ALL, "root": 2}),
    "expired_timestamp": expired("timestamp", ALL),
    "expired_snapshot": expired("snapshot", {**ALL, "timestamp": 2}),
    "expired_targets": expired("targets", {**ALL, "timestamp": 2, "snapshot": 2}),
    "another_type": other_form(lambda signed: signed.update(_type="snapshot")),
    "another_specification": other_form(lambda signed: signed.update(spec_version="2.0.0")),
    "no_expiry": other_form(lambda signed: signed.pop("expires")),
    "another_form_of_time": other_form(lambda signed: signed.update(expires="2099-01-01")),
    "meta_without_snapshot": other_form(lambda signed: signed.update(meta={})),
}


def test_an_expired_root_on_the_way_is_no_end(repository, client):
    repository.root["expires"] = moment(-1)
    repository.publish("root")
    repository.root["expires"] = moment(1)
    repository.publish("root")
    assert client.refresh()
    assert client.trusted()["root"] == 3


def test_expired_trusted_metadata_leads_to_newer(repository, client):
    for role in ("targets", "snapshot", "timestamp"):
        repository.signed[role]["expires"] = moment(-1)
        client.plant(role, repository.file(role))
        repository.signed[role]["expires"] = moment(1)
    repository.release()
    assert client.refresh()
    assert client.trusted() == {"root": 1, "timestamp": 2, "snapshot": 2, "targets": 2}


def test_expired_trusted_metadata_of_the_newest_version_is_refused(repository, client):
    assert client.refresh()
    repository.signed["timestamp"]["expires"] = moment(-1)
    client.plant("timestamp", repository.file("timestamp"))
    repository.published["timestamp"] = [repository.file("timestamp")]
    assert not client.refresh()


def test_damaged_trusted_metadata_is_fetched_anew(repository, client):
    assert client.refresh()
    for role in ("timestamp", "snapshot", "targets"):
        client.plant(role, b"{")
    assert client.refresh()
    assert client.trusted() == ALL


def test_bytes_are_kept_as_they_came(repository, client):
    repository.published["timestamp"][-1] += b" \n"
    assert client.refresh()
    assert client.bytes("timestamp") == repository.published["timestamp"][-1]


def test_unknown_members_are_signed_and_kept(repository, client):
    for role in repository.signed:
        repository.signed[role]["later"] = {"a": [1, None, "é\"\\"], "b": True}
    key = Key(extra={"later": {"a": 1}})
    repository.add_key("root", key)
    repository.root["roles"]["root"]["later"] = "value"
    repository.publish("root")
    repository.release()
    assert client.refresh(), client.said
    assert client.trusted() == {"root": 2, "timestamp": 2, "snapshot": 2, "targets": 2}


def test_a_repository_without_consistent_snapshots(repository, client):
    repository.root["consistent_snapshot"] = False
    repository.add_target("targets", "a/b.txt", b"data")
    repository.publish("root")
    repository.release()
    assert client.download("a/b.txt"), client.said
    assert repository.requests[2:] == [
        ("timestamp", None), ("snapshot", None), ("targets", None)]
    assert repository.fetched == ["a/b.txt"]


def test_consistent_snapshots_not_said_are_none(repository, client):
    answer = repository.answer
    del repository.root["consistent_snapshot"]
    repository.publish("root")
    repository.root["consistent_snapshot"] = False
    repository.answer = answer
    assert client.refresh(), client.said
    assert repository.requests[-1] == ("targets", None)
