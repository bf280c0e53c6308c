"""Downloads."""


def test_a_target_is_downloaded_under_its_hash(repository, client):
    repository.add_target("targets", "file.txt", b"contents")
    repository.release()
    assert client.refresh()
    assert client.downloaded() == []
    assert client.download("file.txt"), client.said
    assert client.downloaded() == [b"contents"]
    assert len(repository.fetched) == 1 and repository.fetched[0].endswith(".file.txt")


def test_a_target_in_folders(repository, client):
    repository.add_target("targets", "path/to/file.txt", b"contents")
    repository.release()
    assert client.download("path/to/file.txt"), client.said
    assert client.downloaded() == [b"contents"]
    assert repository.fetched[0].startswith("path/to/")


def test_what_is_there_is_not_fetched_again(repository, client):
    repository.add_target("targets", "file.txt", b"contents")
    repository.release()
    assert client.download("file.txt") and client.download("file.txt")
    assert len(repository.fetched) == 1


def test_several_targets_and_the_first_that_fails_ends_it(repository, client):
    repository.add_target("targets", "one", b"1")
    repository.add_target("targets", "two", b"2")
    repository.release()
    assert not client.download("one", "nowhere", "two")
    assert client.downloaded() == [b"1"]
    assert client.download("two", "one")
    assert client.downloaded() == [b"1", b"2"]
    assert repository.requests.count(("timestamp", None)) == 2


def test_other_contents_are_refused(repository, client):
    repository.add_target("targets", "one", b"contents")
    repository.add_target("targets", "two", b"contents")
    repository.release()
    assert client.download("one")
    for other in (b"CONTENTS", b"content", b"contents and more", b""):
        repository.targets["one"] = repository.targets["two"] = other
        client.download("one")
        assert not client.download("two")
        assert client.downloaded() == [b"contents"]


def test_a_target_that_changes_takes_the_place_of_the_old(repository, client):
    for number in range(4):
        data = f"contents {number}".encode()
        repository.add_target("targets", "file.txt", data)
        repository.release()
        assert client.download("file.txt"), client.said
        assert client.downloaded() == [data]


def test_a_target_that_is_not_on_the_server(repository, client):
    repository.add_target("targets", "file.txt", b"contents")
    repository.release()
    del repository.targets["file.txt"]
    assert not client.download("file.txt")
    assert client.downloaded() == []


def unusual(path):
    def scenario(repository, client):
        repository.add_target("targets", path, b"contents")
        repository.release()
        assert client.download(path), client.said
        assert client.downloaded() == [b"contents"]
    return scenario


CASES = {f"named_{place}": unusual(path) for place, path in enumerate(
    ["a b", "%41", "a?b#c", "é/ü", "../up", "..", "a//b", "[x]", "-x"])}
