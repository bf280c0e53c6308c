"""The last task of a queue: one key, submitted, and the page says that all is done."""

from playwright.sync_api import expect

from workbench import browser, check, open_project, page, sign_in

with browser() as chromium, page(chromium) as sheet:
    sign_in(sheet)
    open_project(sheet, "heron")
    chosen = sheet.locator("input:checked")
    # Keys are ignored for a moment after a task came up, so that none answers it unseen.
    while chosen.count() == 0:
        sheet.wait_for_timeout(350)
        sheet.keyboard.press("1")
    sheet.keyboard.press("Control+Enter")
    expect(sheet.get_by_text("You are through all tasks")).to_be_visible()
    check(True, "the queue is done")
