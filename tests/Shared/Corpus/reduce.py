"""Reduces a corpus of documented examples to facts: python3 reduce.py <folder of the whole corpus>.

Kept are methods, addresses, header names, status codes, property names and kinds of values, the types of the schema, and values that belong to
the protocol: times, names of types, enumeration members and bodies that are not JSON. Other text becomes "text-1", "text-2", ..., equal text the same.
"""
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
TIME = re.compile(r"^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?$")
WORD = re.compile(r"^[#@A-Za-z][A-Za-z0-9._#]{0,60}$")
GUID = re.compile(r"^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$")
NUMBER = re.compile(r"^\d{1,20}$")
ADDRESS = re.compile(r"^https?://")
BODY_HEADERS = ("content-range", "range", "content-length", "content-type", "prefer", "location", "retry-after", "accept")
# Members that hold a path of the service.
PATHS = ("resource",)

texts = {}


def neutral(text):
    if not text or any(kind.match(text) for kind in (TIME, WORD, GUID, NUMBER)):
        return text
    if ADDRESS.match(text):
        return f"https://contoso.example/{texts.setdefault(text, len(texts) + 1)}"
    return f"text-{texts.setdefault(text, len(texts) + 1)}"


def reduced(value, name=""):
    if isinstance(value, dict):
        return {key: reduced(part, key) for key, part in value.items()}
    if isinstance(value, list):
        return [reduced(part, name) for part in value]
    if isinstance(value, str) and not name.startswith("@odata") and name not in PATHS:
        return neutral(value)
    return value


def headers(values):
    return {name: value if name.lower() in BODY_HEADERS else reduced(value) for name, value in (values or {}).items()}


def request(line):
    http = line["http"]
    kept = {key: line[key] for key in ("id", "operation", "kind", "superseded") if key in line}
    kept["http"] = {
        "method": http["method"], "url": http["url"], "headers": headers(http.get("headers")), "body": body if isinstance(body := http.get("body"), str) else reduced(body)}
    return kept


def response(line):
    kept = {key: line[key] for key in ("id", "operation", "kind", "requestId", "status", "resourceType", "superseded") if key in line}
    return kept | {"headers": headers(line.get("headers")), "json": reduced(line.get("json"))}


def main(source):
    for name, convert in (("requests.jsonl", request), ("responses.jsonl", response)):
        lines = (source / name).read_text(encoding="utf-8").splitlines()
        kept = [json.dumps(convert(json.loads(line)), ensure_ascii=False) for line in lines if line]
        (HERE / name).write_text("\n".join(kept) + "\n", encoding="utf-8")
    schema = json.loads((source / "schema.json").read_text(encoding="utf-8"))
    types = {
        name: {
            "allProperties": [
                {key: member[key] for key in ("name", "type", "nullable", "navigation") if key in member}
                for member in type_.get("allProperties") or []],
        } | {key: type_[key] for key in ("kind", "baseType", "members", "openType") if key in type_}
        for name, type_ in schema["types"].items()}
    lines = (f" {json.dumps(name)}: {json.dumps(type_)}" for name, type_ in types.items())
    (HERE / "schema.json").write_text('{"types": {\n' + ",\n".join(lines) + "\n}}\n", encoding="utf-8")


main(pathlib.Path(sys.argv[1]))
