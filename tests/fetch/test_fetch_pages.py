"""What an address answered, read as reports."""

from headwater.errors import InputError
from headwater.fetch.fetching import Fetched
from headwater.fetch.pages import read_fetched
from headwater.model.report import Report
from headwater.read.extractor import Extractor
from headwater.settings import Reading

PAGE = """<html><head><title>Ferry talks resume</title><link rel="canonical" href="https://harbour.example/ferry"></head>
<body><article><h1>Ferry talks resume</h1><p>Talks over the ferry line to Vessel Island resumed on Monday in the café
quarter of Port Arlen, the harbour office said in a statement that named no date for an end.</p>
<p>Both sides had broken them off in April over the night fares, which the islanders call a tax on coming home.</p>
</article></body></html>"""


def read(body: bytes, kind: str, address: str = "https://harbour.example/f?x=1") -> list[Report | InputError]:
    answer = Fetched("https://harbour.example/ferry.html", 200, {"content-type": kind}, body)
    with Extractor(Reading()) as extractor:
        return list(read_fetched(answer, address, extractor=extractor, settings=Reading()))


def test_a_page_is_read_with_the_charset_of_its_header() -> None:
    (report,) = read(PAGE.encode("cp1252"), "text/html; charset=windows-1252")
    assert isinstance(report, Report)
    assert "café" in report.text
    assert (report.id, report.url) == ("https://harbour.example/f?x=1", "https://harbour.example/ferry")


def test_anything_else_is_read_by_what_its_bytes_are() -> None:
    (report,) = read(
        b"The harbour office said on Monday that talks had resumed.",
        "text/plain",
        "https://harbour.example/statement.txt",
    )
    assert isinstance(report, Report)


def test_a_picture_is_told_and_stops_nothing() -> None:
    (error,) = read(b"\xff\xd8\xff\xe0....", "image/jpeg")
    assert isinstance(error, InputError)
    assert error.code == "binary"
