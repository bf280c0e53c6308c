"""Step review by keyboard alone: signs, first error, critique and correction; then by pointer."""

from playwright.sync_api import expect

from workbench import answers, audit, browser, check, fits, open_project, page, picture, sign_in, title


def signs(sheet):
    return sheet.locator(".steps .step").evaluate_all(
        "rows => rows.map((row) => [...row.querySelectorAll('input')].findIndex((each) => each.checked))")


def first_error(sheet):
    """A sign a key; X fills what is above; C and E say more; Delete is blank, not neutral."""
    audit(sheet, "a step review, empty")
    picture(sheet, "review-empty")
    n = sheet.locator(".steps .step").count()
    sheet.keyboard.press("+")
    sheet.keyboard.press("0")
    check(signs(sheet)[:3] == [0, 1, -1], "+ and 0 sign a step and move on")
    sheet.keyboard.press("k")
    sheet.keyboard.press("Delete")
    check(signs(sheet)[1] == -1, "Delete leaves a blank, which is not neutral")
    check(sheet.locator(".map .blank").count() == n - 1, "the map shows which are blank")
    sheet.keyboard.press("j")
    sheet.keyboard.press("x")
    check(signs(sheet)[:4] == [0, 0, 2, -1], "X: blank ones above are right, this one is wrong, the rest stays")
    expect(sheet.locator(".unneeded:visible")).to_have_count(n - 3)
    sheet.keyboard.press("u")
    check(signs(sheet)[:4] == [0, -1, -1, -1], "U takes X back at once")
    sheet.keyboard.press("Shift+U")
    sheet.keyboard.press("c")
    sheet.keyboard.type("The x + 0 - y of it doesn't follow.")
    sheet.keyboard.press("Escape")
    sheet.keyboard.press("e")
    start = sheet.evaluate("document.activeElement.value")
    check(len(start) > 10, "E starts the correction from the step itself")
    check("correction" not in answers(sheet)["review"][2], "which corrects nothing yet")
    sheet.keyboard.type(" Not so.")
    picture(sheet, "review-error")
    audit(sheet, "a step review with a first error")
    sheet.keyboard.press("Escape")
    expect(sheet.locator(".facts")).to_contain_text("Step 3, with what is wrong and a correction")
    return start


def submit(sheet, start):
    before = title(sheet)
    sheet.keyboard.press("Enter")
    check(sheet.evaluate("document.activeElement.type") == "radio", "Enter goes to what is missing")
    sheet.keyboard.press("2")
    sheet.keyboard.press("2")
    given = answers(sheet)["review"]
    check(given[2] == {"step": 2, "label": "-", "critique": "The x + 0 - y of it doesn't follow.",
                       "correction": start + " Not so."}, "the answer is that of the format")
    check([each["label"] for each in given][:5] == ["+", "+", "-", None, None][:len(given)], "blank is null")
    audit(sheet, "a step review, complete")
    sheet.keyboard.press("Enter")
    expect(sheet.locator(".bar .count .digits")).not_to_have_text(before)
    check(True, "a step review submitted")


def all_right(sheet):
    """Shift+Y: every step that has been on screen; then an answer taken back by U."""
    sheet.wait_for_timeout(400)
    sheet.keyboard.press("End")
    sheet.wait_for_timeout(100)
    sheet.keyboard.press("Shift+Y")
    check(set(signs(sheet)) == {0}, "Shift+Y: all that have been on screen are right")
    sheet.keyboard.press("u")
    check(set(signs(sheet)) == {-1}, "and U takes them back together")
    for _ in signs(sheet):
        sheet.keyboard.press("y")
    check(set(signs(sheet)) == {0}, "Y: this one is right, move on")
    picture(sheet, "review-right")
    sheet.keyboard.press("h")


def by_pointer(sheet):
    sheet.locator(".projects a.button", has_text="godwit").click()
    expect(sheet.locator("main.work")).to_be_visible()
    sheet.wait_for_timeout(350)
    sheet.locator(".steps .step").nth(1).locator(".minus").click()
    check(signs(sheet)[1] == 2, "a click in a cell signs")
    sheet.get_by_role("textbox", name="What is wrong here?").first.fill("By pointer.")
    sheet.locator(".map button").nth(0).click()
    expect(sheet.locator(".step.active legend")).to_have_text("Step 1")
    sheet.keyboard.press("Delete")
    sheet.get_by_role("button", name="Step is right").click()
    check(signs(sheet)[0] == 0, "and so do the buttons over the list")


def main():
    with browser() as chromium:
        with page(chromium) as sheet:
            sign_in(sheet)
            open_project(sheet, "godwit")
            submit(sheet, first_error(sheet))
            all_right(sheet)
            by_pointer(sheet)
        with page(chromium, width=390, height=844) as sheet:
            sign_in(sheet)
            open_project(sheet, "godwit")
            picture(sheet, "review-390")
            audit(sheet, "a step review at 390 pixels")
            fits(sheet, "390 pixels")


main()
