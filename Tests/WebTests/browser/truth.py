"""What the bar says about saving is true: silence, a full disk, a second tab, a reload, a lock."""

import json

from playwright.sync_api import expect

from workbench import browser, check, page, picture, sign_in

TEXT = "A closes the hole for every"


def open_comparison(sheet):
    sheet.locator(".projects a.button", has_text="heron").press("Enter")
    expect(sheet.locator("main.work")).to_be_visible()
    sheet.wait_for_timeout(350)


def write(sheet):
    """One draft, half a sentence long."""
    sheet.keyboard.press("2")
    sheet.keyboard.press("1")
    sheet.keyboard.press("e")
    sheet.keyboard.type(TEXT)
    expect(sheet.locator(".bar .state.good")).to_contain_text("Saved")


def reload(sheet):
    """A draft is back with its choice, its text and its row; nobody is asked about another tab."""
    sheet.reload()
    expect(sheet.locator("textarea.write")).to_have_value(TEXT)
    check(sheet.locator(".scale input").nth(1).is_checked(), "a reload brings back the choice")
    check(sheet.locator(".row.active textarea").count() == 1, "and the row one was on")


LATER = """async () => {
  const ask = window.fetch;
  const late = (url) => new Promise((done) => setTimeout(done, url.endsWith('/tasks/2') ? 600 : 0));
  window.fetch = async (url, options) => { await late(url); return ask(url, options); };
  const { pathname } = location;
  const shown = new Set();
  for (const position of [2, 3]) {
    history.pushState(null, '', pathname.replace(/[0-9]+$/, position));
    dispatchEvent(new PopStateEvent('popstate'));
  }
  for (const end = performance.now() + 1200; performance.now() < end; await new Promise(requestAnimationFrame))
    shown.add(document.querySelector('.bar .count .digits').textContent.split(' ')[1]);
  window.fetch = ask;
  return [...shown];
}"""


def overtaken(sheet):
    """Of two tasks that were asked for, the later one stays, whichever comes first."""
    shown = sheet.evaluate(LATER)
    check(shown == ["1", "3"], f"a task that comes late doesn't take the place of the one asked for {shown}")
    for position in (2, 1):
        sheet.go_back()
        expect(sheet.locator(".bar .count .digits")).to_contain_text(f"Task {position} ")
    expect(sheet.locator("textarea.write")).to_have_value(TEXT)


def silence(sheet):
    """No reply within a second: the bar says how much is only here; then it is saved."""
    sheet.route("**/draft", lambda route: None)
    sheet.keyboard.press("e")
    sheet.keyboard.press("Control+End")
    sheet.keyboard.type(" case")
    expect(sheet.locator(".alarm")).to_contain_text("isn’t answering")
    check("5 characters since" in sheet.locator(".alarm").inner_text(), "the bar counts what is unsaved")
    check("Not saved" in sheet.locator(".bar .state.bad").inner_text(), "and the word Saved is gone")
    picture(sheet, "silent")
    sheet.unroute("**/draft")
    sheet.keyboard.type(".")
    expect(sheet.locator(".bar .state.good")).to_contain_text("Saved")
    check(True, "a request that hangs is given up, and the draft goes again")


def refused(sheet):
    """A refused connection, then a server that is back: the draft goes by itself."""
    sheet.reload()
    expect(sheet.locator("textarea.write")).to_be_visible()
    sheet.wait_for_timeout(350)
    for path in ("**/draft", "**/submit"):
        sheet.route(path, lambda route: route.abort())
    sheet.keyboard.press("e")
    sheet.keyboard.press("Control+End")
    sheet.keyboard.type("!! And nothing breaks.")
    expect(sheet.locator(".alarm")).to_contain_text("22 characters since")
    sheet.keyboard.press("Control+Enter")
    expect(sheet.locator("#why")).to_contain_text("Can’t submit yet")
    check(sheet.locator(".bar .count .digits").inner_text().startswith("Task 1 "), "no next task before the reply")
    for path in ("**/draft", "**/submit"):
        sheet.unroute(path)
    expect(sheet.locator(".alarm")).to_be_hidden()
    expect(sheet.locator(".bar .state.good")).to_contain_text("Saved")
    sheet.reload()
    expect(sheet.locator("textarea.write")).to_have_value(f"{TEXT} case.!! And nothing breaks.")
    check(True, "what couldn't be saved is saved once the server is back")
    sheet.wait_for_timeout(350)


def full_disk(sheet):
    line = json.dumps({"error": "disk-full", "line": "The disk is full."})
    sheet.route("**/draft", lambda route: route.fulfill(status=507, body=line))
    sheet.keyboard.press("e")
    sheet.keyboard.type("x")
    expect(sheet.locator(".alarm.bad")).to_contain_text("The disk is full. Nothing since")
    picture(sheet, "disk-full")
    sheet.unroute("**/draft")
    expect(sheet.locator(".alarm")).to_be_hidden()
    expect(sheet.locator(".bar .state.good")).to_contain_text("Saved")
    check(True, "a full disk is said, and what was written goes once there is room")


def second_tab(sheet):
    other = sheet.context.new_page()
    other.goto(sheet.url)
    expect(other.get_by_role("heading", name="You are working in another tab")).to_be_visible()
    picture(other, "second-tab")
    other.keyboard.press("Enter")
    expect(other.locator("main.work")).to_be_visible()
    sheet.keyboard.press("e")
    sheet.keyboard.type("y")
    expect(sheet.get_by_role("heading", name="You are working in another tab")).to_be_visible()
    check(sheet.locator(".specimen").count() == 0, "the tab before shows nothing any more")
    other.close()
    sheet.wait_for_timeout(200)
    sheet.keyboard.press("Enter")
    expect(sheet.locator("main.work")).to_be_visible()


def locked(sheet):
    """Content is removed, not covered, and comes back by itself."""
    state = {"room": "Room 7", "name": "ann", "lock": "A network connection appeared (eth0).", "idleLimit": 900000}
    sheet.route("**/api/state", lambda route: route.fulfill(json=state))
    expect(sheet.get_by_role("heading", name="Work is locked")).to_be_visible()
    picture(sheet, "locked")
    check(sheet.locator(".specimen").count() == 0, "a locked page holds no content")
    sheet.unroute("**/api/state")
    expect(sheet.locator("main.work")).to_be_visible()
    check(True, "once unlocked the task is back")


def nothing_kept(sheet):
    """The browser itself holds nothing: no storage, no cookie that a script can read."""
    found = sheet.evaluate("[localStorage.length, sessionStorage.length, document.cookie.length]")
    check(found == [0, 0, 0], "nothing in the browser's storage")


def main():
    with browser() as chromium, page(chromium) as sheet:
        sign_in(sheet)
        open_comparison(sheet)
        write(sheet)
        reload(sheet)
        overtaken(sheet)
        silence(sheet)
        refused(sheet)
        full_disk(sheet)
        second_tab(sheet)
        locked(sheet)
        nothing_kept(sheet)


main()
