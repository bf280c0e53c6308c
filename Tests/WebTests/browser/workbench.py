"""What the browser scripts share: a Chromium, a person who only has a keyboard, and checks.

AIRLOCK_URL, AIRLOCK_NAME and AIRLOCK_PASSPHRASE say where the pages are and who signs in;
AIRLOCK_SHOTS, if given, is a folder that pictures go to."""

import os
import sys
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

URL = os.environ["AIRLOCK_URL"]
NAME = os.environ["AIRLOCK_NAME"]
PASSPHRASE = os.environ["AIRLOCK_PASSPHRASE"]
SHOTS = os.environ.get("AIRLOCK_SHOTS")
CHROMIUM = os.environ.get("AIRLOCK_CHROMIUM", "/usr/bin/chromium")
# How long to wait for what must come: machines that run tests are busy ones.
expect.set_options(timeout=30_000)
SIZES = {
    "1280x800": {"width": 1280, "height": 800},
    "390x844": {"width": 390, "height": 844, "device_scale_factor": 2, "is_mobile": True, "has_touch": True},
    "2560x1440": {"width": 2560, "height": 1440},
}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def browser():
    """A Chromium as the room starts it; its own sandbox off only for root."""
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield chromium
        chromium.close()


@contextmanager
def page(chromium, width=1280, height=800, **more):
    """A page whose console, errors and requests are watched: all three must stay clean."""
    context = chromium.new_context(viewport={"width": width, "height": height}, **more)
    sheet = context.new_page()
    sheet.set_default_timeout(60_000)
    trouble = []
    sheet.on("console", lambda message: note_console(message, trouble))
    sheet.on("pageerror", lambda error: trouble.append(f"error: {error}"))
    sheet.on("request", lambda request: note_request(request, trouble, sheet))
    sheet.trouble = trouble
    yield sheet
    check(trouble == [], f"the page logged: {trouble}")
    context.close()


def note_console(message, trouble):
    # A refused sign-in and a closed server are logged by Chromium itself.
    if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
        trouble.append(f"console: {message.text}")


def note_request(request, trouble, sheet):
    if request.url.endswith("/draft"):
        sheet.draft = request.post_data_json
    if not request.url.startswith(URL):
        trouble.append(f"asked for {request.url}")


def check(holds, words):
    if not holds:
        print(f"FAILED: {words}")
        sys.exit(1)
    print(f"ok: {words}" if not words.startswith("the page logged") else "ok: console is clean")


def sign_in(sheet, path=""):
    """By keyboard alone: the name has the cursor."""
    sheet.goto(URL + path)
    expect(sheet.get_by_role("heading", name="Sign in")).to_be_visible()
    sheet.keyboard.type(NAME)
    sheet.keyboard.press("Tab")
    sheet.keyboard.type(PASSPHRASE)
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_role("heading", name="Sign in")).to_have_count(0)


def open_project(sheet, codename):
    """From the projects, by Tab to its button and Enter."""
    for _ in range(40):
        focused = sheet.evaluate("document.activeElement.textContent")
        if codename in focused and "Continue with" not in focused:
            break
        sheet.keyboard.press("Tab")
    sheet.keyboard.press("Enter")
    expect(sheet.locator("main.work")).to_be_visible()
    # For 300 ms after a task is painted no answer is taken.
    sheet.wait_for_timeout(350)


def title(sheet):
    return sheet.locator(".bar .count .digits").inner_text()


def audit(sheet, words):
    """axe with every rule of WCAG 2.2 AA and best practice."""
    found = Axe().run(sheet, options={"runOnly": {"type": "tag", "values": RULES}}).response
    lines = [
        f"{rule['id']}: {node['html'][:120]} {node.get('failureSummary', '')[:200]}"
        for rule in found["violations"] for node in rule["nodes"]
    ]
    check(lines == [], f"axe on {words}" + "".join(f"\n  {line}" for line in lines))


def fits(sheet, words):
    """No sideways scroll but in tables and code."""
    wide = sheet.evaluate("document.documentElement.scrollWidth > innerWidth")
    check(not wide, f"{words}: fits its width")


def targets(sheet, words):
    """Every control is at least 24 by 24 pixels; a radio button's is its whole line."""
    small = sheet.evaluate("""() => [...document.querySelectorAll('button, a[href], summary, .pick, input[type=text], input[type=password], textarea')]
      .filter((each) => each.checkVisibility() && !each.matches('.past'))
      .map((each) => [each.textContent || each.className, each.getBoundingClientRect()])
      .filter(([, box]) => box.width < 24 || box.height < 24).map(([name]) => name)""")
    check(small == [], f"{words}: targets of 24 pixels {small or ''}")


def words(sheet, text):
    """A text of the page or of the dialog over it, and not of what only screen readers get."""
    return sheet.locator("#app, dialog").get_by_text(text)


def picture(sheet, name):
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        sheet.screenshot(path=str(Path(SHOTS) / f"{name}.png"))


def answers(sheet):
    """The answers of the last draft, once everything is saved."""
    sheet.wait_for_timeout(450)
    expect(sheet.locator(".bar .state.good")).to_contain_text("Saved")
    return sheet.draft["answers"]
