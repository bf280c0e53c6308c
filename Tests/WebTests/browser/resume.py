"""What a person typed is there again after the server was killed: run with `type`, then `find`."""

import sys

from playwright.sync_api import expect

from workbench import browser, check, open_project, page, sign_in

TEXT = "The second fix still trusts the header, so half a sentence must"


def start_typing(sheet):
    """Half an answer: a choice, a reason, the beginning of a sentence."""
    open_project(sheet, "heron")
    sheet.keyboard.press("2")
    sheet.keyboard.press("1")
    sheet.keyboard.press("e")
    sheet.keyboard.type(TEXT)
    expect(sheet.locator(".bar .state.good")).to_contain_text("Saved")


def find(sheet):
    open_project(sheet, "heron")
    expect(sheet.locator("textarea.write")).to_have_value(TEXT)
    check(sheet.locator(".scale input").nth(1).is_checked(), "the choice is there again")
    check(True, "the half sentence is there again")


with browser() as chromium, page(chromium) as sheet:
    sign_in(sheet)
    {"type": start_typing, "find": find}[sys.argv[1]](sheet)
