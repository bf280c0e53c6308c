"""Every record of the real task data on a page: nothing overflows, nothing is lost, nothing runs."""

import json
import os

from playwright.sync_api import expect

from traps import INNER, TAGS, changes, check_traps, letters, set_traps
from workbench import URL, browser, check, page, picture, sign_in

# Kinds of text that are hard to show: the lab's letters and the changes of the guidelines hold them too.
HARD = {"naughty-string", "translation-pair", "arabic-true-false", "emoji"}

# Goes through a project inside the page and gives what is wrong with which task.
EVERY = """
async ([project, from, tags, inner]) => {
  const { piecesIn } = await import('/js/content/piece.js');
  const look = eval_inner;
  const wrong = [];
  const frame = () => new Promise((done) => requestAnimationFrame(() => done()));
  const visible = (string) => string.replace(/[\\0\\uFFFD]/g, '\\uFFFD');
  const rtl = /^[^\\p{L}]*(?=\\p{L})[\\p{Script=Arabic}\\p{Script=Hebrew}]/u;
  // The number of a list's item is drawn, not written; a character's name is the character.
  const words = (string) => string.replace(/&(?:#\\d+|#x[\\da-f]+|\\w+);/gi, ' ').replace(/^[\\s>*+-]*\\d+[.)]/gm, '').match(/[\\p{L}\\p{N}]+/gu) ?? [];
  const total = Number(document.querySelector('.bar .count .digits').textContent.split(' ').at(-1).replace(/\\D/g, ''));
  for (let position = from; position <= total; position += 1) {
    history.pushState(null, '', `/p/${project}/${position}`);
    dispatchEvent(new PopStateEvent('popstate'));
    const want = `Task ${position} `;
    const before = performance.now();
    while (!document.querySelector('.bar .count .digits')?.textContent.startsWith(want)) {
      if (performance.now() - before > 10_000) return [...wrong, [position, `does not open: ${document.body.innerText.slice(0, 200)}`]];
      await frame();
    }
    const say = (what) => wrong.push([position, what]);
    if (document.documentElement.scrollWidth > innerWidth) say('the page is wider than the screen');
    for (const each of document.querySelectorAll('.specimen > .content, .cell')) {
      const box = each.getBoundingClientRect();
      if (box.width > 0 && (box.right > innerWidth + 1 || box.left < -1)) say('a frame is out of sight');
      if (getComputedStyle(each).overflowX === 'visible' && each.scrollWidth > each.clientWidth + 1 && !each.closest('.span, .spans')) say('a frame lets its content out');
    }
    for (const piece of piecesIn(document.querySelector('.material'))) {
      piece.open();
      const { element, source } = piece;
      if (element.closest('.event') === null && getComputedStyle(element).contentVisibility === 'hidden') say('hidden');
      const shown = element.textContent;
      const exact = element.matches('pre, code, .marked, .exact');
      if (exact && shown !== visible(source)) say(`text differs: ${JSON.stringify(source.slice(0, 60))}`);
      if (!exact) {
        // What a fence calls its language is drawn above the code.
        const all = [shown, ...[...element.querySelectorAll('pre')].map((each) => each.dataset.info ?? '')].join(' ');
        const there = new Set(words(all));
        const lost = words(source).filter((word) => !there.has(word) && !all.includes(word));
        if (lost.length > 0) say(`lost: ${lost.slice(0, 6).join(' ')} of ${JSON.stringify(source.slice(0, 80))}`);
      }
      for (const block of element.querySelectorAll('.plain, p, li'))
        if (rtl.test(block.textContent) && !block.matches(':dir(rtl)')) say('a right-to-left text runs the other way');
    }
    const strange = look(tags);
    if (strange.length > 0) say(`strange: ${strange.slice(0, 4)}`);
  }
  return wrong;
}
""".replace("eval_inner", INNER)


def projects(sheet):
    """Each real project's name and address."""
    links = sheet.locator(".projects li").all()
    found = [(each.locator("h2").inner_text(), each.locator("a").get_attribute("href").split("/")[-1]) for each in links]
    return [(name, project) for name, project in found if int(project[:2], 16) >= 32]


def every(chromium, **size):
    with page(chromium, **size) as sheet:
        set_traps(sheet, URL)
        sign_in(sheet)
        letters(sheet, "the real texts")
        for name, project in projects(sheet):
            sheet.goto(f"{URL}p/{project}/1")
            expect(sheet.locator("main.work")).to_be_visible()
            wrong = sheet.evaluate(EVERY, [project, 1, TAGS, None])
            check(wrong == [], f"{name} at {size['width']}: {json.dumps(wrong[:12], ensure_ascii=False)} {len(wrong)}")
            check_traps(sheet, name)
            sheet.keyboard.press("g")
            expect(sheet.locator(".guidelines")).to_be_visible()
            check_traps(sheet, f"{name}, guidelines")
            if name in HARD:
                sheet.goto(f"{URL}p/{project}/changes")
                changes(sheet, name)
            picture(sheet, f"real-{name}-{size['width']}")


def main():
    with browser() as chromium:
        every(chromium, width=1280, height=800)


main()
