"""The tools for reading: search, raw text, hidden characters, differences, linked panes, zoom, palette."""

import re

from playwright.sync_api import expect

from workbench import audit, browser, check, open_project, page, picture, sign_in, title


def highlighted(sheet, name):
    """The texts that a highlight marks."""
    return sheet.evaluate("(name) => [...(CSS.highlights.get(name) ?? [])].map(String)", name)


def go(sheet, number):
    """By the palette to a task."""
    sheet.keyboard.press(":")
    sheet.keyboard.type(str(number))
    sheet.keyboard.press("Enter")
    expect(sheet.locator(".bar .count .digits")).to_contain_text(f"Task {number} ")
    sheet.wait_for_timeout(350)


def formulas(sheet):
    expect(sheet.locator(".formula.set math")).to_have_count(2)
    source = sheet.locator(".formula:not(.set)").all_inner_texts()
    check("\\(\\frac{1}{\\)" in source, "a formula that can't be set stays as it is written")
    check(not any("some more" in each for each in source), "two prices are no formula")
    check(sheet.locator("math[display=block]").count() == 1, "$$ stands on a line of its own")
    face = sheet.evaluate("document.fonts.check('16px \"Latin Modern Math\"')")
    check(face, "formulas have a face of their own")


def code(sheet):
    words = sheet.locator(".code-word").all_inner_texts()
    check(words == ["const"] and sheet.locator(".code-comment").inner_text() == "// root", "code has its colours")


def hidden(sheet):
    strips = sheet.locator(".warned").all_inner_texts()
    check("1 mixed-script word" in strips[0] and "3 hidden characters" in strips[1], f"the strips count: {strips}")
    check(sheet.locator(".unseen").count() == 3, "control of direction is shown from the beginning")
    sheet.keyboard.press("i")
    expect(sheet.locator(".unseen")).to_have_count(4)
    expect(sheet.locator(".reading .told")).to_contain_text("1 of 4: U+0430 cyrillic letter")
    sheet.keyboard.press("j")
    expect(sheet.locator(".reading .told")).to_contain_text("2 of 4: U+202E right-to-left override")
    copied = sheet.locator(".specimen", has_text="lapyap").evaluate(
        "(each) => { getSelection().selectAllChildren(each.querySelector('p')); return String(getSelection()); }")
    check("U+202E" not in copied and "\u202e" in copied, "a box is in no copied text")
    picture(sheet, "hidden")
    audit(sheet, "hidden characters in boxes")
    before = sheet.locator(".row.active").inner_text()
    sheet.keyboard.press("k")
    check(sheet.locator(".row.active").inner_text() == before, "J and K walk along them, not along the answer")
    sheet.keyboard.press("Escape")
    sheet.keyboard.press("i")
    sheet.keyboard.press("Escape")
    sheet.keyboard.press("i")
    expect(sheet.locator(".reading .told")).to_contain_text("1 of 4")
    sheet.keyboard.press("i")
    expect(sheet.locator(".unseen")).to_have_count(0)


def raw(sheet):
    sheet.keyboard.press("r")
    expect(sheet.locator(".raw")).to_have_count(3)
    second = sheet.locator(".raw").nth(2)
    check(second.locator(".line.crlf").count() == 1 and "→tab" in second.inner_text(), "line ends and tabs are in sight")
    check(second.get_attribute("data-sizes") == "38 bytes, 32 characters", f"sizes: {second.get_attribute('data-sizes')}")
    copied = second.evaluate("""(each) => {
      getSelection().selectAllChildren(each);
      const data = new DataTransfer();
      each.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
      return data.getData('text/plain');
    }""")
    check(copied == "x is 2, as\u202e lapyap\u202c\u200b says.\r\n\ttab", "what is copied from the raw view is the text itself")
    picture(sheet, "raw")
    audit(sheet, "the raw view")
    sheet.keyboard.press("/")
    sheet.keyboard.type("is 2, as")
    expect(sheet.locator(".search .digits")).to_have_text("1 of 1")
    check(highlighted(sheet, "found-here") == ["is·2,·as"], "search knows the source, not the signs")
    sheet.keyboard.press("Escape")
    sheet.keyboard.press("r")
    expect(sheet.locator(".raw")).to_have_count(0)
    expect(sheet.locator(".formula.set")).to_have_count(2)


def differences(sheet):
    sheet.keyboard.press("d")
    expect(sheet.locator(".reading .told")).to_contain_text("% of the words are shared")
    first, second = (" ".join(highlighted(sheet, name)) for name in ("only-first", "only-second"))
    check("const" in first and "tab" in second and "says" not in first + second, f"differences: {first} / {second}")
    audit(sheet, "differences")
    sheet.keyboard.press("d")
    check(highlighted(sheet, "only-first") == [], "D again takes the marks away")
    go(sheet, 5)
    sheet.keyboard.press("d")
    expect(sheet.locator(".reading .told")).to_have_text("These texts have little in common.")
    check(highlighted(sheet, "only-first") == [], "and nothing is marked")


def panes(sheet):
    """Side by side, one below the other, remembered at the next task; scrolling together."""
    go(sheet, 1)
    check("stacked" in sheet.locator(".pair").get_attribute("class"), "short responses stand one below the other")
    sheet.keyboard.press("w")
    check("stacked" not in sheet.locator(".pair").get_attribute("class"), "W puts them side by side")
    go(sheet, 5)
    check("stacked" not in sheet.locator(".pair").get_attribute("class"), "and the next task keeps it")
    sheet.set_viewport_size({"width": 900, "height": 420})
    go(sheet, 1)
    sheet.keyboard.press("l")
    tops = sheet.evaluate("""async () => {
      const panes = [...document.querySelectorAll('.pair .content')];
      panes.forEach((each) => { each.lastChild.after(document.createElement('pre')); each.lastChild.textContent = 'x\\n'.repeat(each === panes[0] ? 200 : 100); });
      panes[0].scrollTop = 1e6;
      await new Promise((done) => setTimeout(done, 200));
      return panes.map((each) => Math.round(each.scrollHeight - each.clientHeight - each.scrollTop));
    }""")
    check(max(tops) <= 1, "linked panes end together")
    sheet.keyboard.press("l")
    sheet.set_viewport_size({"width": 1280, "height": 800})


def image(sheet):
    go(sheet, 2)
    picture_ = sheet.locator(".viewer img")
    fit = picture_.bounding_box()["width"]
    check(fit < 900, "an image fits its room")
    sheet.keyboard.press("z")
    expect(picture_).to_have_attribute("width", "1200")
    sheet.keyboard.press("z")
    expect(picture_).to_have_attribute("width", "2400")
    check(sheet.locator(".viewer").evaluate("(each) => each === document.activeElement"), "arrows pan in it")
    sheet.keyboard.press("ArrowRight")
    sheet.wait_for_timeout(300)
    check(sheet.locator(".viewer").evaluate("(each) => each.scrollLeft > 0"), "and it pans")
    audit(sheet, "an enlarged image")
    sheet.keyboard.press("z")
    check(abs(picture_.bounding_box()["width"] - fit) < 1, "and fits again")
    check("row" in sheet.evaluate("document.activeElement.closest('.row')?.className ?? ''"), "the keys are back")


def folds(sheet):
    go(sheet, 3)
    outline = sheet.locator(".outline")
    outline.locator("summary").click()
    last = outline.locator("button").last
    check(last.inner_text().startswith("Part"), "a long text has an outline of its places")
    last.click()
    sheet.wait_for_timeout(100)
    check(sheet.locator(".material").evaluate("(each) => each.scrollTop") > 200, "which lead to them")
    go(sheet, 4)
    expect(sheet.locator(".clipped")).to_have_count(6)
    sheet.keyboard.press("j")
    sheet.keyboard.press("o")
    expect(sheet.locator(".clipped")).to_have_count(5)
    sheet.keyboard.press("/")
    sheet.keyboard.type("line 20 of 6")
    expect(sheet.locator(".search .digits")).to_have_text("1 of 1")
    check(sheet.locator(".specimen.open").count() == 6 - sheet.locator(".clipped").count(), "the buttons know")
    check(highlighted(sheet, "found-here") == ["Line 20 of 6"], "search opens what is folded")
    sheet.keyboard.press("Control+a")
    sheet.keyboard.type("line 1 of")
    expect(sheet.locator(".search .digits")).to_have_text("1 of 6")
    sheet.keyboard.press("Enter")
    expect(sheet.locator(".search .digits")).to_have_text("2 of 6")
    sheet.keyboard.press("Shift+Enter")
    sheet.keyboard.press("Shift+Enter")
    expect(sheet.locator(".search .digits")).to_have_text("6 of 6")
    audit(sheet, "a search")
    sheet.keyboard.press("Escape")
    check(highlighted(sheet, "found") == [], "Esc ends the search")


def palette(sheet):
    sheet.keyboard.press(":")
    expect(sheet.get_by_role("dialog")).to_be_visible()
    sheet.keyboard.type("flag")
    expect(sheet.locator(".palette li")).to_have_count(1)
    audit(sheet, "the palette")
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_role("heading", name="What is wrong with this task?")).to_be_visible()
    sheet.keyboard.press("Escape")
    sheet.keyboard.press(":")
    sheet.keyboard.type("999")
    expect(sheet.locator(".palette li")).to_have_count(0)
    sheet.keyboard.press("Enter")
    sheet.keyboard.press("Escape")
    check("Task 4 " in title(sheet), "a number that no task has leads nowhere")


def in_steps(sheet):
    """s and a number, where a task has steps; search in what a call has folded away."""
    sign_in(sheet)
    open_project(sheet, "godwit")
    sheet.keyboard.press(":")
    sheet.keyboard.type("s3")
    sheet.keyboard.press("Enter")
    expect(sheet.locator(".step").nth(2)).to_have_class(re.compile("active"))
    check(True, "s3 leads to step 3")


def main():
    with browser() as chromium:
        with page(chromium) as sheet:
            sign_in(sheet)
            open_project(sheet, "wryneck")
            for part in (formulas, code, hidden, raw, differences, panes, image, folds, palette):
                part(sheet)
        with page(chromium) as sheet:
            in_steps(sheet)


main()
