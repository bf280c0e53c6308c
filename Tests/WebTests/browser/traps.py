"""Traps for content that tries to act: whatever runs, asks, loads or goes anywhere is noted."""

import re

from playwright.sync_api import expect

from workbench import check, fits

# What may stand inside a frame of untrusted content, and which attributes it may have.
TAGS = """BDI SPAN DIV P H3 H4 H5 H6 UL OL LI BLOCKQUOTE EM STRONG DEL BR HR TABLE THEAD
TBODY TR TH TD PRE CODE IMG""".split() + """math semantics annotation mrow mi mn mo ms mtext mspace msup
msub msubsup mfrac msqrt mroot mover munder munderover mtable mtr mtd mlabeledtr mpadded mphantom menclose mstyle
merror mmultiscripts mprescripts none mglyph""".split()

INNER = """
(tags) => [...document.querySelectorAll('.specimen > .content *, .cell *, .guidelines .text *, .change > .text *, .said-by-lab *')].flatMap((each) => {
  const found = [];
  if (!tags.includes(each.tagName)) found.push(each.tagName);
  if (each.namespaceURI.endsWith('MathML')) {
    for (const { name, value } of each.attributes)
      if (name !== 'xmlns' && (/^(on|href|src|xlink|style|id|action|data)/i.test(name) || /:/.test(value))) found.push(`${name}=${value}`);
    return found;
  }
  // The frame of an image is ours: it scrolls by keys. So is an editable region that changes nothing.
  if (each.matches('.viewer, .marked')) return found;
  for (const { name } of each.attributes)
    if (!['dir', 'class', 'start', 'scope', 'title', 'src', 'alt', 'width', 'data-name', 'data-end', 'data-sizes', 'data-info'].includes(name)) found.push(name);
  return found;
})"""

# Set before anything of the page runs: whatever calls one of these did so from content.
HOOK = """
window.sprung = [];
for (const name of ['alert', 'confirm', 'prompt', 'open', 'print'])
  window[name] = (...given) => { window.sprung.push(`${name} ${given}`); };
// An image of the project that can't be shown is an error too, and the form for signing in is ours.
const ours = (each) => each instanceof Element && (each.matches('.viewer > img') || each.matches('.card > form'));
for (const event of ['securitypolicyviolation', 'error', 'submit', 'message', 'hashchange'])
  addEventListener(event, (each) => {
    if (!ours(each.target)) window.sprung.push(`${event} ${each.violatedDirective ?? each.message ?? ''} ${each.blockedURI ?? ''}`);
  }, true);
"""

# Everything that our own pages ask of the server.
OURS = re.compile(r"/(api/[a-z0-9/?=.-]*|css/[a-z]+\.css|js/[a-z0-9/-]+\.m?js|fonts/[A-Za-z]+\.(ttf|otf)|icon\.svg)?(\?.*)?$")


def set_traps(sheet, url):
    """Notes what content does; `check_traps` says whether it did anything."""
    sheet.add_init_script(HOOK)
    sheet.strays = []

    def asked(request):
        path = request.url.removeprefix(url.rstrip("/"))
        page = request.resource_type == "document" and re.fullmatch(r"/(p/[0-9a-f]{32}(/\d+|/changes)?)?", path)
        if not page and not OURS.fullmatch(path):
            sheet.strays.append(f"{request.resource_type} {request.url}")

    sheet.on("request", asked)
    sheet.on("dialog", lambda dialog: (sheet.strays.append(f"dialog {dialog.message}"), dialog.dismiss()))
    sheet.on("popup", lambda popup: sheet.strays.append(f"popup {popup.url}"))
    sheet.on("download", lambda download: sheet.strays.append(f"download {download.url}"))


# The paragraphs of the lab's letters hold text alone.
LETTERS = """() => [...document.querySelectorAll('.letters .said-by-lab, .reply .said-by-lab, .letters .fine, .reply .fine')]
  .flatMap((each) => [...each.querySelectorAll('*')]).filter((each) => !each.matches('a, bdi, .icon, .icon *')).length"""


def letters(sheet, words):
    """All that the lab wrote, on the page with the projects: every letter is text, and fits."""
    for more in sheet.locator(".letters + button").all():
        more.click()
    check(sheet.locator(".letters > li").count() > 10, f"{words}: all letters are shown")
    check(sheet.evaluate(LETTERS) == 0, f"{words}: nothing but text in the lab's letters")
    check_traps(sheet, f"{words}, letters")
    fits(sheet, f"{words}, letters")


def changes(sheet, words):
    """The changes of the guidelines, passage by passage, and the word that they were read."""
    expect(sheet.locator(".passage").first).to_be_visible()
    check_traps(sheet, f"{words}, changes")
    fits(sheet, f"{words}, changes")
    for _ in sheet.locator(".passage").all():
        sheet.keyboard.press("Enter")
    check_traps(sheet, f"{words}, changes understood")


def check_traps(sheet, words):
    check(sheet.evaluate("window.sprung") == [], f"{words}: nothing of it ran {sheet.evaluate('window.sprung')}")
    check(sheet.strays == [], f"{words}: nothing was asked for, nothing went anywhere {sheet.strays}")
    found = sheet.evaluate(INNER, TAGS)
    check(found == [], f"{words}: only allowed elements in its frames {found[:5]}")
