// Which page is up. A page has `element`, and if it likes `title`, `shown()`, `leave()`, `flush()`.
import { setLayer } from "./keys.js";

let current = null;

/** The page that is up. */
export const currentPage = () => current;

/** What the address names: a project and a position, or neither. */
export function whereAmI() {
  const match = /^\/p\/([0-9a-f]{32})(?:\/([1-9]\d{0,8}))?$/.exec(location.pathname);
  return { project: match?.[1] ?? null, position: match?.[2] ? Number(match[2]) : null };
}

/** Puts a page in the place of the one before. */
export async function showPage(page) {
  await current?.leave?.();
  current = page;
  setLayer(page.commands ?? []);
  document.title = page.title;
  document.querySelector("#app").replaceChildren(page.element);
  page.shown?.();
}
