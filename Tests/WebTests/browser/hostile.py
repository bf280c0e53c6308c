"""Content that tries to get out of its frame: it must come out as the text that it is."""

from playwright.sync_api import expect

from traps import INNER, LETTERS, TAGS, changes, check_traps, letters, set_traps
from workbench import URL, browser, check, page, picture, sign_in

ESCAPES = """
() => [...document.querySelectorAll('.specimen > .content')].filter((each) => {
  const box = each.getBoundingClientRect();
  return getComputedStyle(each).overflowX === 'visible' || box.right > innerWidth + 1;
}).length"""


def probe(sheet, position, count):
    expect(sheet.locator(".bar .count .digits")).to_have_text(f"Task {position} of {count}")
    sheet.wait_for_timeout(100)
    check_traps(sheet, f"task {position}")
    check(sheet.evaluate("window.hit") is None, f"task {position}: nothing of it ran")
    check(sheet.evaluate("document.title").endswith("Airlock"), f"task {position}: the title is ours")
    check(sheet.evaluate(ESCAPES) == 0, f"task {position}: nothing leaves its frame")
    # Nothing of the content is found by a name that our own scripts could look up.
    check(sheet.evaluate("document.forms.length + document.embeds.length") == 0, f"task {position}: no forms")
    words = sheet.locator(".question .title").first.inner_text()
    check(words == "<img src=x onerror=alert(1)>", f"task {position}: a hostile label is text")


def home_and_back(sheet):
    """The changed guidelines; a server that is silent when they were read says so."""
    path = sheet.locator(".projects a.button", has_text="shrike").get_attribute("href")
    sheet.goto(f"{URL}p/{path.split('/')[2]}/changes")
    changes(sheet, "the guidelines")
    sheet.route("**/read", lambda route: route.abort())
    sheet.get_by_role("button", name="Start").click()
    expect(sheet.get_by_role("alert").filter(has_text="Airlock isn’t answering")).to_be_visible()
    sheet.unroute("**/read")
    sheet.goto(URL)
    expect(sheet.locator(".letters")).to_be_visible()


def main():
    with browser() as chromium, page(chromium) as sheet:
        set_traps(sheet, URL)
        sign_in(sheet)
        expect(sheet.locator(".letters")).to_be_visible()
        letters(sheet, "home")
        home_and_back(sheet)
        sheet.locator(".projects a.button", has_text="shrike").press("Enter")
        expect(sheet.locator("main.work")).to_be_visible()
        count = int(sheet.locator(".bar .count .digits").inner_text().split()[-1])
        sheet.keyboard.press("g")
        expect(sheet.locator(".guidelines")).to_be_visible()
        check(sheet.evaluate(INNER, TAGS) == [], "only allowed elements in the guidelines")
        sheet.keyboard.press("g")
        for position in range(1, count + 1):
            check(sheet.locator(".reply").count() == 1, f"task {position}: the lab's reply is shown")
            check(sheet.evaluate(LETTERS) == 0, f"task {position}: the reply is text")
            probe(sheet, position, count)
            picture(sheet, f"hostile-{position}")
            sheet.keyboard.press("s")
            expect(sheet.get_by_role("dialog")).to_contain_text("<img src=x onerror=alert(1)>")
            sheet.keyboard.press("Escape")
            if position < count:
                sheet.keyboard.press("n")
        odd = sheet.locator(".specimen .odd").count()
        check(odd >= 2, "a lone surrogate and NUL are shown as boxes")


main()
