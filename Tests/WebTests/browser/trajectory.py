"""Judging tool calls by keyboard alone: pairs, severity, comment, all that is fine; then by pointer."""

from playwright.sync_api import expect

from workbench import answers, audit, browser, check, fits, open_project, page, picture, sign_in, title


def by_keys(sheet):
    audit(sheet, "a trajectory, empty")
    picture(sheet, "trajectory-empty")
    n = sheet.locator(".card-call").count()
    check(sheet.locator(".calls li").count() == n > 2, "every call is in the list of calls")
    sheet.keyboard.press("1")
    sheet.keyboard.press("1")
    sheet.keyboard.press("1")
    expect(sheet.locator(".calls .pill").nth(0)).to_have_text("Fine")
    check("Call 2" in sheet.locator(".row.active").get_attribute("aria-label"), "1 1 1: fine, and the next call")
    sheet.keyboard.press("o")
    check(sheet.locator(".row.active details:not([open])").count() == 0, "O opens the folds of the call")
    sheet.keyboard.press("1")
    sheet.keyboard.press("2")
    sheet.keyboard.press("1")
    sheet.keyboard.press("3")
    check("Call 3" in sheet.locator(".row.active").get_attribute("aria-label"), "severity once something is wrong, then on")
    sheet.keyboard.press("k")
    sheet.keyboard.press("c")
    sheet.keyboard.type("1 level of folders, 2 are needed; not + or -.")
    picture(sheet, "trajectory-wrong")
    audit(sheet, "a trajectory with a wrong call")
    sheet.keyboard.press("Escape")
    calls = answers(sheet)["calls"]
    check(calls == [
        {"message": 1, "call": 0, "tool": "right", "arguments": "right", "needed": True},
        {"message": 1, "call": 1, "tool": "right", "arguments": "wrong", "needed": True, "severity": 3,
         "comment": "1 level of folders, 2 are needed; not + or -."}], "the answer is that of the format")
    sheet.keyboard.press("j")
    sheet.keyboard.press("y")
    expect(sheet.locator(".calls .pill").nth(2)).to_have_text("Fine")
    sheet.keyboard.press("End")
    sheet.wait_for_timeout(150)
    sheet.keyboard.press("Shift+Y")
    check(sheet.locator(".calls .pill.open").count() < n - 3, "Shift+Y: those that have been on screen are fine")
    while sheet.locator(".calls .pill.open").count():
        sheet.keyboard.press("Enter")
        sheet.keyboard.press("y")


def submit(sheet):
    before = title(sheet)
    sheet.keyboard.press("Enter")
    sheet.keyboard.press("1")
    sheet.keyboard.press("1")
    audit(sheet, "a trajectory, complete")
    sheet.keyboard.press("Escape")
    sheet.keyboard.press("Control+Enter")
    expect(sheet.locator(".bar .count .digits")).not_to_have_text(before)
    check(True, "a trajectory submitted")


def by_pointer(sheet):
    sheet.wait_for_timeout(350)
    card = sheet.locator(".card-call").first
    card.locator(".fold summary").last.click()
    expect(card.locator(".fold pre").last).to_be_visible()
    card.locator(".v1").first.click()
    expect(card.locator(".pill").first).to_have_text("Wrong tool")
    card.locator(".pair-row", has_text="Severity").locator(".pick").nth(1).click()
    sheet.locator(".calls button").nth(1).click()
    check("Call 2" in sheet.locator(".row.active").get_attribute("aria-label"), "the list of calls leads to a call")
    sheet.get_by_role("button", name="Call is fine").click()
    expect(sheet.locator(".calls .pill").nth(1)).to_have_text("Fine")


def main():
    with browser() as chromium:
        with page(chromium) as sheet:
            sign_in(sheet)
            open_project(sheet, "avocet")
            by_keys(sheet)
            submit(sheet)
            by_pointer(sheet)
        with page(chromium, width=390, height=844) as sheet:
            sign_in(sheet)
            open_project(sheet, "avocet")
            sheet.locator(".card-call").nth(1).scroll_into_view_if_needed()
            picture(sheet, "trajectory-390")
            audit(sheet, "a trajectory at 390 pixels")
            fits(sheet, "390 pixels")


main()
