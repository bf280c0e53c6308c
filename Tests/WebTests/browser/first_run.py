"""An empty machine, by keyboard alone: the room, its card, the lab's trust, people, grants."""

from playwright.sync_api import expect

from workbench import URL, audit, browser, check, page, picture

FINGERPRINT = "3f2a91c0" * 8


def make(sheet):
    """The first page of all; nothing else is to be had."""
    sheet.goto(URL)
    expect(sheet.get_by_role("heading", name="Make this room")).to_be_visible()
    audit(sheet, "an empty machine")
    picture(sheet, "first-run")
    sheet.keyboard.type("Room 9")
    sheet.keyboard.press("Tab")
    sheet.keyboard.type("too short")
    sheet.keyboard.press("Enter")
    expect(sheet.locator("#app, dialog").get_by_text("It is too short: it needs 12 characters or 5 words.")).to_be_visible()
    audit(sheet, "a passphrase that is too short")
    sheet.keyboard.press("Control+a")
    sheet.keyboard.type("seven brave little words of the room")
    sheet.keyboard.press("Tab")
    sheet.keyboard.type("seven brave little words of the room")
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_role("heading", name="Setting up this room")).to_be_visible()


def next_step(sheet, step):
    """Enter does what is due."""
    expect(sheet.locator(".checklist .now")).to_contain_text(step)
    audit(sheet, f"setting up: {step}")
    sheet.keyboard.press("Enter")


def card(sheet):
    next_step(sheet, "Write this room’s card to a stick")
    expect(sheet.get_by_role("button", name="Write the card to a stick")).to_be_focused()
    check(sheet.locator(".groups").first.locator("li").count() == 16, "sixteen groups to read out")
    sheet.keyboard.press("Enter")
    sheet.get_by_role("button", name="KINGSTON").press("Enter")
    expect(sheet.locator("#app, dialog").get_by_text("Written: room-3f2a91c0.card, read back and compared.")).to_be_visible()
    audit(sheet, "the card written")
    sheet.get_by_role("button", name="I have told the lab").press("Enter")
    expect(sheet.locator("#app, dialog").get_by_text("The lab was told.")).to_be_visible()


def trust(sheet):
    """Typed in groups; a slip, another file, and the right one."""
    expect(sheet.get_by_role("button", name="Look for it on a stick")).to_be_focused()
    sheet.keyboard.press("Enter")
    sheet.get_by_role("button", name="KINGSTON").press("Enter")
    field = sheet.get_by_label("Fingerprint from the printed sheet")
    expect(field).to_be_focused()
    sheet.keyboard.type("3F2A-91c0 x")
    expect(sheet.locator("#app, dialog").get_by_text("“x” is no digit of a fingerprint")).to_be_visible()
    check(field.input_value() == "3f2a 91c0", "what is typed falls into groups")
    sheet.keyboard.press("Enter")
    expect(sheet.locator("#app, dialog").get_by_text("Type all 64 digits, as they stand on the sheet.")).to_be_visible()
    audit(sheet, "half a fingerprint")
    type_fingerprint(sheet, "3f2b" + FINGERPRINT[4:])
    expect(sheet.locator("#app, dialog").get_by_text("Group 1 differs from the file. Look at the sheet again.")).to_be_visible()
    audit(sheet, "a slip of the hand")
    picture(sheet, "fingerprint-slip")
    type_fingerprint(sheet, "0123456789abcdef" * 4)
    expect(sheet.locator("#app, dialog").get_by_text("This is another file than the one on your sheet")).to_be_visible()
    type_fingerprint(sheet, FINGERPRINT)
    expect(sheet.locator("#app, dialog").get_by_text("The fingerprints agree. This room trusts the project now.")).to_be_visible()


def type_fingerprint(sheet, digits):
    sheet.keyboard.press("Control+a")
    sheet.keyboard.type(digits)
    expect(sheet.locator("#app, dialog").get_by_text("64 of 64 digits")).to_be_visible()
    sheet.keyboard.press("Enter")


def people(sheet):
    sheet.get_by_role("heading", name="Trust and card").click()
    sheet.keyboard.press("1")
    next_step(sheet, "Add the people who work here")
    expect(sheet.get_by_role("button", name="Add a person")).to_be_focused()
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_label("Their name")).to_be_focused()
    sheet.keyboard.type("Eve")
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_label("Your passphrase", exact=True)).to_be_focused()
    for _ in range(2):
        sheet.keyboard.type("five small words for eve")
        sheet.keyboard.press("Tab")
    sheet.keyboard.press("Shift+Tab")
    sheet.keyboard.press("Enter")
    expect(sheet.locator("#app, dialog").get_by_text("Eve can sign in now. Next: grant a project.")).to_be_visible()
    sheet.get_by_role("button", name="Let Eve open").press("Enter")
    expect(sheet.locator("#app, dialog").get_by_text("Eve can open a project whose first tasks have not come now.")).to_be_visible()
    sheet.keyboard.press("1")
    expect(sheet.locator(".checklist .now")).to_contain_text("Take in the first tasks")
    check(sheet.locator(".checklist .done").count() == 5, "five steps are done, one is left")
    picture(sheet, "first-run-last-step")


def main():
    with browser() as chromium:
        with page(chromium) as sheet:
            make(sheet)
            picture(sheet, "first-run-steps")
            card(sheet)
            trust(sheet)
            people(sheet)


main()
