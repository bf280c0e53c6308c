"""Every page at 1280×800, 390×844 and 2560×1440, light and dark: checked by axe, and pictures for people."""

from playwright.sync_api import expect

from workbench import SIZES, URL, audit, browser, fits, page, picture, sign_in, targets


def every_page(sheet, label):
    picture(sheet, f"sign-in-{label}")
    audit(sheet, f"signing in, {label}")
    sign_in(sheet)
    expect(sheet.get_by_role("heading", name="Your projects")).to_be_visible()
    picture(sheet, f"home-{label}")
    audit(sheet, f"the projects, {label}")
    links = sheet.locator(".projects a.button")
    paths = [each.get_attribute("href") for each in links.all()]
    for path in paths:
        sheet.goto(sheet.url.split("/p/")[0].rstrip("/") + path)
        expect(sheet.locator("main.work, main.alone")).to_be_visible()
        sheet.wait_for_timeout(150)
        name = "".join(each for each in sheet.locator(".bar h1").inner_text() if each.isalnum())
        picture(sheet, f"{name}-{label}")
        audit(sheet, f"{name}, {label}")
        fits(sheet, f"{name}, {label}")
        targets(sheet, f"{name}, {label}")


def main():
    with browser() as chromium:
        for scheme in ("light", "dark"):
            for size, pixels in SIZES.items():
                with page(chromium, **pixels, color_scheme=scheme) as sheet:
                    sheet.goto(URL)
                    expect(sheet.get_by_role("heading", name="Sign in")).to_be_visible()
                    every_page(sheet, f"{size}-{scheme}")
        # 320 pixels is 1280 at 400 %, 640 is 1280 at 200 %.
        for width, height in ((320, 256), (640, 400)):
            with page(chromium, width=width, height=height) as sheet:
                sign_in(sheet)
                for path in [each.get_attribute("href") for each in sheet.locator(".projects a.button").all()]:
                    sheet.goto(URL.rstrip("/") + path)
                    expect(sheet.locator("main.work, main.alone")).to_be_visible()
                    fits(sheet, f"{path} at {width} pixels")
        with page(chromium, forced_colors="active", reduced_motion="reduce") as sheet:
            sign_in(sheet)
            sheet.locator(".projects a.button").nth(1).press("Enter")
            expect(sheet.locator("main.work")).to_be_visible()
            sheet.wait_for_timeout(350)
            sheet.keyboard.press("2")
            picture(sheet, "forced-colors")
            audit(sheet, "forced colours")
        with page(chromium, contrast="more") as sheet:
            sign_in(sheet)
            sheet.locator(".projects a.button").nth(1).press("Enter")
            expect(sheet.locator("main.work")).to_be_visible()
            picture(sheet, "more-contrast")
            audit(sheet, "more contrast")


main()
