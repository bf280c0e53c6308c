"""A real room through its pages alone: `make` sets it up on an empty machine, `work` takes tasks in,
has one answered and puts it out, `pulled` loses the stick on the way."""

import os
import sys

from playwright.sync_api import expect

from workbench import NAME, PASSPHRASE, URL, browser, page, picture, sign_in, words

CUSTODIAN = os.environ["AIRLOCK_CUSTODIAN"]
STICK = os.environ["AIRLOCK_STICK"]


def unlock(sheet):
    sheet.goto(f"{URL}custodian")
    expect(sheet.get_by_role("heading", name="Custodian")).to_be_visible()
    sheet.keyboard.type(CUSTODIAN)
    sheet.keyboard.press("Enter")
    expect(sheet.locator("nav.pages")).to_be_visible()


def use_stick(sheet):
    """Where no stick is found its folder is typed."""
    sheet.locator("summary", has_text="It isn’t listed").press("Enter")
    field = sheet.get_by_label("The stick’s folder")
    field.focus()
    sheet.keyboard.type(STICK)
    sheet.keyboard.press("Enter")


def make(sheet):
    sheet.goto(URL)
    expect(sheet.get_by_role("heading", name="Make this room")).to_be_visible()
    for text in ("Room 7", CUSTODIAN, CUSTODIAN):
        sheet.keyboard.type(text)
        sheet.keyboard.press("Tab")
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_role("heading", name="Setting up this room")).to_be_visible()
    sheet.keyboard.press("Enter")
    sheet.get_by_role("button", name="Write the card to a stick").press("Enter")
    use_stick(sheet)
    written = words(sheet, "read back and compared")
    expect(written).to_be_visible()
    file = written.inner_text().split(": ")[1].split(",")[0]
    groups = sheet.locator(".groups").first.locator("li > span[aria-hidden]").all()
    fingerprint = "".join(each.evaluate("element => element.lastChild.textContent") for each in groups)
    sheet.get_by_role("button", name="I have told the lab").press("Enter")
    trust(sheet, os.environ["AIRLOCK_TRUST"])
    add(sheet)
    return f"card {file} {fingerprint}"


def trust(sheet, fingerprint):
    """Another fingerprint is refused, and nothing is trusted; then the one of the sheet."""
    sheet.get_by_role("button", name="Look for it on a stick").press("Enter")
    use_stick(sheet)
    expect(sheet.get_by_label("Fingerprint from the printed sheet")).to_be_focused()
    sheet.keyboard.type("0123456789abcdef" * 4)
    sheet.keyboard.press("Enter")
    expect(words(sheet, "Nothing was trusted.")).to_be_visible()
    sheet.keyboard.press("Control+a")
    sheet.keyboard.type(fingerprint)
    sheet.keyboard.press("Enter")
    expect(words(sheet, "This room trusts the project now.")).to_be_visible()


def add(sheet):
    sheet.keyboard.press("3")
    expect(sheet.get_by_role("button", name="Add a person")).to_be_focused()
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_label("Their name")).to_be_focused()
    sheet.keyboard.type(NAME)
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_label("Your passphrase", exact=True)).to_be_focused()
    sheet.keyboard.type(PASSPHRASE)
    sheet.keyboard.press("Tab")
    sheet.keyboard.type(PASSPHRASE)
    sheet.keyboard.press("Enter")
    expect(words(sheet, "can sign in now")).to_be_visible()
    sheet.get_by_role("button", name=f"Let {NAME} open").press("Enter")
    expect(words(sheet, f"{NAME} can open")).to_be_visible()


def exchange(sheet, key, end):
    sheet.keyboard.press("2")
    use_stick(sheet)
    expect(sheet.get_by_role("button", name="Do both")).to_be_focused()
    sheet.keyboard.press(key)
    expect(sheet.get_by_role("heading", name=end)).to_be_visible()


def work(sheet):
    unlock(sheet)
    exchange(sheet, "Enter", "You may pull it out now")
    expect(words(sheet, "tasks added. Nothing was removed.")).to_be_visible()
    picture(sheet, "custodian-taken-in")
    sheet.keyboard.press("Enter")
    expect(words(sheet, f"{NAME}: 16 left")).to_be_visible()
    sheet.keyboard.press("Shift+L")
    expect(words(sheet, "People can work again.")).to_be_visible()
    answer(sheet)
    unlock(sheet)
    expect(words(sheet, f"{NAME}: 15 left")).to_be_visible()
    expect(words(sheet, "1 answer waits for the lab")).to_be_visible()
    exchange(sheet, "p", "You may pull it out now")
    expect(words(sheet, "1 answer, 0 questions")).to_be_visible()
    picture(sheet, "custodian-put-out")


def answer(sheet):
    sign_in(sheet)
    sheet.get_by_role("link", name="heron").first.click()
    expect(sheet.locator("main.work")).to_be_visible()
    sheet.wait_for_timeout(350)
    sheet.keyboard.press("2")
    sheet.keyboard.press("1")
    sheet.keyboard.press("e")
    sheet.keyboard.type("A says what holds for every case, and B leaves the header open.")
    sheet.keyboard.press("Control+Enter")
    expect(sheet.locator(".bar .count .digits")).to_contain_text("Task 2 of")


def pulled(sheet):
    unlock(sheet)
    sheet.keyboard.press("2")
    use_stick(sheet)
    expect(sheet.get_by_role("button", name="Do both")).to_be_focused()
    os.rename(STICK, STICK + ".out")
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_role("heading", name="The stick left too soon")).to_be_visible()
    expect(words(sheet, "Nothing is lost: this room still has everything.")).to_be_visible()
    picture(sheet, "custodian-too-soon")
    os.rename(STICK + ".out", STICK)
    sheet.keyboard.press("Enter")
    use_stick(sheet)
    expect(sheet.get_by_role("button", name="Do both")).to_be_focused()
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_role("heading", name="You may pull it out now")).to_be_visible()
    expect(words(sheet, "3 tasks added. Nothing was removed.")).to_be_visible()


def main():
    part = {"make": make, "work": work, "pulled": pulled}[sys.argv[1]]
    with browser() as chromium:
        with page(chromium) as sheet:
            said = part(sheet)
    print(said or f"ok: {sys.argv[1]}")


main()
