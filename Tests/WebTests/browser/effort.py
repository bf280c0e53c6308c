"""Keys and pointer actions for 20 comparisons, 20 step reviews and 5 chains of thought, counted on the page."""

from playwright.sync_api import expect

from workbench import browser, check, open_project, page, sign_in

COUNT = """() => {
  window.effort = { keys: 0, pointer: 0 };
  const typing = () => document.activeElement?.matches('textarea, input[type=text]');
  addEventListener('keydown', (event) => {
    if (['Shift', 'Control', 'Alt'].includes(event.key)) return;
    // Text isn't counted; what acts while typing is.
    if (typing() && !event.ctrlKey && event.key.length === 1) return;
    window.effort.keys += 1;
  }, true);
  addEventListener('pointerdown', () => { window.effort.pointer += 1; }, true);
}"""


def answered(sheet, n):
    """The next task, or the end."""
    if n is None:
        expect(sheet.get_by_role("heading", name="You are through")).to_be_visible()
        return
    expect(sheet.locator(".bar .count .digits")).to_contain_text(f"Task {n} ")
    sheet.wait_for_timeout(330)


def comparison(sheet, index, pointer):
    if pointer:
        sheet.locator(".scale .pick").nth(index % 7).click()
        sheet.locator(".submit").click()
    else:
        sheet.keyboard.press(str(index % 7 + 1))
        sheet.keyboard.press("Enter")


def review(sheet, index, pointer):
    """Half all right, half with the first error at step 5 and a word about it."""
    right = index % 2 == 0
    if right and pointer:
        sheet.get_by_role("button", name="All blank ones seen are right").click()
    elif right:
        sheet.keyboard.press("Shift+Y")
    elif pointer:
        sheet.locator(".map button").nth(4).click()
        sheet.get_by_role("button", name="First error here").click()
        sheet.locator(".step").nth(4).locator("textarea").click()
        sheet.keyboard.type("6 times 7 is 42")
    else:
        for key in "jjjjxc":
            sheet.keyboard.press(key)
        sheet.keyboard.type("6 times 7 is 42")
    if pointer:
        sheet.locator(".submit").click()
    else:
        sheet.keyboard.press("Enter" if right else "Control+Enter")


def chain(sheet, index, pointer):
    for step in range(6):
        sheet.keyboard.type(f"step {step}")
        if step < 5 and pointer:
            sheet.get_by_role("button", name="Add a step").click()
        elif step < 5:
            sheet.keyboard.press("Enter")
    if pointer:
        sheet.locator(".question textarea").last.click()
    else:
        # The final answer alone is missing: to it, not to the end.
        sheet.keyboard.press("Control+Enter")
    sheet.keyboard.type("42")
    if pointer:
        sheet.locator(".submit").click()
    else:
        sheet.keyboard.press("Control+Enter")


def count(chromium, project, number, one, pointer):
    with page(chromium) as sheet:
        sign_in(sheet)
        open_project(sheet, project)
        sheet.evaluate(COUNT)
        for index in range(number):
            one(sheet, index, pointer)
            answered(sheet, index + 2 if index + 1 < number else None)
        return sheet.evaluate("window.effort")


def main():
    # The same tasks twice: one project is done by keys, its twin by pointer.
    with browser() as chromium:
        for way, most in (("keys", {"ruff": 40, "snipe": 90, "teal": 35}), ("pointer", {"dovekie": 40, "scaup": 60, "smew": 35})):
            for project, (number, one) in zip(most, ((20, comparison), (20, review), (5, chain))):
                found = count(chromium, project, number, one, way == "pointer")
                check(found[way] <= most[project], f"{number} tasks of {project} by {way}: {found}")


main()
