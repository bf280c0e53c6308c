"""Thresholds, rotations, and keys that are not what they seem."""

import hashlib
import json

from repository import Key, canonical


def root_rotation(*steps):
    """Roots of (keys, threshold, signers) by number; the last may be refused (a fourth member)."""
    def scenario(repository, client):
        keys = [Key() for _ in range(10)]
        repository.published["root"] = []
        repository.root["version"] = 0
        for step in steps:
            names, threshold, signers = step[:3]
            role = repository.root["roles"]["root"]
            role.update(keyids=[], threshold=threshold)
            for place in names:
                repository.add_key("root", keys[place], signs=False)
            repository.signers["root"] = [keys[place] for place in signers]
            repository.root["version"] += 1
            repository.put("root", repository.file("root"))
        client.init(repository.published["root"][0])
        is_good = len(steps[-1]) == 3
        assert client.refresh() == is_good, client.said
        assert client.bytes("root") == repository.published["root"][-1 if is_good else -2]
    return scenario


ALL = [0, 1, 2, 3, 4]
CASES = {f"root_{name}": root_rotation(*steps) for name, steps in {
    "one_of_one": [([1], 1, [1]), ([2], 1, [2, 1]), ([2], 1, [2])],
    "signatures_of_others": [([1], 1, [3, 1, 4]), ([2], 1, [3, 2, 1, 4]), ([2], 1, [3, 2, 4])],
    "other_holders_each_time": [(ALL, 3, [0, 2, 4]), (ALL, 3, [0, 4, 1]), (ALL, 3, [0, 1, 3])],
    "one_of_five_replaced": [(ALL, 3, [0, 2, 4]), ([0, 1, 3, 4, 5], 3, [0, 4, 1])],
    "one_replaced_signs": [(ALL, 3, [0, 2, 4]), ([0, 1, 3, 4, 5], 3, [0, 2, 4, 5]),
                           ([0, 1, 3, 4, 5], 3, [0, 4, 5])],
    "all_replaced": [(ALL, 3, [0, 2, 4]), ([5, 6, 7, 8, 9], 3, [0, 2, 4, 5, 6, 7]),
                     ([5, 6, 7, 8, 9], 3, [5, 6, 7])],
    "threshold_grows": [([1, 2, 3], 1, [1]), ([1, 2, 3], 2, [1, 2])],
    "threshold_shrinks": [([1, 2, 3], 2, [1, 2]), ([1, 2, 3], 1, [1, 2]), ([1, 2, 3], 1, [1])],
    "a_holder_more": [([1], 1, [1]), ([1, 2], 2, [1, 2])],
    "without_old_key": [([1], 1, [1]), ([2], 1, [2, 3, 4], False)],
    "without_new_key": [([1], 1, [1]), ([2], 1, [1, 3, 4], False)],
    "too_few_new": [(ALL, 3, [0, 2, 4]), ([0, 1, 3, 4, 5], 3, [0, 2, 4], False)],
    "too_few_old": [(ALL, 3, [0, 2, 4]), ([0, 1, 3, 4, 5], 3, [0, 4, 5], False)],
    "new_threshold_not_met": [([1, 2, 3], 1, [1]), ([1, 2, 3], 2, [2], False)],
    "old_threshold_not_met": [([1, 2, 3], 2, [1, 2]), ([1, 2, 3], 1, [1], False)],
}.items()}


def role_rotation(names, threshold, signers, is_good=True):
    """Other keys for timestamp, snapshot and targets, one after the other."""
    def scenario(repository, client):
        for role in ("timestamp", "snapshot", "targets"):
            keys = [Key() for _ in range(6)]
            repository.root["roles"][role].update(keyids=[], threshold=threshold)
            for place in names:
                repository.add_key(role, keys[place], signs=False)
            repository.signers[role] = [keys[place] for place in signers]
            repository.publish("root")
            repository.release()
            assert client.refresh() == is_good, client.said
            if is_good:
                assert client.bytes(role) == repository.published[role][-1]
    return scenario


CASES.update({f"role_{name}": role_rotation(*step) for name, step in {
    "replaced": ([2], 1, [2]), "signatures_of_others": ([1], 1, [3, 1, 4]),
    "not_signed_by_the_new": ([2], 1, [1, 3, 4], False),
    "one_signer_is_no_longer_there": ([0, 1, 3, 4, 5], 3, [0, 2, 4], False),
    "too_few": (ALL, 3, [0, 4], False), "enough": (ALL, 3, [2, 3, 4]),
}.items()})


def test_a_threshold_that_grew_is_asked_of_the_trusted_too(repository, client):
    for _ in range(2):
        repository.add_key("snapshot", signs=False)
    repository.publish("root")
    assert client.refresh()
    repository.root["roles"]["snapshot"]["threshold"] = 3
    repository.publish("root")
    assert not client.refresh()
    assert client.trusted()["root"] == 3


def test_a_threshold_that_no_keys_can_meet(repository, client):
    for _ in range(4):
        repository.add_key("snapshot")
    repository.root["roles"]["snapshot"]["threshold"] = 6
    repository.publish("root")
    repository.release()
    assert not client.refresh()
    assert client.trusted()["root"] == 2
    assert "snapshot" not in client.trusted()


def threshold(value):
    def scenario(repository, client):
        repository.root["roles"]["targets"]["threshold"] = value
        repository.publish("root")
        assert not client.refresh()
        assert client.trusted()["root"] == 1
    return scenario


CASES.update({"threshold_zero": threshold(0), "threshold_below_zero": threshold(-1),
              "threshold_in_words": threshold("1")})


def test_one_key_listed_often_counts_once(repository, client):
    key = repository.add_key("snapshot")
    role = repository.root["roles"]["snapshot"]
    role["keyids"] += [key.keyid] * 8
    role["threshold"] = 6
    repository.publish("root")
    repository.release()
    assert not client.refresh()
    assert "snapshot" not in client.trusted()


def test_one_key_under_two_names_counts_once(repository, client):
    key = repository.signers["snapshot"][0]
    twin = Key()
    twin.public = {**key.public, "again": True}
    twin._key = key._key
    twin.keyid = hashlib.sha256(canonical(twin.public)).hexdigest()
    repository.add_key("snapshot", twin)
    repository.root["roles"]["snapshot"]["threshold"] = 2
    repository.publish("root")
    repository.release()
    assert not client.refresh()
    assert client.trusted()["root"] == 2
    assert "snapshot" not in client.trusted()


def test_a_key_under_anothers_name(repository, client):
    key = repository.add_key("snapshot")
    repository.root["keys"][key.keyid] = Key().public
    repository.publish("root")
    assert not client.refresh()
    assert client.trusted()["root"] == 1


def test_a_role_that_names_a_key_which_is_not_there(repository, client):
    repository.root["roles"]["targets"]["keyids"].append("00" * 32)
    repository.publish("root")
    assert not client.refresh()


def doubled(role):
    """Two signatures under one name, both good, are not allowed."""
    def scenario(repository, client):
        document = json.loads(repository.published[role].pop())
        document["signatures"].append(document["signatures"][0])
        repository.published[role].append(json.dumps(document).encode())
        assert not client.refresh()
        assert role not in client.trusted()
    return scenario


CASES.update({"doubled_timestamp": doubled("timestamp"), "doubled_snapshot": doubled("snapshot"),
              "doubled_targets": doubled("targets")})


def test_a_bad_signature_beside_enough_good_ones(repository, client):
    second = repository.add_key("timestamp", signs=False)
    repository.publish("root")
    for nonsense in ("00" * 64, "", "zz", "é"):
        repository.publish("timestamp")
        document = json.loads(repository.published["timestamp"].pop())
        document["signatures"].append({"keyid": second.keyid, "sig": nonsense})
        repository.published["timestamp"].append(json.dumps(document).encode())
        assert client.refresh(), client.said


def test_the_name_of_a_key_may_cover_all_its_members(repository, client):
    repository.add_key("root", Key(extra={"keyid_hash_algorithms": ["md5"]}))
    plain = Key()
    plain.public = {**plain.public, "note": "named without this member"}
    repository.add_key("root", plain)
    repository.publish("root")
    assert client.refresh(), client.said
    assert client.trusted()["root"] == 2


def other_scheme(keytype, scheme):
    """Keys of schemes that we don't check may be there and count for nothing."""
    def scenario(repository, client):
        repository.add_key("timestamp", Key(keytype, scheme))
        repository.publish("root", "timestamp")
        assert client.refresh(), client.said
        repository.root["roles"]["timestamp"]["threshold"] = 2
        repository.publish("root", "timestamp")
        assert not client.refresh()
        assert client.trusted()["root"] == 3
    return scenario


CASES.update({"rsa": other_scheme("rsa", "rsassa-pss-sha256"),
              "ecdsa": other_scheme("ecdsa", "ecdsa-sha2-nistp256"),
              "unheard_of": other_scheme("new", "new")})
