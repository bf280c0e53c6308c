// Which page is up. A page has `element`, and if it likes `title`, `shown()`, `leave()`, `flush()`.
import { setLayer } from "./keys.js";

let current = null;
let turns = 0;

/** The page that is up. */
export const currentPage = () => current;

/**
 * What the address names: `page`, and where they apply `project` and `position`. Pages are home,
 * resume (a project), task, work, changes, practice, hours, settings.
 */
export function whereAmI() {
  const own = /^\/me\/(hours|settings)$/.exec(location.pathname);
  if (own) return { page: own[1], project: null, position: null };
  const match = /^\/p\/([0-9a-f]{32})(?:\/(work|changes|practice))?(?:\/([1-9]\d{0,8}))?$/.exec(location.pathname);
  if (!match) return { page: "home", project: null, position: null };
  const position = match[3] ? Number(match[3]) : null;
  return { page: match[2] ?? (position ? "task" : "resume"), project: match[1], position };
}

/**
 * Begins to fetch a page. What it gives says whether that page is still wanted: an address that was
 * asked for later, or whatever else was shown meanwhile, comes before it.
 */
export function beginTurn() {
  const mine = (turns += 1);
  return () => mine === turns;
}

/** Puts a page in the place of the one before; of two at once the later one stays. */
export async function showPage(page) {
  const isWanted = beginTurn();
  await current?.leave?.();
  if (!isWanted()) return;
  current = page;
  setLayer(page.commands ?? []);
  document.title = page.title;
  document.querySelector("#app").replaceChildren(page.element);
  page.shown?.();
}
