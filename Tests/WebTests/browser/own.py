"""What is a person's own, by keyboard alone against a real room: practice with a pass mark, origin
counts, own work, pause, settings, changed guidelines, hours, the receipt code.

`own.py practise` works on a fresh room; `own.py changed` after a stick brought new guidelines."""

import sys

from playwright.sync_api import expect

from workbench import audit, browser, check, fits, page, picture, sign_in, targets, title


def press(sheet, *keys):
    for key in keys:
        sheet.keyboard.press(key)


def review_steps(sheet, signs, verdict, kind):
    """Signs for the steps in order; None leaves one blank."""
    sheet.wait_for_timeout(350)
    for sign in signs:
        sheet.keyboard.press(sign if sign else "j")
    for group, digit in (("What of the final answer?", verdict), ("What is the first mistake?", kind)):
        options = sheet.get_by_role("group", name=group).get_by_role("radio")
        options.first.focus()
        sheet.keyboard.press(digit)
    sheet.keyboard.press("Enter")


def practise(sheet):
    """Real tasks wait until two of three practice tasks are right."""
    expect(sheet.get_by_role("heading", name="Your projects")).to_be_visible()
    expect(sheet.get_by_text("0 right, 2 are needed before the tasks begin")).to_be_visible()
    picture(sheet, "own-home-practice")
    audit(sheet, "the projects with practice to do")
    sheet.goto(sheet.url.rstrip("/") + sheet.locator(".projects a").last.get_attribute("href").rsplit("/practice")[0] + "/1")
    expect(sheet.get_by_text("This is practice.")).to_be_visible()
    check("/practice" in sheet.url, "a real task's address leads to practice first")
    audit(sheet, "a practice task")
    picture(sheet, "own-practice")
    # The third step is the wrong one; here the second is called wrong.
    review_steps(sheet, ["+", "-"], "2", "5")
    expect(sheet.get_by_role("heading", name="Not all of it is as the lab sees it.")).to_be_visible()
    audit(sheet, "a practice task answered otherwise than the lab")
    picture(sheet, "own-practice-review")
    sheet.keyboard.press("n")
    expect(sheet.locator(".bar .count .digits")).to_have_text("Practice 2 of 3")
    review_steps(sheet, ["+", "+", "+", "+"], "1", "1")
    expect(sheet.get_by_role("heading", name="Right, by what can be compared.")).to_be_visible()
    sheet.keyboard.press("n")
    expect(sheet.locator(".bar .count .digits")).to_have_text("Practice 3 of 3")
    review_steps(sheet, ["0", "+", "-"], "2", "5")
    expect(sheet.get_by_role("heading", name="Right, by what can be compared.")).to_be_visible()
    check(True, "two of three practice tasks right")
    # Back to the first, whose answer is changed.
    sheet.keyboard.press("n")
    expect(sheet.locator(".bar .count .digits")).to_have_text("Practice 1 of 3")


def real_task(sheet):
    """The first task: origin counts, pause, undo of a skip."""
    sheet.keyboard.press("h")
    expect(sheet.get_by_text("2 of 3 right")).to_be_visible()
    sheet.keyboard.press("Enter")
    expect(sheet.locator(".bar .count .digits")).to_contain_text("Task 1 of")
    sheet.wait_for_timeout(350)
    sheet.keyboard.press("-")
    critique = sheet.get_by_role("textbox").first
    press(sheet, "k", "c")
    sheet.keyboard.type("Not so, é")
    expect(critique).to_have_value("Not so, é")
    press(sheet, "Shift+Home", "Control+x")
    press(sheet, "Control+v", "Control+v")
    expect(sheet.get_by_text("9 typed, 18 pasted")).to_be_visible()
    press(sheet, "Control+z")
    expect(sheet.get_by_text("9 typed, 18 pasted")).to_be_visible()
    sheet.wait_for_timeout(600)
    check(sheet.draft["origin"]["review"] == {"typed": 9, "pasted": 18}, "typed and pasted, to the character")
    sheet.keyboard.press("Escape")
    sheet.keyboard.press("p")
    expect(sheet.get_by_role("dialog", name="Paused at")).to_be_visible()
    audit(sheet, "paused")
    picture(sheet, "own-paused")
    sheet.keyboard.press("p")
    expect(sheet.get_by_role("dialog")).to_have_count(0)
    check(True, "P covers the page and takes the cover away")
    press(sheet, "s", "1")
    expect(sheet.locator(".bar .count .digits")).to_contain_text("Task 2 of")
    sheet.wait_for_timeout(350)
    press(sheet, "u")
    expect(sheet.locator(".bar .count .digits")).to_contain_text("Task 1 of")
    expect(sheet.get_by_text("The task is open again")).to_be_visible()
    check(sheet.get_by_role("textbox").first.input_value() != "", "a skip is undone with what was written")
    review_steps(sheet, ["-"], "2", "2")
    expect(sheet.locator(".bar .count .digits")).to_contain_text("Task 2 of")


def own_work(sheet):
    """The list of one's own, filtered and searched; the answer opened and revised."""
    sheet.wait_for_timeout(350)
    sheet.keyboard.press("q")
    expect(sheet.get_by_role("heading", name="Your work in godwit")).to_be_visible()
    audit(sheet, "own work")
    picture(sheet, "own-work")
    sheet.keyboard.press("3")
    expect(sheet.locator("table.own tbody tr")).to_have_count(1)
    sheet.keyboard.press("/")
    sheet.keyboard.type("nothing of the kind")
    expect(sheet.locator("table.own tbody tr")).to_have_count(0)
    press(sheet, "Control+a", "Backspace")
    expect(sheet.locator("table.own tbody tr")).to_have_count(1)
    press(sheet, "Enter", "Enter")
    expect(sheet.get_by_text("Saving makes revision 2")).to_be_visible()
    sheet.wait_for_timeout(350)
    sheet.get_by_role("group", name="What is the first mistake?").get_by_role("radio").first.focus()
    sheet.keyboard.press("3")
    expect(sheet.get_by_text("was: Misread")).to_be_visible()
    picture(sheet, "own-revised")
    audit(sheet, "an answer being revised, with what it was")
    sheet.keyboard.press("Enter")
    expect(sheet.locator(".bar .count .digits")).to_contain_text("Task 2 of")


def settings(sheet):
    """Palette, size, another key, single keys off; all there again after signing in anew."""
    sheet.wait_for_timeout(350)
    sheet.keyboard.press(",")
    expect(sheet.get_by_role("heading", name="Settings", exact=True)).to_be_visible()
    audit(sheet, "settings")
    picture(sheet, "own-settings")
    for palette in ("Light", "High contrast", "Dark"):
        sheet.get_by_role("radio", name=palette).focus()
        sheet.keyboard.press("Space")
        expect(sheet.locator("html")).to_have_attribute("data-palette", {"Light": "light", "Dark": "dark", "High contrast": "contrast"}[palette])
        audit(sheet, f"settings in {palette}")
    sheet.get_by_role("radio", name="22").focus()
    sheet.keyboard.press("Space")
    expect(sheet.locator("html")).to_have_attribute("data-text", "22")
    sheet.get_by_text("The key of each command").focus()
    sheet.keyboard.press("Enter")
    sheet.get_by_role("button", name="Change the key of: Your work").focus()
    sheet.keyboard.press("Enter")
    sheet.keyboard.press("g")
    expect(sheet.get_by_role("dialog").get_by_text("G belongs to “Guidelines”")).to_be_visible()
    audit(sheet, "a key that is taken")
    sheet.keyboard.press("y")
    expect(sheet.get_by_role("dialog")).to_have_count(0)
    sheet.keyboard.press("Shift+L")
    sign_in(sheet)
    expect(sheet.locator("html")).to_have_attribute("data-palette", "dark")
    sheet.keyboard.press("y")
    expect(sheet.get_by_role("heading", name="Your work in godwit")).to_be_visible()
    check(True, "settings are there again after signing in, the remapped key too")
    audit(sheet, "own work, dark")
    picture(sheet, "own-work-dark")
    sheet.keyboard.press(",")
    sheet.get_by_role("checkbox", name="Single keys act").focus()
    sheet.keyboard.press("Space")
    sheet.wait_for_timeout(300)
    sheet.keyboard.press("h")
    sheet.wait_for_timeout(200)
    expect(sheet.get_by_role("heading", name="Settings", exact=True)).to_be_visible()
    check(True, "with single keys off a letter does nothing")
    sheet.get_by_role("checkbox", name="Single keys act").focus()
    sheet.keyboard.press("Space")
    sheet.get_by_role("radio", name="As the system").focus()
    sheet.keyboard.press("Space")
    sheet.wait_for_timeout(300)


def hours(sheet):
    """Hours, counts, the receipt code, all leaves; then the summary."""
    sheet.get_by_role("heading", name="Settings", exact=True).focus()
    sheet.keyboard.press("Shift+H")
    expect(sheet.get_by_role("heading", name="Your hours")).to_be_visible()
    expect(sheet.locator("code.receipt").first).to_be_visible()
    audit(sheet, "hours")
    sheet.get_by_role("button", name="Show them").focus()
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_text("You opened the project").first).to_be_visible()
    audit(sheet, "hours with every leaf")
    picture(sheet, "own-hours")
    sheet.keyboard.press("Shift+Q")
    expect(sheet.get_by_role("heading", name="Today")).to_be_visible()
    expect(sheet.get_by_text("2 answers, ")).to_be_visible()
    audit(sheet, "the summary")
    picture(sheet, "own-summary")
    print("CODE", sheet.locator("code.receipt").first.inner_text())
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_role("heading", name="Sign in")).to_be_visible()


def every_size(sheet):
    """Each page of one's own at three sizes, light and dark: it fits, and axe finds nothing."""
    home = sheet.url.split("/me/")[0].split("/p/")[0].rstrip("/")
    sheet.goto(home + "/")
    expect(sheet.get_by_role("heading", name="Your projects")).to_be_visible()
    project = sheet.locator(".projects a").last.get_attribute("href").split("/")[2]
    pages = {
        "home": ("/", "Your projects"), "work": (f"/p/{project}/work", "Your work in"), "hours": ("/me/hours", "Your hours"),
        "settings": ("/me/settings", "Settings"), "guidelines": (f"/p/{project}/changes", "Guidelines of"),
    }
    for name, (path, heading) in pages.items():
        sheet.goto(home + path)
        expect(sheet.get_by_role("heading", name=heading).first).to_be_visible()
        for width, height in ((390, 844), (1280, 800), (2560, 1440)):
            sheet.set_viewport_size({"width": width, "height": height})
            for scheme in ("light", "dark"):
                sheet.emulate_media(color_scheme=scheme)
                picture(sheet, f"own-{name}-{width}-{scheme}")
            fits(sheet, f"{name} at {width} pixels")
            targets(sheet, f"{name} at {width} pixels")
        sheet.set_viewport_size({"width": 390, "height": 844})
        audit(sheet, f"{name}, narrow and dark")
    sheet.emulate_media(color_scheme="light")
    sheet.set_viewport_size({"width": 1280, "height": 800})
    sheet.goto(home + "/me/settings")
    expect(sheet.get_by_role("heading", name="Settings", exact=True)).to_be_visible()


def changed(sheet):
    """The stick brought a changed passage: it is read before the next task."""
    expect(sheet.get_by_text("1 passage changed since you read them")).to_be_visible()
    link = sheet.get_by_role("link", name="Read 1 change, then continue")
    expect(link).to_be_focused()
    picture(sheet, "own-home-changed")
    audit(sheet, "the projects with changed guidelines")
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_role("heading", name="1 change in the guidelines of godwit")).to_be_visible()
    audit(sheet, "a changed passage")
    picture(sheet, "own-changes")
    check(sheet.locator("del.change").count() == 1 and sheet.locator("ins.change").count() == 1, "old struck, new marked")
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_role("button", name="Start")).to_be_focused()
    sheet.keyboard.press("Enter")
    expect(sheet.locator("main.work")).to_be_visible()
    check("Task 2 of" in title(sheet), "then the next task")
    sheet.wait_for_timeout(350)
    sheet.keyboard.press("g")
    expect(sheet.locator(".guidelines .fresh")).to_have_count(1)
    sheet.locator(".guidelines input").focus()
    sheet.keyboard.type("clumsy")
    expect(sheet.get_by_text("1 of 1")).to_be_visible()
    check(sheet.evaluate("document.scrollingElement.scrollTop") == 0, "only the guidelines scroll")
    audit(sheet, "guidelines searched")
    picture(sheet, "own-guidelines")
    press(sheet, "Escape", "Escape")


with browser() as chromium, page(chromium) as sheet:
    sign_in(sheet)
    if sys.argv[1:] == ["changed"]:
        changed(sheet)
    else:
        practise(sheet)
        real_task(sheet)
        own_work(sheet)
        settings(sheet)
        every_size(sheet)
        hours(sheet)
