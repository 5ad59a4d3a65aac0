"""Every kind of bad input is one named row, and never the end of a run."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import socket
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from headwater.errors import InputError
from headwater.model.report import Report
from headwater.read import read_paths
from headwater.read.decoding import decode
from headwater.read.extractor import Extractor
from headwater.read.jsonl import RecordError, read_jsonl
from headwater.read.page import read_page
from headwater.settings import Reading

SMALL = Reading(largest_bytes=2_000_000, longest_seconds=5)
PARAGRAPH = "Dock workers in the port of Harwick went on strike for a third week on Monday, the union said, and no talks are planned. "
PAGE = (
    "<html><head><title>Strike</title></head><body><article><h1>Strike</h1>"
    f"<p>{PARAGRAPH * 2}</p><p>{PARAGRAPH * 3}</p></article></body></html>"
)
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    b"<rss><channel><item><title>&b;</title></item></channel></rss>"
)


@pytest.fixture(scope="module")
def extractor() -> Iterator[Extractor]:
    with Extractor(SMALL) as shared:
        yield shared


def codes(folder: Path, settings: Reading = SMALL) -> dict[str, str]:
    """File name -> "good" or the reason code."""
    return {
        Path(found.path or "").name if isinstance(found, Report) else Path(found.culprit).name: "good"
        if isinstance(found, Report)
        else found.code
        for found in read_paths([folder], settings=settings)
    }


def put(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).write_bytes(data)


def test_a_folder_of_bad_files_loses_no_good_one(tmp_path: Path) -> None:
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("../../slipped.txt", "x")
    put(
        tmp_path,
        {
            "good.html": PAGE.encode(),
            "good.txt": PARAGRAPH.encode(),
            "empty.txt": b"",
            "blank.txt": b" \n\t\n",
            "picture.html": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)),
            "paper.html": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
            "refused.html": json.dumps({"error": "forbidden", "status": 403}).encode(),
            "archive.txt": zipped.getvalue(),
            "brackets.html": b"<" * 1_500_000,
            "large.html": b"<html>" + b"x" * 2_000_001,
            "nested.html": b"<html><body>" + b"<div>" * 100_000 + b"x",
            "attributes.html": (
                "<html><body " + " ".join(f'a{n}="1"' for n in range(40_000)) + ">x</body></html>"
            ).encode(),
            "bomb.txt.gz": gzip.compress(b"\0" * 30_000_000),
            "cut.txt.gz": gzip.compress(PARAGRAPH.encode() * 50 + os.urandom(500))[:-200],
            "array.jsonl": b'[1, 2]\n{"id": "a", "text": "A ferry sank."}\n',
            "laughs.xml": LAUGHS,
            "noise.txt": bytes(range(1, 9)) * 200,
        },
    )
    os.mkfifo(tmp_path / "pipe.txt")
    assert codes(tmp_path) == {
        "good.html": "good",
        "good.txt": "good",
        "empty.txt": "empty",
        "blank.txt": "empty",
        "picture.html": "not_html",
        "paper.html": "not_html",
        "refused.html": "not_html",
        "archive.txt": "binary",
        "brackets.html": "not_html",
        "large.html": "too_large",
        "nested.html": "too_complex",
        "attributes.html": "too_complex",
        "bomb.txt.gz": "too_large",
        "cut.txt.gz": "truncated",
        "array.jsonl:1": "not_an_object",
        "array.jsonl": "good",
        "laughs.xml": "too_complex",
        "noise.txt": "binary",
        "pipe.txt": "not_a_file",
    }
    assert not (tmp_path.parent / "slipped.txt").exists()


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("Not given.")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    assert codes(folder) == {"link.txt": "outside"}


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    (tmp_path / "closed.txt").write_text("x")
    (tmp_path / "closed.txt").chmod(0)
    assert codes(tmp_path) == {"closed.txt": "unreadable"}


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    (found,) = read_paths([tmp_path / "gone.txt"], settings=SMALL)
    assert isinstance(found, InputError)
    assert found.code == "not_found"


def test_a_deep_article_is_kept_whole() -> None:
    page = (
        "<html><body>"
        + "<div>" * 260
        + f"<p>{PARAGRAPH}</p><p>{PARAGRAPH} End.</p>"
        + "</div>" * 260
        + "</body></html>"
    )
    text = read_page(page)["text"] or ""
    assert text.count("Dock workers") == 2
    assert text.endswith("End.")


def test_a_doctype_touches_no_network_and_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("the network was touched")

    secret = tmp_path / "secret.dtd"
    secret.write_text('<!ENTITY leak "SECRET">')
    monkeypatch.setattr(socket, "socket", refuse)
    for target in (secret.as_uri(), "http://127.0.0.1:9/x.dtd"):
        page = f'<!DOCTYPE html SYSTEM "{target}" [<!ENTITY leak SYSTEM "{target}">]>' + PAGE.replace(
            "Dock", "&leak; Dock"
        )
        assert "SECRET" not in (read_page(page)["text"] or "")


def test_a_page_that_takes_too_long_is_killed_and_the_next_one_read() -> None:
    with Extractor(SMALL) as extractor:
        assert extractor.read(PAGE, "first")["text"]
        slow = Extractor(Reading(longest_seconds=0.0))
        slow._worker, extractor._worker = extractor._worker, None
        with pytest.raises(InputError) as error:
            slow.read(PAGE + "<p>The ferry waits at the pier.</p>" * 20_000, "slow")
        assert error.value.code == "too_complex"
        assert extractor.read(PAGE, "next")["text"]


def test_fullwidth_markup_is_text(extractor: Extractor) -> None:
    text = extractor.read(PAGE.replace("Dock", "＜script＞ Dock"), "x")["text"] or ""
    assert "＜script＞ Dock" in text


@pytest.mark.parametrize(
    "data, encoding, expected",
    [
        ("Café “Ä”".encode(), "utf-8", "Café “Ä”"),
        ("The ferry left Harwick.".encode("utf-16-le"), "utf-16-le", "The ferry left Harwick."),
        ("The ferry left Harwick.".encode("utf-16-be"), "utf-16-be", "The ferry left Harwick."),
        (
            "It’s a café, he said, and it is closed.".encode("cp1252"),
            "cp1252",
            "It’s a café, he said, and it is closed.",
        ),
        (b"\xef\xbb\xbfwith a mark", "utf-8", "with a mark"),
        ("a\ud800b".encode("utf-8", "surrogatepass"), "utf-8", "a\ud800b"),
        (b"a\0b and more of it", "utf-8", "a\0b and more of it"),
    ],
)
def test_decoding_is_recorded(data: bytes, encoding: str, expected: str) -> None:
    assert decode(data) == (expected, encoding)


def test_a_charset_that_does_not_hold_is_not_believed() -> None:
    assert decode("“No,” she said.".encode("cp1252"), declared="utf-8").encoding == "cp1252"


def test_marks_of_direction_survive_with_their_offsets(tmp_path: Path) -> None:
    text = "Mayor \u202eohleV anA\u202c said: \u200bno.\0 End."
    (tmp_path / "a.txt").write_bytes(text.encode())
    (report,) = read_paths([tmp_path], settings=SMALL)
    assert isinstance(report, Report)
    assert report.text == text


def rows(data: bytes, settings: Reading = SMALL) -> list[str]:
    """Ids of reports and codes of errors, in order."""
    return [
        f"{r.code} {r.culprit}" if isinstance(r, InputError) else r.id
        for r in read_jsonl(io.BytesIO(data), settings=settings)
    ]


def test_json_lines_name_every_bad_line_and_keep_the_order() -> None:
    lines = [
        b'{"id": "a", "text": "One."}',
        b"[1]",
        b"{",
        b"",
        b'{"text": "No id."}',
        b'{"id": "b"}',
        b'{"id": "a", "text": "One."}',
        b'{"id": "a", "text": "Edited."}',
        b'{"id": "c", "text": "x", "title": 3}',
        b'{"id": "d", "text": "\xff"}',
        b'{"id": "e", "text": "  "}',
        b'{"id": 7, "text": "A number is taken."}',
        b'{"id": "f", "text": "lone \\ud800 surrogate"}',
    ]
    assert rows(b"\n".join(lines)) == [
        "a",
        "not_an_object -:2",
        "not_json -:3",
        "no_id -:5",
        "no_text b",
        "duplicate_id a",
        "a~2",
        "bad_field c",
        "not_utf8 -:10",
        "empty e",
        "7",
        "f",
    ]


def test_a_line_that_is_too_long_is_passed_over_without_being_held() -> None:
    data = b'{"id": "a", "text": "' + b"x" * 3_000 + b'"}\n{"id": "b", "text": "ok"}\n'
    assert rows(data, Reading(largest_bytes=1_000)) == ["too_large -:1", "b"]


def test_files_of_one_name_in_two_folders_have_different_ids(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("A ferry sank.")
    ids = [
        found.id
        for found in read_paths([tmp_path / "one", tmp_path / "two"], settings=SMALL)
        if isinstance(found, Report)
    ]
    assert ids == [(tmp_path / name / "a.txt").as_posix() for name in ("one", "two")]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b'{"id": "a",\n', "is no JSON: it breaks off; a report is one whole object on one line"),
        (b'{"id": "a", x}\n', "is no JSON from its character 13; "),
        (b"7\n", "is a number, not an object; "),
        (b"null\n", "is null, not an object; "),
        (b'{"id": 1.5, "text": "x"}\n', 'has no "id" that is a string or a whole number; '),
        (b'{"id": ' + b"9" * 5_000 + b"}\n", "holds a number too long"),
    ],
)
def test_a_bad_line_is_told_in_our_words_with_a_way_out(line: bytes, words: str) -> None:
    (found,) = read_jsonl(io.BytesIO(line), "lines.jsonl", settings=SMALL)
    assert isinstance(found, InputError)
    assert str(found).startswith(f"lines.jsonl:1: {words}")
    assert ": line " not in found.message


def test_a_bad_record_with_an_id_is_also_named_by_its_line() -> None:
    (found,) = read_jsonl(io.BytesIO(b'\n{"id": "b"}\n'), "lines.jsonl", settings=SMALL)
    assert isinstance(found, RecordError)
    assert (found.culprit, found.place) == ("b", "lines.jsonl:2")
    assert str(found).startswith("lines.jsonl:2: has no ")


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.txt", b" \n", "empty"),
        ("large.txt", b"x" * 2_000_001, "too_large"),
        ("broken.txt.gz", gzip.compress(PARAGRAPH.encode() * 50)[:20] + b"\xff" * 200, "damaged"),
        ("laughs.xml", LAUGHS, "too_complex"),
        ("nested.html", b"<html><body>" + b"<div>" * 2_000 + b"x", "too_complex"),
        ("none.pdf", b"%PDF-1.7\n%nothing behind it", "damaged"),
        ("bare.eml", b"From: a@b.example\nSubject: x\nContent-Type: image/png\n\n", "no_text"),
    ],
)
def test_a_reason_brings_its_way_out_and_no_library_speaks(
    name: str,
    data: bytes,
    code: str,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    (tmp_path / name).write_bytes(data)
    (found,) = read_paths([tmp_path], settings=SMALL)
    assert isinstance(found, InputError)
    assert found.code == code
    assert re.search(r"[;:] \w+", found.message)
    assert capfd.readouterr().err == ""
    assert caplog.records == []


def test_an_archive_that_breaks_off_is_told_by_us_alone(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode()
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:1>\r\nWARC-Date: 2031-05-05T00:00:00Z\r\n"
    head += f"WARC-Target-URI: https://news.example/a\r\nContent-Type: application/http\r\nContent-Length: {len(block) - 40}\r\n\r\n"
    (tmp_path / "pages.warc").write_bytes(head.encode() + block + b"\r\n\r\n")
    found = list(read_paths([tmp_path], settings=SMALL))
    assert len(found) in (1, 2)
    assert capfd.readouterr().err == ""


def write_lines(path: Path, *texts: str) -> None:
    """A file of JSON lines that all have the id ``h1``."""
    path.write_text("".join(f'{{"id": "h1", "text": "{text}"}}\n' for text in texts), "utf-8")


def test_an_id_that_comes_again_with_another_text_is_told_apart(tmp_path: Path) -> None:
    write_lines(tmp_path / "v1.jsonl", "Nine ferries sank.")
    write_lines(tmp_path / "v2.jsonl", "Seven ferries sank.", "Nine ferries sank.", "Six ferries sank.")
    told = [found if isinstance(found, InputError) else found.id for found in read_paths([tmp_path], settings=SMALL)]
    assert [str(item) for item in told] == [
        "h1",
        "h1~2",
        f"{tmp_path / 'v2.jsonl'}:2: another report has the id h1 and the same text; it is taken once [duplicate_id]",
        "h1~3",
    ]


def test_a_store_gets_the_ids_as_they_are(tmp_path: Path) -> None:
    write_lines(tmp_path / "v1.jsonl", "Nine ferries sank.", "Seven ferries sank.")
    found = [found for found in read_paths([tmp_path], settings=SMALL, apart=False) if isinstance(found, Report)]
    assert [report.id for report in found] == ["h1", "h1"]
