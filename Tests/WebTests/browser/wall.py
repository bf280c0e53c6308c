"""Drives the Chromium that `open` itself has started, from inside its network namespace.

Run by nsenter; AIRLOCK_DEBUG says where Chromium's debugging port is. Steps, one a run:
type    signs in, opens the project AIRLOCK_PROJECT, types AIRLOCK_TEXT, prints the cookies
locked  waits at most 5 s for the page to lock
open    waits for the page to go on, and finds AIRLOCK_TEXT in it
"""

import json
import os
import sys
import time

os.environ.setdefault("AIRLOCK_URL", "http://127.0.0.1/")

from playwright.sync_api import Error, expect, sync_playwright

from workbench import NAME, PASSPHRASE, check, open_project

TEXT = os.environ["AIRLOCK_TEXT"]


def the_page(chromium):
    """The page that `open` brought up: there is one, at the root of the server."""
    for _ in range(300):
        sheets = [
            sheet for context in chromium.contexts for sheet in context.pages
            if sheet.url.startswith("http://127.0.0.1:") and not sheet.url.endswith("/enter")
        ]
        if sheets:
            return sheets[0]
        chromium.contexts[0].pages[0].wait_for_timeout(100)
    check(False, "the workbench is open in the browser")


def type_text(sheet):
    expect(sheet.get_by_role("heading", name="Sign in")).to_be_visible()
    sheet.get_by_label("Name").focus()
    sheet.keyboard.type(NAME)
    sheet.keyboard.press("Tab")
    sheet.keyboard.type(PASSPHRASE)
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_role("heading", name="Sign in")).to_have_count(0)
    open_project(sheet, os.environ["AIRLOCK_PROJECT"])
    sheet.locator("textarea.write").focus()
    sheet.keyboard.type(TEXT)
    expect(sheet.locator(".bar .state.good")).to_contain_text("Saved")
    # A private window's cookies are not those of the context that the driver knows.
    found = sheet.context.new_cdp_session(sheet).send("Network.getCookies")["cookies"]
    print("cookies " + json.dumps([cookie["value"] for cookie in found]))
    history = sheet.evaluate("history.length")
    check(history <= 4, f"the way in left {history} entries behind")


def locked(sheet):
    expect(sheet.get_by_role("heading", name="Work is locked")).to_be_visible(timeout=5_000)
    check(True, "the page is locked")


def opened(sheet):
    expect(sheet.locator("textarea.write")).to_have_value(TEXT)
    check(True, "the draft is there")


def connected(playwright):
    """The browser, which may still be starting."""
    for _ in range(300):
        try:
            return playwright.chromium.connect_over_cdp(os.environ["AIRLOCK_DEBUG"])
        except Error:
            time.sleep(0.1)
    check(False, "the browser has started")


with sync_playwright() as playwright:
    chromium = connected(playwright)
    sheet = the_page(chromium)
    {"type": type_text, "locked": locked, "open": opened}[sys.argv[1]](sheet)
