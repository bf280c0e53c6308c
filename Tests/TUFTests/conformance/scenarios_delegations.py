"""Delegated roles: the order in which they are asked, and who may speak for what."""

import hashlib
from urllib.parse import quote

from repository import Key

PY = {"paths": ["*.py"]}
END = {"terminating": True}


def graph(edges, visited):
    """Delegations (who, to whom, rule), and the roles asked for a path that nobody names."""
    def scenario(repository, client):
        for delegator, name, *rule in edges:
            repository.delegate(delegator, name, **(rule[0] if rule else {}))
        names = {name for edge in edges for name in edge[:2]} - {"targets"}
        repository.release(*sorted(names))
        assert not client.download("nowhere")
        assert repository.requests[4:] == [(name, 1) for name in visited], repository.requests
        assert set(client.trusted()) == {"root", "timestamp", "snapshot", "targets", *visited}
    return scenario


T = "targets"
CASES = {
    "one": graph([(T, "A")], "A"),
    "two": graph([(T, "A"), (T, "B")], "AB"),
    "two_levels": graph([(T, "A"), (T, "B"), ("B", "C")], "ABC"),
    "depth_first": graph([(T, "A"), (T, "B"), ("A", "C"), ("A", "D")], "ACDB"),
    "depth_first_of_three": graph([(T, "A"), (T, "B"), ("A", "C"), ("C", "D")], "ACDB"),
    "terminating": graph([(T, "A"), (T, "B"), ("A", "C", END), ("A", "D")], "AC"),
    "terminating_with_children": graph(
        [(T, "A"), (T, "B"), ("A", "C", END), ("C", "D")], "ACD"),
    "terminating_for_other_paths": graph(
        [(T, "A", {**PY, **END}), (T, "B"), ("A", "C")], "B"),
    "other_paths": graph([(T, "A", PY), (T, "B"), ("A", "C")], "B"),
    "other_paths_below": graph([(T, "A"), (T, "B"), ("A", "C", PY), ("C", "D")], "AB"),
    "cycle": graph([(T, "A"), (T, "B"), ("B", "C"), ("C", "D"), ("D", "B")], "ABCD"),
    "to_itself": graph([(T, "A"), ("A", "A")], "A"),
    "two_to_a_third": graph([(T, "A"), (T, "B"), ("B", "C"), ("A", "C")], "ACB"),
    "two_to_a_third_by_paths": graph(
        [(T, "A"), (T, "B"), ("B", "C"), ("A", "C", PY)], "ABC"),
}


def tree(path, visited, found=True):
    def scenario(repository, client):
        repository.delegate(T, "A", paths=["*.doc", "*.md"])
        repository.delegate(T, "B", paths=["releases/*/*"])
        repository.delegate("B", "C", paths=["releases/x/*"])
        repository.delegate("B", "D", paths=["releases/y/*.zip"])
        for role, name in ((T, "file"), ("A", "README.md"), ("C", "releases/x/v1"),
                           ("D", "releases/y/v1.zip"), ("D", "releases/z/v1.zip")):
            repository.add_target(role, name, f"{role} says {name}".encode())
        repository.release(*"ABCD")
        assert client.download(path) == found, client.said
        assert client.downloaded() == ([repository.targets[path]] if found else [])
        assert repository.requests[4:] == [(name, 1) for name in visited]
    return scenario


CASES.update({
    "tree_top": tree("file", ""), "tree_wildcard": tree("README.md", "A"),
    "tree_folder": tree("releases/x/v1", "BC"), "tree_suffix": tree("releases/y/v1.zip", "BD"),
    "tree_not_all_of_the_chain_may": tree("releases/z/v1.zip", "B", found=False),
})


def prefixes(path, is_asked):
    def scenario(repository, client):
        digest = hashlib.sha256(b"some/path").hexdigest()
        repository.delegate(T, "A", path_hash_prefixes=["0z", digest[:3]])
        repository.add_target("A", "some/path", b"data")
        repository.release("A")
        assert client.download(path) == is_asked
        assert (("A", 1) in repository.requests) == is_asked
    return scenario


CASES.update({"hash_prefix": prefixes("some/path", True),
              "other_hash_prefix": prefixes("other/path", False)})


def unusual(name):
    """Role names are a stranger's words in addresses and file names."""
    def scenario(repository, client):
        repository.delegate(T, name)
        repository.release(name)
        assert not client.download("nowhere")
        assert repository.requests[-1] == (quote(name, ""), 1)
        assert len(client.trusted()) == 5
    return scenario


CASES.update({f"named_{place}": unusual(name) for place, name in enumerate(
    ["?", "#", "/role", "../role", "..", ".", "a b", "é", "%2e", "1.root"])})


def refused(bend):
    """A delegation that must not be followed: nothing is downloaded."""
    def scenario(repository, client):
        repository.delegate(T, "A")
        repository.add_target("A", "file", b"data")
        bend(repository)
        repository.release("A")
        assert not client.download("file")
        assert client.downloaded() == []
        assert "A" not in client.trusted()
    return scenario


def delegation(repository):
    return repository.signed[T]["delegations"]["roles"][0]


CASES.update({
    "unsigned": refused(lambda it: it.signers.update(A=[Key()])),
    "below_threshold": refused(lambda it: delegation(it).update(threshold=2)),
    "threshold_zero": refused(lambda it: delegation(it).update(threshold=0)),
    "expired": refused(lambda it: it.signed["A"].update(expires="2020-01-01T00:00:00Z")),
    "both_rules": refused(lambda it: delegation(it).update(path_hash_prefixes=["0"])),
    "another_type": refused(lambda it: it.signed["A"].update(_type="snapshot")),
    "two_of_one_name": refused(
        lambda it: it.signed[T]["delegations"]["roles"].append(dict(delegation(it)))),
    "named_as_a_role_of_root": refused(lambda it: delegation(it).update(name="snapshot")),
})


def test_a_delegated_role_that_snapshot_does_not_list(repository, client):
    repository.delegate(T, "A")
    repository.add_target("A", "file", b"data")
    repository.release()
    assert not client.download("file")


def test_the_hash_of_a_delegated_role_is_checked(repository, client):
    repository.with_hashes = True
    repository.delegate(T, "A")
    repository.add_target("A", "file", b"data")
    repository.publish("A")
    repository.signed["snapshot"]["meta"]["A.json"]["hashes"]["sha256"] = "00" * 32
    repository.release()
    assert not client.download("file")
    assert "A" not in client.trusted()


def test_threshold_of_a_delegated_role(repository, client):
    repository.delegate(T, "A")
    delegation(repository)["threshold"] = 3
    for _ in range(2):
        repository.add_key("A")
    repository.add_target("A", "file", b"data")
    repository.release("A")
    assert client.download("file"), client.said


def test_the_first_delegation_speaks_before_the_second(repository, client):
    for role in "AB":
        repository.delegate(T, role)
        repository.add_target(role, "file", b"data")
    other = repository.signed["A"]["targets"]["file"]
    repository.targets["file"] = b"A's"
    other.update(length=3, hashes={"sha256": hashlib.sha256(b"A's").hexdigest()})
    repository.release(*"AB")
    assert client.download("file"), client.said
    assert ("B", 1) not in repository.requests


def test_a_trusted_delegated_role_is_not_fetched_again(repository, client):
    repository.delegate(T, "A")
    repository.add_target("A", "one", b"1")
    repository.add_target("A", "two", b"2")
    repository.release("A")
    assert client.download("one") and client.download("two")
    assert repository.requests.count(("A", 1)) == 1


def test_a_trusted_delegated_role_whose_key_was_replaced_is_trusted_no_longer(repository, client):
    repository.delegate(T, "A")
    repository.add_target("A", "one", b"1")
    repository.add_target("A", "two", b"2")
    repository.release("A")
    assert client.download("one")
    repository.rotate("A")
    repository.release()
    assert not client.download("two")


def test_more_roles_than_anyone_asks(repository, client):
    for number in range(40):
        repository.delegate(f"r{number - 1}" if number else T, f"r{number}")
    repository.add_target("r39", "file", b"data")
    repository.release(*[f"r{number}" for number in range(40)])
    assert not client.download("file")
    assert len(repository.requests) < 4 + 40
