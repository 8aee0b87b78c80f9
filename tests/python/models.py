"""Reads every kind of our answers with the models of the official Python client.

Lines of JSON from `cargo run --example answers` come in on standard input. An answer passes where the models know each
of its fields, have each field that they require, read each value as the type that they name, and give the same JSON
back. What follows is known to differ and is held here, so that it is seen when it changes:

- the models call a parcel's driveCount and shipDate required, the newer contract calls both optional, and the service's
  own recorded answers leave them out (EXPECTED_MISSING);
- they keep dates as plain text, so that shipDate is parsed here.
"""

import datetime
import json
import re
import sys
from collections import Counter

from azure.mgmt.storageimportexport import models
from msrest import Deserializer

CLASSES = {name: value for name, value in vars(models).items() if isinstance(value, type)}
DESERIALIZE = Deserializer(CLASSES)

# Required by these models and by nobody else.
EXPECTED_MISSING = {("PackageInfomation", "driveCount"), ("PackageInfomation", "shipDate")}

# A JSON value for each of the models' plain types; bool is no int.
PLAIN = {
    "str": lambda value: isinstance(value, str),
    "int": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "long": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "bool": lambda value: isinstance(value, bool),
    "object": lambda value: True,
}


def keys_of(model):
    """The fields that a model reads: path, type and whether it is required."""
    for attribute, described in model._attribute_map.items():
        path = [part.replace("\\.", ".") for part in re.split(r"(?<!\\)\.", described["key"])]
        required = model._validation.get(attribute, {}).get("required", False)
        yield attribute, path, described["type"], required


def wrong(name, value, at):
    """What is wrong with a value that should be read as the model of this name."""
    if name.startswith("["):
        if not isinstance(value, list):
            yield f"{at}: no list"
            return
        for nth, item in enumerate(value):
            yield from wrong(name[1:-1], item, f"{at}[{nth}]")
        return
    if name in PLAIN:
        if value is not None and not PLAIN[name](value):
            yield f"{at}: {value!r} is no {name}"
        return
    if not isinstance(value, dict):
        yield f"{at}: no object"
        return
    known = {}
    for _, path, kind, required in keys_of(CLASSES[name]):
        inside, there = value, True
        for depth, part in enumerate(path):
            known.setdefault(tuple(path[:depth]), set()).add(part)
            there = isinstance(inside, dict) and part in inside
            if not there:
                break
            inside = inside[part]
        if there:
            yield from wrong(kind, inside, f"{at}.{'.'.join(path)}")
        elif required and (name, path[-1]) not in EXPECTED_MISSING:
            yield f"{at}: {'.'.join(path)} is missing"
    for path, names in known.items():
        inside = value
        for part in path:
            inside = inside.get(part, {}) if isinstance(inside, dict) else {}
        if isinstance(inside, dict):
            for extra in set(inside) - names:
                yield f"{at}: {'.'.join([*path, extra])} is unknown to {name}"
    ship_date = value.get("shipDate") if name == "PackageInfomation" else None
    # An empty day is a day that was not given: the clients of the command line send it so.
    if ship_date:
        try:
            datetime.datetime.fromisoformat(ship_date)
        except ValueError:
            yield f"{at}.shipDate: {ship_date!r} is no date"


def round_trip(name, value):
    """What the models do not give back as they were given it."""
    model = DESERIALIZE(name, value)
    back = model.serialize(keep_readonly=True)
    if back != value:
        yield f"it comes back as {json.dumps(back)} and not as {json.dumps(value)}"


def check(kind, status, body):
    """What is wrong with an answer."""
    if kind == "JobOrError":
        kind = "JobResponse" if status < 300 else "ErrorResponse"
        if status == 204 or (status == 200 and body is None):
            return
    if kind.endswith("Paged"):
        if status != 200:
            kind = "ErrorResponse"
        else:
            extra = set(body) - {"value", "nextLink"}
            if extra:
                yield f"{extra} is unknown to {kind}"
            if not isinstance(body.get("nextLink"), (str, type(None))):
                yield "nextLink is no text"
            item = kind.removesuffix("Paged")
            for nth, value in enumerate(body["value"]):
                yield from wrong(item, value, f"value[{nth}]")
                yield from round_trip(item, value)
            return
    yield from wrong(kind, body, kind)
    yield from round_trip(kind, body)


def main():
    counts, problems = Counter(), 0
    for line in sys.stdin:
        answer = json.loads(line)
        counts[answer["kind"]] += 1
        for problem in check(answer["kind"], answer["status"], answer["body"]):
            problems += 1
            print(f"{answer['from']} ({answer['status']}): {problem}")
    read = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))
    print(f"{sum(counts.values())} answers read with the models of Python: {read}; {problems} problems")
    # Nothing read is nothing shown.
    return 1 if problems or not counts else 0


if __name__ == "__main__":
    sys.exit(main())
