"""The desk in a browser: opened, used by keyboard, narrow and wide, light and dark, with and without script."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from hostile import STORY
from playwright.sync_api import Browser, Page, sync_playwright
from serving_desk import serving

from headwater.desk.exporting import find_dossiers
from headwater.show.html import write_html
from headwater.store import open_store

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="NOT TESTED IN A BROWSER: no chromium here; apt-get install chromium"),
    pytest.mark.xdist_group("browser"),
]
TWO = f"a={STORY}&b=03-daily-ledger.txt"
VIEWS = ((1400, "light"), (390, "dark"), (1400, "dark"), (320, "light"))
"""320 is what a window of 1,280 shows at 400 % (WCAG 1.4.10)."""
PATHS = (
    "/stories",
    f"/stories/{STORY}",
    f"/stories/{STORY}?section=said",
    f"/stories/{STORY}?section=reports&limit=3",
    "/stories/evil-0",
    "/reports",
    "/reports/02-inland-courier.html?at=208-260#at",
    "/reports/evil-0",
    "/search?q=pilots",
    "/actors",
    "/actors?kind=described",
    f"/compare?{TWO}",
    "/compare?a=05-ksna.txt&b=03-daily-ledger.txt",
    "/trace?q=strait%20closed",
    f"/corrections?story={STORY}&finding=x",
    "/corrections",
    "/watches",
    f"/watches?story={STORY}",
    "/notices",
    "/fresh",
    "/feeds",
    "/failures",
    "/keys",
    "/nowhere",
)


@pytest.fixture(scope="module")
def desk(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("browser") / "desk.db"
    shutil.copy(filled, path)
    with serving(path) as address:
        yield address


@pytest.fixture(scope="module")
def strait_html(strait_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    page = tmp_path_factory.mktemp("alone") / "dossier.html"
    with open_store(strait_file) as store:
        page.write_text(write_html(list(find_dossiers(store))), "utf-8")
    return page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, desk: str) -> Iterator[Page]:
    context = browser.new_context(base_url=desk, viewport={"width": 1400, "height": 900})
    yield context.new_page()
    context.close()


def focused(page: Page) -> str:
    """What has the focus: its id, else its class, else its tag."""
    found: str = page.evaluate("(e => e.id || e.className || e.tagName)(document.activeElement)")
    return found


@pytest.mark.parametrize("number, width, scheme", [(n, *view) for n, view in enumerate(VIEWS)])
def test_every_page_opens_and_can_be_read_by_everybody(
    browser: Browser, desk: str, number: int, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(base_url=desk, viewport={"width": width, "height": 900}, color_scheme=scheme)
    page, wrong, asked = context.new_page(), [], []
    page.on("dialog", lambda dialog: wrong.append(f"dialog {dialog.message}"))
    page.on("pageerror", lambda error: wrong.append(f"error {error}"))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: asked.append(request.url))
    # Opening and axe take their time: each page in one wide and one narrow view, and held against axe in one of them;
    # in all four where HEADWATER_AXE says so.
    whole = os.environ.get("HEADWATER_AXE") == "all"
    for place, path in enumerate(PATHS):
        turn = (place - number) % len(VIEWS)
        if turn > 1 and not whole:
            continue
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, (path, width)
        if turn == 0 or whole:
            found = Axe().run(page).response["violations"]
            serious = [f"{v['id']}: {v['nodes'][0]['html']}" for v in found if v["impact"] in ("serious", "critical")]
            assert not serious, (path, width, scheme)
    context.close()
    assert [text for text in wrong if "404" not in text] == []
    assert {url for url in asked if not url.startswith(desk)} == set()


def test_the_keyboard_leads_from_a_line_to_its_words_and_on(page: Page) -> None:
    page.goto(f"/stories/{STORY}")
    page.keyboard.press("Tab")
    assert page.locator(".skip").is_visible()
    page.keyboard.press("Enter")
    assert focused(page) == "main"
    page.keyboard.press("j")
    first = focused(page)
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert focused(page) == first
    page.keyboard.press("Tab")
    assert focused(page) == "cite"
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/**")
    assert focused(page) == "at"
    assert page.locator("mark.lit").first.is_visible()
    page.keyboard.press("/")
    page.keyboard.type("pilots")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=pilots")
    page.keyboard.press("j")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/stories/{STORY}?at=*#*")


def test_tab_goes_through_a_page_and_out_of_it(page: Page) -> None:
    page.goto(f"/stories/{STORY}")
    count = page.evaluate(
        "[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary, [tabindex=\"0\"]')].length"
    )
    seen = set()
    for _ in range(count):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)"))
        shown = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert shown != "none", focused(page)
    assert len(seen) == count


def test_one_letter_keys_can_be_turned_off(page: Page) -> None:
    page.goto("/stories")
    page.keyboard.press("?")
    page.wait_for_url("**/keys")
    page.get_by_label("One-letter keys").uncheck()
    page.keyboard.press("s")
    page.goto("/stories")
    page.keyboard.press("?")
    page.keyboard.press("j")
    assert page.url.endswith("/stories")
    assert focused(page) == "BODY"


def test_marks_can_be_turned_off_by_kind(page: Page) -> None:
    page.goto(f"/reports/{STORY}")
    mark = page.locator(".text mark.statement").first
    style = "e => getComputedStyle(e).backgroundColor"
    before = mark.evaluate(style)
    page.get_by_label("statement").focus()
    page.keyboard.press("Space")
    assert mark.evaluate(style) != before
    cut = page.locator(".text .cut").first
    assert cut.is_visible()
    assert "line-through" in cut.evaluate("e => getComputedStyle(e).textDecorationLine")
    page.get_by_label("leftovers of the site").uncheck()
    assert not cut.is_visible()


def test_an_open_page_says_that_reports_came_and_does_not_change(page: Page) -> None:
    page.route("**/fresh.json*", lambda route: route.fulfill(json={"mark": 9, "reports": 2, "words": "2 new reports"}))
    page.clock.install()
    page.goto("/stories")
    before = page.locator("main").inner_html()
    notice = page.locator(".fresh[role=status]")
    assert not notice.is_visible()
    page.clock.fast_forward(25_000)
    page.get_by_text("2 new reports – show").wait_for()
    assert page.locator("main").inner_html() == before
    assert [v["id"] for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")] == []
    notice.get_by_role("link").press("Enter")
    page.wait_for_url("**/stories")
    assert not notice.is_visible()


def test_the_origins_can_be_read_at_phone_width(browser: Browser, desk: str) -> None:
    context = browser.new_context(base_url=desk, viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(f"/stories/{STORY}")
    assert not page.locator("svg.picture").is_visible()
    way = page.locator(".ways > li", has=page.get_by_role("heading", name="KSNA", exact=True))
    assert "Ilan Dorvic" in way.inner_text()
    assert way.locator("li:not(.inferred)").first.evaluate("e => getComputedStyle(e).borderLeftStyle") == "solid"
    dashed = page.locator(".ways li.inferred").first
    assert dashed.evaluate("e => getComputedStyle(e).borderLeftStyle") == "dashed"
    assert "(inferred)" in dashed.inner_text()
    context.close()


def test_a_file_that_stands_alone_can_be_read_by_everybody(browser: Browser, strait_html: Path) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 900}, color_scheme="dark")
    page = context.new_page()
    page.goto(strait_html.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert [v["id"] for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")] == []
    context.close()


def test_the_desk_works_without_script(browser: Browser, desk: str) -> None:
    context = browser.new_context(base_url=desk, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/stories/{STORY}")
    page.locator("a.cite").first.click()
    assert page.locator("mark.lit").first.is_visible()
    context.close()


def test_on_paper_there_is_only_the_dossier(page: Page) -> None:
    page.goto(f"/stories/{STORY}")
    page.emulate_media(media="print")
    for part in (".mast", ".contents", ".foot", "form >> nth=0"):
        assert not page.locator(part).first.is_visible(), part
    assert page.locator("h1").is_visible()


def test_a_finding_is_dismissed_and_comes_back(page: Page) -> None:
    page.goto(f"/stories/{STORY}")
    line = page.locator("li.item").first
    id = line.get_attribute("id")
    line.get_by_text("correct", exact=True).click()
    page.get_by_label("Why").fill("told elsewhere")
    page.get_by_label("Who says so").first.fill("Ada")
    page.get_by_role("button", name="Dismiss a finding").click()
    page.wait_for_url("**/corrections")
    assert "told elsewhere" in page.locator("main").inner_text()
    wait_until(page, id, there=False)
    page.goto("/corrections")
    page.get_by_role("button", name="Undo correction").click()
    assert "undone" in page.locator("main").inner_text()
    wait_until(page, id, there=True)


def wait_until(page: Page, id: str | None, *, there: bool) -> None:
    """The story is told anew beside the serving of pages."""
    for _ in range(50):
        page.goto(f"/stories/{STORY}")
        if (page.locator(f"li[id='{id}']").count() > 0) is there:
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"{id} {'did not come back' if there else 'stayed'}")


def test_stories_are_marked_as_seen(page: Page) -> None:
    page.goto("/stories")
    page.get_by_role("button", name="Mark these as seen").click()
    page.wait_for_url("**/stories")
    assert page.locator(".badge").count() == 0


def test_a_watch_is_set_and_dropped(page: Page) -> None:
    page.goto("/watches")
    page.get_by_label("Actor").fill("Holm")
    page.get_by_role("button", name="Watch", exact=True).click()
    assert "actor: Holm" in page.locator("main").inner_text()
    page.get_by_role("button", name="Drop watch").last.click()
    assert "actor: Holm" not in page.locator("main").inner_text()
    page.get_by_role("button", name="Watch", exact=True).click()
    assert "a rule needs at least one condition" in page.locator("main").inner_text()
