"""From the key that submits to the next task painted, in real Chromium, on a real room.

The page itself measures: from the key's own time stamp until the frame after the one in which the
next task stood. Between two tasks the person waits as long as the page asks for, and between the
two keys of an answer 120 ms, which few fingers beat.
"""

import glob
import os
import sys

from .machine import spread
from .records import make_pairs
from .room import NAME, SCHEMA
from .world import PASSPHRASE, World

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".."))
ANSWERS = 200
AIM_MS = 50

WATCH = """() => {
  window.painted = [];
  let pressed = 0;
  addEventListener('keydown', (event) => { if (event.key === 'Enter') pressed = event.timeStamp; }, true);
  const place = () => document.querySelector('.bar .count .digits')?.textContent ?? '';
  let shown = place();
  new MutationObserver(() => {
    if (place() === shown || !place()) return;
    shown = place();
    const from = pressed;
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => window.painted.push(performance.now() - from);
      after.port2.postMessage(null);
    });
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""


def playwright():
    """Playwright of the .venv that setup makes; None where it or Chromium isn't there."""
    sys.path += glob.glob(os.path.join(ROOT, ".venv", "lib", "python3*", "site-packages"))
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    return sync_playwright if os.path.exists("/usr/bin/chromium") else None


def sign_in(sheet, url, name):
    """Opens the workbench and signs in by keyboard."""
    sheet.goto(url)
    sheet.get_by_role("heading", name="Sign in").wait_for()
    for word, key in ((name, "Tab"), (PASSPHRASE, "Enter")):
        sheet.keyboard.type(word)
        sheet.keyboard.press(key)
    sheet.get_by_role("heading", name="Sign in").wait_for(state="detached")


def work(chromium, url, project):
    """Milliseconds of each answer."""
    sheet = chromium.new_context(viewport={"width": 1280, "height": 800}).new_page()
    sign_in(sheet, url, NAME)
    sheet.goto(f"{url}p/{project}")
    sheet.locator(".scale .pick").first.wait_for()
    sheet.evaluate(WATCH)
    for count in range(ANSWERS):
        sheet.wait_for_timeout(330)
        sheet.keyboard.press(str(count % 3 + 1))
        sheet.wait_for_timeout(120)
        sheet.keyboard.press("Enter")
        sheet.wait_for_function("count => window.painted.length > count", arg=count)
    return sheet.evaluate("window.painted")


def run(folder, options, binaries):
    start = playwright()
    if start is None:
        return {"missing": "Chromium, or the .venv that scripts/setup makes"}
    world = World(folder, binaries, SCHEMA)
    pairs = world.path("pairs.jsonl")
    make_pairs(pairs, min(options.pairs, 10_000))
    project = world.introduce()
    world.employ(NAME, project, pairs)
    with world.opened() as (_, url), start() as programs:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        chromium = programs.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        times = work(chromium, url, project)
        chromium.close()
    return {"answers": ANSWERS, "keyToNextTaskMs": spread([each / 1000 for each in times])}


def show(result):
    if "missing" in result:
        print(f"\npages: left out, {result['missing']} is not there")
        return
    print(f"\nIn Chromium, {result['answers']} comparisons by keyboard (aim: p95 below {AIM_MS} ms)")
    for name, value in result["keyToNextTaskMs"].items():
        print(f"{f'key to next task painted, {name}, ms':60}{value:>12}")


def failures(_result):
    return []
