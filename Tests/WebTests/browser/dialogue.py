"""Writing a dialogue by keyboard alone: turns, roles, tool calls, live checks; then by pointer."""

from playwright.sync_api import expect

from workbench import answers, audit, browser, check, fits, open_project, page, picture, sign_in, title

TURNS = ["It says delivered, and there is nothing here! 1 + 1 = 2, I'm going to the police.",
         "I'm sorry. May I have the order number and the postcode?", "70418, 50823."]


def roles(sheet):
    return sheet.locator(".turn .who select").evaluate_all("all => all.map((each) => each.value)")


def write(sheet):
    check(sheet.evaluate("document.activeElement.tagName") == "TEXTAREA", "a dialogue opens typing")
    audit(sheet, "a dialogue, empty")
    for index, words in enumerate(TURNS):
        if index:
            sheet.keyboard.press("Control+Shift+Enter")
        sheet.keyboard.type(words)
    check(roles(sheet) == ["customer", "agent", "customer"], "Ctrl+Shift+Enter: the next turn with the next role")
    expect(sheet.locator(".checks").first).to_contain_text("3 turns, 6 to 30")
    sheet.keyboard.press("Control+Shift+Enter")
    sheet.keyboard.press("Escape")
    sheet.keyboard.press("t")
    check(sheet.evaluate("document.activeElement.tagName") == "SELECT", "T: a tool call, its tool first")
    sheet.keyboard.press("ArrowDown")
    sheet.keyboard.press("Tab")
    sheet.keyboard.press("Tab")
    sheet.keyboard.press("Tab")
    sheet.keyboard.type("70418")
    sheet.keyboard.press("Tab")
    sheet.keyboard.type("50823")
    picture(sheet, "dialogue-call")
    audit(sheet, "a dialogue with a tool call")
    sheet.keyboard.press("Control+Shift+Enter")
    check(roles(sheet)[-1] == "tool", "after a call the tool speaks")
    sheet.keyboard.type("{\"state\": \"delivered\"}")
    sheet.keyboard.press("Control+Shift+Enter")
    check(roles(sheet)[-1] == "agent", "and then who called it")
    sheet.keyboard.type("A neighbour has it.")
    expect(sheet.locator(".checks .good")).to_have_count(1)


def arrange(sheet):
    sheet.keyboard.press("Alt+ArrowUp")
    check(roles(sheet)[-2:] == ["agent", "tool"], "Alt+↑ moves a turn while typing")
    sheet.keyboard.press("Alt+ArrowDown")
    sheet.keyboard.press("Escape")
    sheet.keyboard.press("1")
    check(roles(sheet)[-1] == "customer", "a digit says who speaks")
    sheet.keyboard.press("2")
    sheet.keyboard.press("+")
    sheet.keyboard.press("Escape")
    sheet.keyboard.press("Delete")
    check(len(roles(sheet)) == 6, "Delete takes a turn out")
    messages = answers(sheet)["talk"]["messages"]
    check([each["role"] for each in messages] == ["customer", "agent", "customer", "agent", "tool", "agent"], "roles")
    check([each["content"] for each in messages[:3]] == TURNS, "in a turn every key types")
    check(messages[3] == {"role": "agent", "content": None, "tool_calls": [
        {"function": {"name": "find_order", "arguments": {"order": "70418", "postcode": "50823"}}}]},
        "the call is that of the format")


def submit(sheet):
    before = title(sheet)
    sheet.keyboard.press("Enter")
    sheet.keyboard.press("1")
    picture(sheet, "dialogue-complete")
    audit(sheet, "a dialogue, complete")
    sheet.keyboard.press("Escape")
    sheet.keyboard.press("Control+Enter")
    expect(sheet.locator(".bar .count .digits")).not_to_have_text(before)
    check(True, "a dialogue submitted")


def by_pointer(sheet):
    sheet.wait_for_timeout(350)
    sheet.get_by_role("textbox", name="Turn 1").fill("Hello")
    sheet.get_by_role("button", name="Add a turn").click()
    sheet.get_by_role("button", name="Call a tool").click()
    sheet.get_by_role("button", name="As JSON").click()
    sheet.get_by_role("textbox", name="Arguments as JSON").fill('{"email": 7')
    sheet.keyboard.press("Control+Enter")
    expect(sheet.locator(".turn .wrong:visible").first).to_contain_text("no JSON object")
    sheet.get_by_role("textbox", name="Arguments as JSON").fill('{"email": 7}')
    call = answers(sheet)["talk"]["messages"][1]["tool_calls"][0]["function"]
    check(call == {"name": "find_customer", "arguments": {"email": 7}}, "arguments that are no text, as JSON")
    audit(sheet, "a dialogue with something to mend")
    sheet.get_by_role("button", name="Remove the call").click()
    expect(sheet.locator(".tool-call")).to_have_count(0)


def main():
    with browser() as chromium:
        with page(chromium) as sheet:
            sign_in(sheet)
            open_project(sheet, "bittern")
            write(sheet)
            arrange(sheet)
            submit(sheet)
            by_pointer(sheet)
        with page(chromium, width=390, height=844) as sheet:
            sign_in(sheet)
            open_project(sheet, "bittern")
            sheet.locator(".talk").scroll_into_view_if_needed()
            picture(sheet, "dialogue-390")
            audit(sheet, "a dialogue at 390 pixels")
            fits(sheet, "390 pixels")


main()
