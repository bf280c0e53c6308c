"""Ranking by keyboard alone: places, ties, moves; then by handle, buttons and list."""

from playwright.sync_api import expect

from workbench import answers, audit, browser, check, fits, open_project, page, picture, sign_in, title


def order(sheet):
    return sheet.locator(".question .said").first.inner_text()


def by_keys(sheet):
    audit(sheet, "a ranking, empty")
    picture(sheet, "ranking-empty")
    for key in "313":
        sheet.keyboard.press(key)
    check(order(sheet) == "So far: B, then A = C.", "a digit places the active response and moves on")
    sheet.keyboard.press("4")
    check(order(sheet) == "Best first: B, then A = C, then D.", "the same digit twice is a tie")
    check(sheet.locator(".place select").evaluate_all("all => all.map((each) => each.value)") == ["1", "2", "2", "3"],
          "places close up and the list stands in its order")
    keys = answers(sheet)["order"]
    check([len(group) for group in keys] == [1, 2, 1], "groups, best first, as the format has them")
    sheet.keyboard.press("k")
    sheet.keyboard.press("Alt+ArrowUp")
    check(order(sheet) == "Best first: B, then D, then A = C.", "Alt+↑ moves past a tie")
    sheet.locator(".place select").nth(3).focus()
    sheet.keyboard.press("=")
    check(order(sheet) == "Best first: B, then D, then A, then C.", "= unties")
    sheet.keyboard.press("=")
    check(order(sheet) == "Best first: B, then D, then A = C.", "and ties again")
    sheet.keyboard.press("u")
    sheet.keyboard.press("u")
    check(order(sheet) == "Best first: B, then D, then A = C.", "U takes both back")
    picture(sheet, "ranking-complete")
    audit(sheet, "a ranking, complete")


def submit(sheet):
    before = title(sheet)
    sheet.keyboard.press("Enter")
    for key in "1331":
        sheet.keyboard.press(key)
    sheet.keyboard.press("e")
    sheet.keyboard.type("B has the term and the range right; A makes the most of it automatic.")
    sheet.keyboard.press("Control+Enter")
    expect(sheet.locator(".bar .count .digits")).not_to_have_text(before)
    check(True, "a ranking submitted")


def by_pointer(sheet):
    sheet.wait_for_timeout(350)
    rows = sheet.locator(".place")
    n = rows.count()
    first = rows.nth(0).locator(".handle").bounding_box()
    last = rows.nth(n - 1).bounding_box()
    sheet.mouse.move(first["x"] + 8, first["y"] + 8)
    sheet.mouse.down()
    sheet.mouse.move(first["x"] + 8, last["y"] + last["height"] - 2, steps=4)
    sheet.mouse.up()
    check(order(sheet).endswith("then A."), "the handle drags the first to the end")
    sheet.get_by_role("button", name="Response A up").click()
    check(not order(sheet).endswith("then A."), "the buttons move too")
    sheet.get_by_role("button", name="Response A as good").click()
    check(" = " in order(sheet), "and tie")
    sheet.get_by_role("combobox", name="Place of response A").select_option("")
    check("So far" in order(sheet), "and the list of places clears")
    sheet.keyboard.press("Enter")
    expect(sheet.locator(".place .wrong:visible")).to_have_count(1)
    audit(sheet, "a ranking with a place missing")


def main():
    with browser() as chromium:
        with page(chromium) as sheet:
            sign_in(sheet)
            open_project(sheet, "plover")
            by_keys(sheet)
            submit(sheet)
            by_pointer(sheet)
        with page(chromium, width=390, height=844) as sheet:
            sign_in(sheet)
            open_project(sheet, "plover")
            sheet.locator(".places").scroll_into_view_if_needed()
            picture(sheet, "ranking-390")
            audit(sheet, "a ranking at 390 pixels")
            fits(sheet, "390 pixels")


main()
