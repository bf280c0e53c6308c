"""Labelling parts of a text by keyboard alone, then by pointer; offsets in Unicode scalars."""

from playwright.sync_api import expect

from workbench import answers, audit, browser, check, fits, open_project, page, picture, sign_in, title


def by_keys(sheet):
    audit(sheet, "spans, empty")
    sheet.keyboard.press("m")
    check(sheet.evaluate("document.activeElement.role") == "textbox", "M puts the cursor into the text")
    before = sheet.locator(".marked").evaluate("each => each.textContent")
    sheet.keyboard.type("xyz")
    sheet.keyboard.press("Backspace")
    check(sheet.locator(".marked").evaluate("each => each.textContent") == before, "nothing can be changed in it")
    sheet.keyboard.press("Control+Home")
    for _ in range(5):
        sheet.keyboard.press("ArrowRight")
    sheet.keyboard.press("1")
    check(answers(sheet)["parts"] == [{"start": 4, "end": 8, "label": "person"}], "a digit labels the word at the cursor")
    sheet.keyboard.press("Control+Home")
    sheet.keyboard.press("Shift+End")
    sheet.keyboard.press("3")
    parts = answers(sheet)["parts"]
    check(parts == [{"start": 0, "end": 27, "label": "duty"}, {"start": 4, "end": 8, "label": "person"}],
          f"a selection, overlapping, in scalars, sorted {parts}")
    sheet.keyboard.press("Escape")
    sheet.keyboard.press("j")
    sheet.keyboard.press("2")
    sheet.keyboard.press("c")
    sheet.keyboard.type("1 line, 2 sentences")
    picture(sheet, "spans")
    audit(sheet, "spans with a comment")
    sheet.keyboard.press("Escape")
    check(answers(sheet)["parts"][0] == {"start": 0, "end": 27, "label": "date", "comment": "1 line, 2 sentences"},
          "a digit on a row labels it anew, C comments")
    sheet.keyboard.press("j")
    sheet.keyboard.press("Delete")
    expect(sheet.locator(".span")).to_have_count(1)
    sheet.keyboard.press("u")
    expect(sheet.locator(".span")).to_have_count(2)
    check(True, "Delete removes, U restores")
    before = title(sheet)
    sheet.keyboard.press("Enter")
    expect(sheet.locator(".bar .count .digits")).not_to_have_text(before)
    check(True, "spans submitted")


def by_pointer(sheet):
    sheet.wait_for_timeout(350)
    sheet.keyboard.press("Enter")
    expect(sheet.locator(".spans .wrong")).to_be_visible()
    sheet.locator(".marked").dblclick(position={"x": 20, "y": 14})
    sheet.get_by_role("button", name="person").click()
    check(answers(sheet)["parts"] == [{"start": 0, "end": 6, "label": "person"}], "a double click and a button")
    sheet.get_by_role("button", name="Remove").click()
    expect(sheet.locator(".span")).to_have_count(0)


def two_questions(sheet):
    """Two questions about one text: it stands once, and each labels its own parts."""
    check(sheet.locator(".marked").count() == 1, "the text stands once")
    sheet.keyboard.press("m")
    sheet.keyboard.press("Control+Home")
    sheet.keyboard.press("1")
    check(answers(sheet) == {"who": [{"start": 0, "end": 4, "label": "person"}]}, "the first question's label")
    sheet.keyboard.press("Escape")
    while "When" not in (sheet.locator(".row.active").get_attribute("aria-label") or ""):
        sheet.keyboard.press("j")
    sheet.keyboard.press("m")
    sheet.keyboard.press("Control+End")
    sheet.keyboard.press("ArrowLeft")
    sheet.keyboard.press("ArrowLeft")
    sheet.keyboard.press("2")
    check(answers(sheet)["when"] == [{"start": 13, "end": 19, "label": "month"}], "the second question's label")
    audit(sheet, "two questions about one text")
    sheet.keyboard.press("Control+Enter")
    expect(sheet.get_by_role("heading", name="You are through")).to_be_visible()


def main():
    with browser() as chromium:
        with page(chromium) as sheet:
            sign_in(sheet)
            open_project(sheet, "siskin")
            by_keys(sheet)
            by_pointer(sheet)
        with page(chromium) as sheet:
            sign_in(sheet)
            open_project(sheet, "serin")
            two_questions(sheet)
        with page(chromium, width=390, height=844) as sheet:
            sign_in(sheet)
            open_project(sheet, "siskin")
            picture(sheet, "spans-390")
            audit(sheet, "spans at 390 pixels")
            fits(sheet, "390 pixels")


main()
