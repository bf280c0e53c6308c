"""Pack and import against `tar | zstd -3 | age` and against NNCP, on the same records."""

import os
import shutil
import subprocess

from .machine import bytes_below, measured
from .nncp import without_airlock as nncp
from .records import make_records
from .world import World

MEMORY_LIMIT_MB = 200

SCHEMA = {
    "airlock": "project/1",
    "codename": "bench",
    "version": 1,
    "fields": [
        {"name": name, "type": "text", "from": pointer, "optional": True}
        for name, pointer in (
            ("instruction", "/instruction"),
            ("input", "/input"),
            ("passage", "/passage"),
            ("question", "/question"),
            ("answer", "/answer"),
            ("solution", "/other/solution"),
        )
    ]
    + [
        {
            "name": "responses",
            "type": "outputs",
            "from": ["/response1", "/response2", "/output_1", "/output_2"],
            "blind": True,
            "optional": True,
        }
    ],
    "questions": [{"name": "note", "type": "text"}],
}

ROWS = (
    ("pack", "airlock-lab pack"),
    ("tarZstdAge", "tar | zstd -3 | age, sha256sum"),
    ("nncpFile", "nncp-file"),
    ("import", "airlock-room sync, into the store"),
    ("ageZstdTar", "age -d | zstd -d | tar x"),
    ("nncpToss", "nncp-toss"),
)


def pipelines(world, records):
    """The records through tar, zstd and age with a sum, and back."""
    key, sealed, out = world.path("key"), world.path("sealed.age"), world.path("out")
    subprocess.run(["age-keygen", "-o", key], check=True, stderr=subprocess.DEVNULL)
    asked = subprocess.run(["age-keygen", "-y", key], check=True, stdout=subprocess.PIPE, text=True)
    os.makedirs(out)
    folder, name = os.path.split(records)
    seal = (
        f'tar -C "{folder}" -c "{name}" | zstd -q -3 | age -r {asked.stdout.strip()} -o "{sealed}"'
        f' && sha256sum "{sealed}"'
    )
    back = f'age -d -i "{key}" "{sealed}" | zstd -q -d | tar -C "{out}" -x'
    shell = ["bash", "-o", "pipefail", "-c"]
    results = {"tarZstdAge": measured([*shell, seal]), "ageZstdTar": measured([*shell, back])}
    results["tarZstdAge"]["bytes"] = os.path.getsize(sealed)
    shutil.rmtree(out)
    return results


def run(folder, options, binaries):
    world = World(folder, binaries, SCHEMA)
    records = world.path("records.jsonl")
    source = make_records(records, options.megabytes * 1_000_000)
    project = world.introduce()
    pack = measured(world.pack(project, records))
    pack["bytes"] = bytes_below(world.path("stick"))
    taken = measured(world.command("room", "sync", world.path("stick")))
    taken["bytes"] = bytes_below(world.path("room"))
    with open(records, "rb") as file:
        count = sum(1 for _ in file)
    return {
        "records": {"count": count, "bytes": os.path.getsize(records), "source": source},
        "pack": pack,
        "import": taken,
        **pipelines(world, records),
        **nncp(world.path("nncp"), records),
    }


def show(result):
    size = result["records"]["bytes"]
    print(f"\n{result['records']['count']} records, {size / 1e6:.0f} MB")
    print(f"{'':34}{'seconds':>9}{'CPU s':>9}{'MB/s':>8}{'peak MB':>9}{'MB out':>9}{'ratio':>8}")
    for name, label in ROWS:
        if name not in result:
            continue
        row = result[name]
        beside = result["tarZstdAge" if ROWS.index((name, label)) < 3 else "ageZstdTar"]
        out = f"{row['bytes'] / 1e6:.1f}" if "bytes" in row else ""
        print(
            f"{label:34}{row['seconds']:>9.2f}{row['processorSeconds']:>9.2f}"
            f"{size / 1e6 / row['seconds']:>8.0f}{row['peakMB']:>9.0f}{out:>9}"
            f"{row['seconds'] / beside['seconds']:>8.1f}"
        )


def failures(result):
    return [
        f"{side} needs more than {MEMORY_LIMIT_MB} MB resident"
        for side in ("pack", "import")
        if result[side]["peakMB"] > MEMORY_LIMIT_MB
    ]
