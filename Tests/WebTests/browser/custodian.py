"""The custodian's work by keyboard alone: unlock, stick, people and grants, trust, alarms, lock."""

import os

from playwright.sync_api import expect

from workbench import URL, audit, browser, check, page, picture, sign_in

PASSPHRASE = os.environ["AIRLOCK_CUSTODIAN"]


def unlock(sheet):
    """From the people's page by Tab; a wrong passphrase first."""
    sheet.goto(URL)
    expect(sheet.get_by_role("heading", name="Sign in")).to_be_visible()
    sheet.get_by_role("link", name="Custodian").focus()
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_role("heading", name="Custodian")).to_be_visible()
    audit(sheet, "unlocking")
    sheet.keyboard.type("not the passphrase")
    sheet.keyboard.press("Enter")
    expect(sheet.locator("#app, dialog").get_by_text("That passphrase doesn’t open this room.")).to_be_visible()
    audit(sheet, "a wrong passphrase")
    sheet.keyboard.type(PASSPHRASE)
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_role("heading", name="This room")).to_be_visible()
    check("Room 7" in sheet.locator(".band").inner_text(), "the band says whose room it is")


def overview(sheet):
    """Queues, what waits, the lease."""
    audit(sheet, "the overview")
    text = sheet.locator("main").inner_text()
    check("Ann: 83 left" in text, "how much is left for whom")
    check("39 answers wait for the lab" in text, "how much waits for the lab")
    check("The lab has not answered 3 sticks yet." in text, "how often the lab has not answered")
    check("New tasks stop in about 2 days of work." in text, "when new tasks stop")
    check(text.count("This room was restored.") == 1, "which project's new log the lab has yet to accept")
    check("3 alarms are not acknowledged." in text, "alarms that nobody has read")


def stick(sheet):
    """What it carries, both ways at once, and only then out."""
    sheet.keyboard.press("2")
    expect(sheet.locator("#app, dialog").get_by_text("A stick is in: KINGSTON, 16 GB.")).to_be_visible()
    expect(sheet.locator("#app, dialog").get_by_text("heron: 1 new package from the lab, 41 MB.")).to_be_visible()
    expect(sheet.get_by_role("button", name="Put out 37 answers")).to_be_visible()
    audit(sheet, "a stick")
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_role("heading", name="Don’t pull it out yet", exact=True)).to_be_visible()
    expect(sheet.get_by_role("heading", name="Don’t pull it out yet: 3 of 5 files.")).to_be_visible()
    check(sheet.locator("#app, dialog").get_by_text("You may pull it out now").count() == 0, "not before its time")
    audit(sheet, "while it is written")
    expect(sheet.get_by_role("heading", name="You may pull it out now")).to_be_visible()
    expect(sheet.locator("#app, dialog").get_by_text("archive 5: 37 answers, 2 questions, 214 log entries.")).to_be_visible()
    expect(sheet.locator("#app, dialog").get_by_text("120 tasks added. Nothing was removed.")).to_be_visible()
    expect(sheet.locator("#app, dialog").get_by_text("dunlin: this room was restored.")).to_be_visible()
    audit(sheet, "when it may go")
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_role("heading", name="This room")).to_be_visible()


def pulled(sheet):
    """The stick leaves while it is written; a page loaded anew says the same."""
    sheet.keyboard.press("2")
    expect(sheet.get_by_role("button", name="Do both")).to_be_focused()
    sheet.keyboard.press("p")
    expect(sheet.get_by_role("heading", name="The stick left too soon")).to_be_visible()
    expect(sheet.locator("#app, dialog").get_by_text("Nothing is lost: this room still has everything.")).to_be_visible()
    audit(sheet, "a stick that left too soon")
    sheet.reload()
    expect(sheet.get_by_role("heading", name="The stick left too soon")).to_be_visible()
    sheet.keyboard.press("Enter")
    expect(sheet.locator("#app, dialog").get_by_text("A stick is in: KINGSTON")).to_be_visible()


def people(sheet):
    """A name, then its owner's own passphrase; a grant given and taken back."""
    sheet.keyboard.press("3")
    expect(sheet.get_by_role("heading", name="People and grants")).to_be_visible()
    audit(sheet, "people and grants")
    sheet.keyboard.press("+")
    expect(sheet.get_by_role("dialog")).to_be_visible()
    sheet.keyboard.type("Ann")
    sheet.keyboard.press("Enter")
    expect(sheet.locator("#app, dialog").get_by_text("there is somebody called Ann already")).to_be_visible()
    sheet.keyboard.press("Control+a")
    sheet.keyboard.type("Eve")
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_role("heading", name="Eve, choose your passphrase")).to_be_visible()
    expect(sheet.locator("#app, dialog").get_by_text("At least 12 characters, or 5 words")).to_be_visible()
    audit(sheet, "a passphrase being chosen")
    own_passphrase(sheet)
    expect(sheet.locator("#app, dialog").get_by_text("Eve can sign in now. Next: grant a project.")).to_be_visible()
    sheet.get_by_role("button", name="Let Eve open heron").press("Enter")
    expect(sheet.locator("#app, dialog").get_by_text("Eve can open heron now.")).to_be_visible()
    sheet.get_by_role("button", name="Take heron back from Ann").press("Enter")
    expect(sheet.get_by_role("heading", name="Take heron back from Ann?")).to_be_visible()
    audit(sheet, "taking a grant back")
    sheet.get_by_role("button", name="Take it back").press("Enter")
    expect(sheet.locator("#app, dialog").get_by_text("What they have read they have read: 38 tasks.")).to_be_visible()
    expect(sheet.get_by_role("button", name="Let Ann open heron")).to_be_visible()


def own_passphrase(sheet):
    """Too short, then typed differently, then right."""
    for first, second, words in [
        ("short", "short", "It is too short"),
        ("five small words for eve", "five small words for eva", "The two passphrases differ"),
        ("five small words for eve", "five small words for eve", None),
    ]:
        sheet.locator("dialog input").first.fill("")
        sheet.keyboard.type(first)
        sheet.keyboard.press("Tab")
        sheet.keyboard.press("Control+a")
        sheet.keyboard.type(second)
        sheet.keyboard.press("Enter")
        if words:
            expect(sheet.locator("#app, dialog").get_by_text(words)).to_be_visible()


def alarms(sheet):
    """In plain words, kept until acknowledged and after."""
    sheet.keyboard.press("5")
    expect(sheet.get_by_role("heading", name="Alarms")).to_be_visible()
    expect(sheet.locator("#app, dialog").get_by_text("Two different lists or packages carry the same number.")).to_be_visible()
    audit(sheet, "alarms")
    fresh = sheet.locator("section").filter(has_text="To read").locator("article")
    expect(fresh).to_have_count(3)
    check("stop" in fresh.first.get_attribute("class"), "the newest comes first, with its level")
    sheet.locator("#app, dialog").get_by_text("Details for the lab").first.press("Enter")
    expect(sheet.locator("#app, dialog").get_by_text("Word for the lab: tuf-equivocation")).to_be_visible()
    audit(sheet, "an alarm's details")
    sheet.keyboard.press("j")
    sheet.keyboard.press("y")
    expect(fresh).to_have_count(2)


def pauses(sheet, chromium):
    """While the custodian is there, a contractor's page says so, and goes on afterwards."""
    with page(chromium) as other:
        other.goto(URL)
        expect(other.get_by_text("The custodian is busy at this machine.")).to_be_visible()
        sheet.keyboard.press("Shift+L")
        expect(sheet.get_by_text("You are signed out. People can work again.")).to_be_visible()
        expect(other.get_by_role("heading", name="Sign in")).to_be_visible()
        sign_in(other)
        expect(other.get_by_role("heading", name="Your projects")).to_be_visible()


def main():
    with browser() as chromium:
        with page(chromium) as sheet:
            unlock(sheet)
            overview(sheet)
            stick(sheet)
            pulled(sheet)
            people(sheet)
            alarms(sheet)
            sheet.keyboard.press("?")
            expect(sheet.get_by_role("dialog")).to_be_visible()
            audit(sheet, "all keys")
            picture(sheet, "custodian-keys")
            sheet.keyboard.press("Escape")
            pauses(sheet, chromium)


main()
