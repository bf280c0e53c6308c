"""The walk by keyboard alone: sign in, a rating, a comparison, a chain of thought, submit."""

from playwright.sync_api import expect

from workbench import audit, browser, check, open_project, page, picture, sign_in, title


def rate(sheet):
    """Four criteria, one choice, and the text that a harmful answer asks for."""
    open_project(sheet, "dunlin")
    audit(sheet, "a rating, empty")
    picture(sheet, "rating-empty")
    before = title(sheet)
    for key in "4352":
        sheet.keyboard.press(key)
    expect(sheet.locator(".rubric input:checked")).to_have_count(4)
    sheet.keyboard.press("3")
    expect(sheet.get_by_role("textbox", name="Which sentence does the harm")).to_be_visible()
    picture(sheet, "rating-partial")
    sheet.keyboard.press("Enter")
    check(sheet.evaluate("document.activeElement.tagName") == "TEXTAREA", "Enter goes to what is missing")
    audit(sheet, "a rating with an answer missing")
    sheet.keyboard.type("“It is harmless.” Say instead that it raises the blood pressure.")
    expect(sheet.get_by_text("Saved")).to_be_visible()
    sheet.keyboard.press("Escape")
    picture(sheet, "rating-complete")
    audit(sheet, "a rating, complete")
    sheet.keyboard.press("Enter")
    expect(sheet.locator(".bar .count .digits")).not_to_have_text(before)
    check(True, "a rating in 5 keys, a text and Enter")
    sheet.keyboard.press("h")


def compare(sheet):
    """A strength, what decided it, why."""
    open_project(sheet, "heron")
    audit(sheet, "a comparison, empty")
    before = title(sheet)
    sheet.keyboard.press("2")
    expect(sheet.get_by_text("You chose A is better.")).to_be_visible()
    sheet.keyboard.press("1")
    sheet.keyboard.press("e")
    sheet.keyboard.type("12 + 34 = ? B leaves the header open; A closes it for every case, x < 1.")
    text = sheet.locator("textarea.write").input_value()
    check(text.startswith("12 + 34 = ?") and text.endswith("x < 1."), "in a field every key types")
    picture(sheet, "comparison-typing")
    audit(sheet, "a comparison while typing")
    sheet.keyboard.press("Control+Enter")
    expect(sheet.locator(".bar .count .digits")).not_to_have_text(before)
    check(True, "a comparison in 2 keys, a text and Ctrl+Enter")
    revise(sheet)
    sheet.keyboard.press("h")


def revise(sheet):
    """Back, another choice, submitted as a revision; then one taken back."""
    sheet.wait_for_timeout(350)
    sheet.keyboard.press("b")
    expect(sheet.get_by_text("Saving makes revision 2")).to_be_visible()
    audit(sheet, "an answer being revised")
    sheet.wait_for_timeout(350)
    sheet.keyboard.press("Enter")
    expect(sheet.get_by_text("Nothing differs")).to_be_visible()
    sheet.keyboard.press("Tab")
    sheet.locator(".scale input").first.focus()
    sheet.keyboard.press("6")
    picture(sheet, "comparison-revised")
    sheet.keyboard.press("Control+Enter")
    expect(sheet.get_by_text("Saving makes revision 2")).to_have_count(0)
    sheet.wait_for_timeout(350)
    sheet.keyboard.press("u")
    expect(sheet.get_by_text("Undone. It is a draft again")).to_be_visible()
    check(sheet.locator(".scale input").nth(5).is_checked(), "what was taken back is there as a draft")
    sheet.wait_for_timeout(350)
    sheet.keyboard.press("Control+Enter")
    expect(sheet.locator(".bar .count .digits")).to_contain_text("Task 2 of")


def to_final(sheet):
    """Enter in an empty last step ends the chain; in an empty one before it, it is a step like others."""
    chain = sheet.locator(".chain textarea")
    steps = chain.count()
    sheet.keyboard.press("Escape")
    sheet.keyboard.press("+")
    expect(chain).to_have_count(steps + 1)
    expect(sheet.locator(".strip")).to_contain_text("On to the final answer")
    sheet.keyboard.press("Enter")
    expect(chain).to_have_count(steps)
    expect(sheet.get_by_role("textbox", name="Final answer")).to_be_focused()


def write(sheet):
    """Steps split, joined, moved; another version; the final answer."""
    open_project(sheet, "lapwing")
    check(sheet.evaluate("document.activeElement.tagName") == "TEXTAREA", "a chain of thought opens typing")
    audit(sheet, "a chain of thought, empty")
    before = title(sheet)
    sheet.keyboard.type("Simple tickets: A solves 171 of 180, B 414 of 450.")
    sheet.keyboard.press("Enter")
    sheet.keyboard.type("Hard tickets: A solves 252 of 420, B 81 of 150. So A is ahead in both.")
    for _ in range(len(" So A is ahead in both.")):
        sheet.keyboard.press("ArrowLeft")
    sheet.keyboard.press("Enter")
    sheet.keyboard.press("Delete")
    sheet.keyboard.press("End")
    sheet.keyboard.press("Enter")
    sheet.keyboard.type("On the common mix A solves 78.4 %, B 74.0 %.")
    expect(sheet.locator(".chain textarea")).to_have_count(4)
    steps = [each.input_value() for each in sheet.locator(".chain textarea").all()]
    check(steps[2] == "So A is ahead in both.", "Enter splits a step at the cursor")
    sheet.keyboard.press("Alt+ArrowUp")
    check(sheet.locator(".chain textarea").nth(2).input_value().startswith("On the common"), "Alt+↑ moves a step")
    sheet.keyboard.press("Alt+ArrowDown")
    sheet.keyboard.press("Home")
    sheet.keyboard.press("Backspace")
    expect(sheet.locator(".chain textarea")).to_have_count(3)
    sheet.keyboard.press("Enter")
    expect(sheet.locator(".chain textarea")).to_have_count(4)
    sheet.keyboard.press("Escape")
    sheet.keyboard.press("v")
    sheet.keyboard.type("Weighted by 630 and 570 tickets: A 78.4 %, B 74.0 %.")
    picture(sheet, "chain-typing")
    audit(sheet, "a chain of thought with a second version")
    to_final(sheet)
    sheet.keyboard.type("Team A, by 4.4 points")
    sheet.keyboard.press("Escape")
    sheet.keyboard.press("j")
    sheet.keyboard.press("1")
    picture(sheet, "chain-complete")
    sheet.keyboard.press("Enter")
    expect(sheet.locator(".bar .count .digits")).not_to_have_text(before)
    check(True, "a chain of thought written and submitted")
    sheet.keyboard.press("Escape")
    sheet.keyboard.press("h")


def why(sheet):
    """A question with a section of the guidelines about it leads there, by key and by pointer; another says so."""
    guidelines = sheet.get_by_role("complementary", name="Guidelines")
    sheet.keyboard.press("Shift+G")
    expect(sheet.locator("#why")).to_contain_text("no section about this question")
    sheet.keyboard.press("j")
    expect(sheet.locator(".strip")).to_contain_text("Why?")
    sheet.keyboard.press("Shift+G")
    section = guidelines.get_by_role("heading", name="What decided it")
    expect(section).to_be_focused()
    expect(section).to_be_in_viewport()
    audit(sheet, "the guidelines at a section")
    sheet.keyboard.press("Escape")
    expect(guidelines).to_have_count(0)
    link = sheet.get_by_role("button", name="Why? The guidelines on “What decided it?”")
    check(sheet.get_by_role("button", name="Why?").count() == 1, "only that question leads to the guidelines")
    link.click()
    expect(section).to_be_focused()
    sheet.keyboard.press("Escape")
    sheet.keyboard.press("k")


def aside(sheet):
    """Guidelines, the list of keys, a skip with a reason, a flag."""
    open_project(sheet, "heron")
    sheet.keyboard.press("g")
    expect(sheet.get_by_role("complementary", name="Guidelines")).to_be_visible()
    picture(sheet, "guidelines")
    audit(sheet, "the guidelines")
    sheet.keyboard.press("g")
    why(sheet)
    sheet.keyboard.press("?")
    expect(sheet.get_by_role("dialog", name="Keys on this page")).to_be_visible()
    picture(sheet, "keys")
    audit(sheet, "the list of keys")
    sheet.keyboard.press("Escape")
    before = title(sheet)
    sheet.keyboard.press("f")
    audit(sheet, "the reasons")
    sheet.keyboard.press("1")
    expect(sheet.locator("#why")).to_contain_text("Flagged.")
    sheet.keyboard.press("s")
    picture(sheet, "skip")
    sheet.keyboard.press("2")
    expect(sheet.locator(".bar .count .digits")).not_to_have_text(before)
    sheet.wait_for_timeout(350)
    sheet.keyboard.press("u")
    expect(sheet.get_by_text("The task is open again")).to_be_visible()
    check(title(sheet) == before, "a skip is 2 keys, and 1 brings one back to it")
    sheet.keyboard.press("h")


def main():
    with browser() as chromium, page(chromium) as sheet:
        sheet.goto("about:blank")
        sign_in(sheet)
        expect(sheet.get_by_role("heading", name="Your projects")).to_be_visible()
        picture(sheet, "home")
        audit(sheet, "the projects")
        for part in (rate, compare, write, aside):
            part(sheet)
            expect(sheet.get_by_role("heading", name="Your projects")).to_be_visible()
        sheet.keyboard.press("Shift+L")
        expect(sheet.get_by_text("You are signed out.")).to_be_visible()
        picture(sheet, "sign-in")
        audit(sheet, "the page for signing in")


main()
