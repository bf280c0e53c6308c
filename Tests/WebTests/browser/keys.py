"""Keys on other layouts, held down, while composing, while typing: each means what it should."""

import string

from playwright.sync_api import expect

from workbench import browser, check, page, sign_in


def press(session, key, code, modifiers=0, repeat=False):
    """A key as a layout sends it: what is printed on it, and where it is."""
    event = {"key": key, "code": code, "modifiers": modifiers, "autoRepeat": repeat}
    session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **event})
    if not repeat:
        session.send("Input.dispatchKeyEvent", {"type": "keyUp", **event})


def chosen(sheet):
    return sheet.locator(".question input:checked").count()


def clear(sheet):
    sheet.locator(".scale input").first.focus()
    sheet.keyboard.press("Delete")
    expect(sheet.locator(".scale input:checked")).to_have_count(0)


def layouts(sheet, session):
    """French digits need Shift; Arabic and Cyrillic letters are found by their place."""
    press(session, "é", "Digit2")
    check(sheet.locator(".scale input").nth(1).is_checked(), "AZERTY: the key of 2 without Shift")
    clear(sheet)
    press(session, "2", "Digit2", modifiers=8)
    check(sheet.locator(".scale input").nth(1).is_checked(), "AZERTY: the key of 2 with Shift")
    clear(sheet)
    press(session, "@", "Digit2", modifiers=8)
    check(chosen(sheet) == 0, "QWERTY: @ is not 2")
    press(session, "3", "Numpad3")
    check(sheet.locator(".scale input").nth(2).is_checked(), "the number pad")
    clear(sheet)
    press(session, "ل", "KeyG")
    expect(sheet.locator(".guidelines")).to_be_visible()
    press(session, "п", "KeyG")
    expect(sheet.locator(".guidelines")).to_have_count(0)
    check(True, "Arabic and Cyrillic layouts: a letter by its place")
    press(session, "z", "KeyY")
    press(session, "?", "Minus", modifiers=8)
    expect(sheet.get_by_role("dialog")).to_be_visible()
    sheet.keyboard.press("Escape")
    check(True, "QWERTZ: ? by what is printed on the key")


def chords(sheet, session):
    """What the browser owns is left to it."""
    for modifiers in (1, 2, 4):
        press(session, "2", "Digit2", modifiers=modifiers)
        press(session, "s", "KeyS", modifiers=modifiers)
    check(chosen(sheet) == 0 and sheet.get_by_role("dialog").count() == 0, "Ctrl, Alt and Meta are not ours")


def held(sheet, session):
    """A key that is held answers once."""
    sheet.locator(".scale input").first.focus()
    for index in range(30):
        press(session, "1", "Digit1", repeat=index > 0)
    check(chosen(sheet) == 1, "a digit held down answers one row")
    before = sheet.locator(".bar .count .digits").inner_text()
    for index in range(30):
        press(session, "n", "KeyN", repeat=index > 0)
    expect(sheet.locator(".bar .count .digits")).not_to_have_text(before)
    sheet.wait_for_timeout(300)
    check("Task 2 " in sheet.locator(".bar .count .digits").inner_text(), "N held down goes one task on")


def double(sheet):
    """A double press doesn't answer the next task unseen."""
    sheet.keyboard.press("n")
    expect(sheet.locator(".bar .count .digits")).to_contain_text("Task 3 ")
    sheet.keyboard.press("1")
    check(chosen(sheet) == 0, "for a moment after a task is painted nothing is answered")
    sheet.wait_for_timeout(350)


def typing(sheet, session):
    """Every printable key, in every text field: it types, and nothing else."""
    sheet.keyboard.press("2")
    sheet.keyboard.press("1")
    before = chosen(sheet)
    sheet.keyboard.press("e")
    printable = "".join(each for each in string.printable if each.isprintable())
    sheet.keyboard.type(printable)
    check(sheet.locator("textarea.write").input_value() == printable, "every printable key types")
    check(chosen(sheet) == before and sheet.get_by_role("dialog").count() == 0, "and does nothing else")
    session.send("Input.imeSetComposition", {"text": "せ", "selectionStart": 1, "selectionEnd": 1})
    session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "key": "Process", "code": "Escape", "windowsVirtualKeyCode": 229})
    check(sheet.evaluate("document.activeElement.tagName") == "TEXTAREA", "composing: no shortcut fires")
    session.send("Input.insertText", {"text": "世"})
    sheet.keyboard.press("Escape")
    check(sheet.evaluate("document.activeElement.tagName") != "TEXTAREA", "Esc gives the keys back")
    check(sheet.locator("textarea.write").input_value().endswith("世"), "and the text stays")


def main():
    with browser() as chromium, page(chromium) as sheet:
        session = sheet.context.new_cdp_session(sheet)
        sign_in(sheet)
        sheet.locator(".projects a.button", has_text="heron").press("Enter")
        expect(sheet.locator("main.work")).to_be_visible()
        sheet.wait_for_timeout(350)
        layouts(sheet, session)
        chords(sheet, session)
        held(sheet, session)
        double(sheet)
        typing(sheet, session)


main()
