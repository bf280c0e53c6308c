// Marks in a text that change nothing of it: the highlights that a style sheet names.

/** Marks these ranges and no others by this name. The higher of two that overlap is seen. */
export function mark(name, ranges, priority = 0) {
  if (ranges.length === 0) return CSS.highlights.delete(name);
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  return CSS.highlights.set(name, highlight);
}

/** Opens what is folded around an element, so that the range (or the element) can be seen. */
export function unfold(element, range = element) {
  for (let each = element.closest("details"); each; each = each.parentElement.closest("details")) each.open = true;
  const clip = element.closest(".clipped");
  if (clip && range.getBoundingClientRect().bottom > clip.getBoundingClientRect().bottom) clip.dispatchEvent(new CustomEvent("unfold", { bubbles: true }));
}

/** Brings a range into sight, opening what is folded around it. */
export function reveal(range) {
  const element = range.startContainer.parentElement;
  unfold(element, range);
  for (let pane = element; pane && pane !== document.documentElement; pane = pane.parentElement) {
    if (!/auto|scroll|hidden/.test(getComputedStyle(pane).overflowY) || pane.scrollHeight <= pane.clientHeight) continue;
    const view = pane.getBoundingClientRect();
    const now = range.getBoundingClientRect();
    if (now.top < view.top + 48 || now.bottom > view.bottom - 32) pane.scrollTop += now.top - view.top - pane.clientHeight / 3;
    if (now.left < view.left || now.right > view.right) pane.scrollLeft += now.left - view.left - pane.clientWidth / 3;
  }
  const rest = range.getBoundingClientRect();
  if (rest.top < 64 || rest.bottom > innerHeight - 64) scrollBy({ top: rest.top - innerHeight / 3 });
}
