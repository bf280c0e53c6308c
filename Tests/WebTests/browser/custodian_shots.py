"""Every custodian's page at four sizes, light and dark: checked by axe, and pictures for people."""

import os

from playwright.sync_api import expect

from workbench import SIZES, URL, audit, browser, fits, page, picture, targets

PASSPHRASE = os.environ["AIRLOCK_CUSTODIAN"]


def looked_at(sheet, name, label):
    """A picture, axe, no sideways scroll, targets of 24 pixels."""
    sheet.wait_for_timeout(150)
    picture(sheet, f"custodian-{name}-{label}")
    audit(sheet, f"{name}, {label}")
    fits(sheet, f"{name}, {label}")
    targets(sheet, f"{name}, {label}")


def exchange(sheet, label, end, name):
    """A running exchange and its end, each as soon as it shows."""
    sheet.goto(f"{URL}custodian/stick")
    sheet.get_by_role("button", name="Do both").click()
    expect(sheet.locator(".verdict.running h1")).to_be_visible()
    picture(sheet, f"custodian-running-{label}")
    expect(sheet.get_by_role("heading", name=end)).to_be_visible()
    looked_at(sheet, name, label)
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_role("heading", name=end)).to_have_count(0)


def every_page(sheet, label):
    sheet.goto(f"{URL}custodian")
    expect(sheet.get_by_role("heading", name="Custodian")).to_be_visible()
    looked_at(sheet, "unlock", label)
    sheet.get_by_label("Passphrase").fill(PASSPHRASE)
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_role("heading", name="This room")).to_be_visible()
    looked_at(sheet, "overview", label)
    for name, heading in [("people", "People and grants"), ("trust", "Trust and card"), ("alarms", "Alarms")]:
        sheet.goto(f"{URL}custodian/{name}")
        expect(sheet.get_by_role("heading", name=heading)).to_be_visible()
        looked_at(sheet, name, label)
    sheet.goto(f"{URL}custodian/people")
    sheet.get_by_role("button", name="Add a person").click()
    sheet.get_by_label("Their name").fill("Marguerite")
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_role("heading", name="Marguerite, choose your passphrase")).to_be_visible()
    looked_at(sheet, "add-person", label)
    sheet.goto(f"{URL}custodian/stick")
    expect(sheet.get_by_role("button", name="Do both")).to_be_visible()
    looked_at(sheet, "stick", label)
    exchange(sheet, label, "You may pull it out now", "pull-out")
    exchange(sheet, label, "The stick left too soon", "too-soon")


def main():
    with browser() as chromium:
        # 320 pixels is 1280 at 400 %.
        for size, options in {**SIZES, "320x640": {"width": 320, "height": 640}}.items():
            for scheme in ("light", "dark"):
                with page(chromium, **options, color_scheme=scheme) as sheet:
                    every_page(sheet, f"{size}-{scheme}")
        with page(chromium, forced_colors="active", reduced_motion="reduce") as sheet:
            every_page(sheet, "forced-colors")


main()
