"""Runs every scenario against a client and prints {name: null, or what went wrong}.

usage: run.py CLIENT

The scenarios are those of TUF 1.0, section 5, told anew after what the public tuf-conformance suite
looks at: status, trusted metadata, downloaded files, requests.
"""

import inspect
import json
import sys
import traceback

import scenarios_basic
import scenarios_delegations
import scenarios_keys
import scenarios_rollback
import scenarios_targets
from client import Client
from repository import Repository


def run(program, scenario):
    repository = Repository()
    client = Client(program, repository)
    try:
        scenario(repository, client)
        return None
    except Exception:
        return f"{traceback.format_exc(limit=2)} client said: {client.said}"
    finally:
        client.close()


def main(program):
    results = {}
    for module in (scenarios_basic, scenarios_delegations, scenarios_keys, scenarios_rollback,
                   scenarios_targets):
        for name, scenario in inspect.getmembers(module, inspect.isfunction):
            if name.startswith("test_"):
                results[f"{module.__name__}.{name[5:]}"] = run(program, scenario)
        for name, scenario in getattr(module, "CASES", {}).items():
            results[f"{module.__name__}.{name}"] = run(program, scenario)
    print(json.dumps(results))


main(*sys.argv[1:])
