"""NNCP: a file queued for a node, carried as a folder, and tossed there."""

import os
import re
import shutil
import subprocess

from .machine import bytes_below, measured

PUBLIC = ("id", "exchpub", "signpub", "noisepub")


def without_airlock(folder, records):
    """Times `nncp-file` and `nncp-toss`; nothing where NNCP isn't installed."""
    if shutil.which("nncp-file") is None:
        print("bench: NNCP is left out: nncp-file is not installed (apt-get install nncp)")
        return {}
    nodes = {name: _node(folder, name) for name in ("lab", "room")}
    for name, other in (("lab", "room"), ("room", "lab")):
        _write_settings(nodes[name], nodes[other], other)
    lab, room = nodes["lab"], nodes["room"]
    sent = measured(["nncp-file", "-quiet", "-cfg", lab["settings"], records, "room:"])
    carry = ["nncp-xfer", "-quiet", "-cfg"]
    subprocess.run([*carry, lab["settings"], "-mkdir", "-tx", f"{folder}/stick"], check=True)
    sent["bytes"] = bytes_below(f"{folder}/stick")
    subprocess.run([*carry, room["settings"], "-rx", f"{folder}/stick"], check=True)
    taken = measured(["nncp-toss", "-quiet", "-cfg", room["settings"]])
    return {"nncpFile": sent, "nncpToss": taken}


def _node(folder, name):
    home = os.path.join(folder, name)
    os.makedirs(os.path.join(home, "spool"))
    os.makedirs(os.path.join(home, "incoming"))
    os.makedirs(os.path.join(folder, "stick"), exist_ok=True)
    made = subprocess.run(["nncp-cfgnew", "-nocomments"], check=True, stdout=subprocess.PIPE, text=True)
    found = dict(re.findall(r"^\s*(\w+): (\S+)$", made.stdout, re.MULTILINE))
    return {"home": home, "settings": os.path.join(home, "nncp.hjson"), "keys": found}


def _write_settings(node, other, name):
    own = "\n".join(
        f"    {key}: {node['keys'][key]}"
        for key in ("id", "exchpub", "exchprv", "signpub", "signprv", "noisepub", "noiseprv")
    )
    public = "\n".join(f"      {key}: {other['keys'][key]}" for key in PUBLIC)
    with open(node["settings"], "w", encoding="utf-8") as file:
        file.write(
            f"{{\n  spool: {node['home']}/spool\n  log: {node['home']}/log\n"
            f"  self: {{\n{own}\n  }}\n  neigh: {{\n    self: {{\n"
            + "\n".join(f"      {key}: {node['keys'][key]}" for key in PUBLIC)
            + f"\n    }}\n    {name}: {{\n{public}\n"
            f"      incoming: {node['home']}/incoming\n    }}\n  }}\n}}\n"
        )
