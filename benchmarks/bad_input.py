"""Bad input at its real size, in one folder with good reports: ``python benchmarks/bad_input.py``.

Writes about 600 MB into a temporary folder, runs ``headwater brief`` over it, and prints what became of every file, the time and
the largest memory of any process. Exit status 1 unless every good report is in the dossier and every bad one is named with its code.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

SENTENCE = "Dock workers in the port of Harwick went on strike for a third week on Monday, the union said, and no talks are planned. "
BODY = f"<article><h1>Strike</h1><p>{SENTENCE * 2}</p><p>{SENTENCE * 3}</p></article>"
PAGE = f"<html><head><title>Strike</title></head><body>{BODY}</body></html>"
MEGABYTE = 1_000_000
GOOD = {"good.txt", "good.html", "deep.html", "long.jsonl", "cut.warc"}


def record(number: int, body: str, *, missing: int = 0) -> bytes:
    """One page of a web archive; ``missing`` bytes of it are not there."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:{number}>\r\nWARC-Date: 2031-05-05T00:00:00Z\r\n"
        f"WARC-Target-URI: https://news.example/{number}\r\nContent-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + (block[:-missing] if missing else block + b"\r\n\r\n")


def line(text: str) -> bytes:
    return json.dumps({"id": text[:12], "text": text}).encode() + b"\n"


FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "good.txt": (lambda: SENTENCE.encode(), ""),
    "good.html": (lambda: PAGE.encode(), ""),
    "deep.html": (lambda: PAGE.replace("<p>", "<div>" * 260 + "<p>", 1).encode(), ""),
    "page.html": (lambda: b"<html><body><p>" + SENTENCE.encode() * (51 * MEGABYTE // len(SENTENCE)), "too_large"),
    "near.html": (lambda: b"<html><body>" + b"<p>x</p>" * (49 * MEGABYTE // 8), "too_complex"),
    "nested.html": (lambda: b"<html><body>" + b"<div>" * 100_000 + b"x", "too_complex"),
    "attributes.html": (lambda: b"<html><body " + b"".join(b'a%d="1" ' % n for n in range(40_000)) + b">x", "too_complex"),
    "brackets.html": (lambda: b"<" * (5 * MEGABYTE), "not_html"),
    "bomb.txt.gz": (lambda: gzip.compress(b"\0" * (300 * MEGABYTE)), "too_large"),
    "cut.txt.gz": (lambda: gzip.compress(SENTENCE.encode() * 9_000)[:-9], "truncated"),
    "cut.warc": (lambda: record(1, PAGE) + record(2, PAGE, missing=200), "truncated"),
    "laughs.xml": (
        lambda: b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a0 "ha">'
        + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
        + b"]><rss><channel><item><title>&a9;</title></item></channel></rss>",
        "too_complex",
    ),
    "long.jsonl": (
        lambda: b'{"id": "huge", "text": "' + b"x" * (200 * MEGABYTE) + b'"}\n' + line(SENTENCE) + b"[1, 2]\n",
        "too_large",
    ),
    "picture.html": (lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)), "not_html"),
    "paper.html": (lambda: b"%PDF-1.7\n", "not_html"),
    "refused.html": (lambda: b'{"error": "forbidden", "status": 403}', "not_html"),
    "empty.txt": (lambda: b"", "empty"),
}  # fmt: skip


def run(folder: Path) -> tuple[subprocess.CompletedProcess[str], float]:
    began = time.perf_counter()
    command = [sys.executable, "-m", "headwater", "brief", str(folder), "--format", "json"]
    return subprocess.run(command, capture_output=True, text=True, check=False), time.perf_counter() - began


def check(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What is not as it should be."""
    told = json.loads(done.stdout)
    dossiers = told.get("dossiers", [told])
    read = {Path(report["path"].split("#")[0]).name for dossier in dossiers for report in dossier["reports"]}
    wrong = [f"{name} is not in the dossier" for name in sorted(GOOD - read)]
    for name, (_, code) in FILES.items():
        if code and not any(name in row and f"[{code}]" in row for row in done.stderr.splitlines()):
            wrong.append(f"{name} is not named as {code}")
    return wrong + ([f"exit status {done.returncode}"] if done.returncode != 1 else [])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        for name, (make, _) in FILES.items():
            Path(place, name).write_bytes(make())
        done, seconds = run(Path(place))
    print(done.stderr.replace(f"{place}/", ""))
    wrong = check(done)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{len(FILES)} files, {seconds:.1f} s, largest process {peak:.0f} MB, wrong {len(wrong)}")
    print(*wrong, sep="\n")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
