"""Every custodian's page at three sizes, light and dark: checked by axe, and pictures for people."""

import os

from playwright.sync_api import expect

from workbench import URL, audit, browser, check, page, picture

PASSPHRASE = os.environ["AIRLOCK_CUSTODIAN"]
SIZES = {
    "1280x800": {"width": 1280, "height": 800},
    "390x844": {"width": 390, "height": 844, "device_scale_factor": 2, "is_mobile": True, "has_touch": True},
    "2560x1440": {"width": 2560, "height": 1440},
}


def looked_at(sheet, name, label, whole=True):
    """A picture, axe, no sideways scroll, targets of 24 pixels."""
    sheet.wait_for_timeout(150)
    picture(sheet, f"custodian-{name}-{label}")
    audit(sheet, f"{name}, {label}")
    wide = sheet.evaluate("document.documentElement.scrollWidth > innerWidth")
    check(not wide, f"{name}, {label}: fits its width")
    small = sheet.evaluate("""() => [...document.querySelectorAll('button, a[href], summary, input, textarea')]
      .filter((each) => each.checkVisibility() && !each.closest('.radio'))
      .map((each) => [each.textContent, each.getBoundingClientRect()])
      .filter(([, box]) => box.width < 24 || box.height < 24).map(([name]) => name)""")
    check(small == [], f"{name}, {label}: targets of 24 pixels {small or ''}")


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
        for size, options in SIZES.items():
            for scheme in ("light", "dark"):
                with page(chromium, **options, color_scheme=scheme) as sheet:
                    every_page(sheet, f"{size}-{scheme}")
        with page(chromium, forced_colors="active", reduced_motion="reduce") as sheet:
            every_page(sheet, "forced-colors")
        with page(chromium, width=320, height=640) as sheet:
            every_page(sheet, "320")


main()
