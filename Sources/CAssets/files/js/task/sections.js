// Which questions the guidelines have a section about: the one whose heading is the question's title
// or name.
import { get } from "../api.js";
import { titleOf } from "../questions/head.js";

/** The words of a heading as they are compared: no case, no full stop or question mark at the end. */
export const plainWords = (text) => text.trim().replaceAll(/\s+/g, " ").replace(/[.:?!]+$/, "").toLocaleLowerCase();

/** The headings of each project's guidelines; they are asked for once. */
const known = new Map();

/** The sections of a project, from its headings. A page without them is still a page. */
export async function sectionsOf(project) {
  if (!known.has(project)) {
    const { sections } = await get(`projects/${project}/sections`).catch(() => ({ sections: null }));
    if (!sections) return new Set();
    known.set(project, new Set(sections.map(plainWords)));
  }
  return known.get(project);
}

/** After newer guidelines have come up. */
export const forgetSections = (project) => known.delete(project);

/** The section about a question or a criterion; null where there is none. */
export function sectionAbout(item, sections) {
  const names = [titleOf(item), titleOf({ name: item.name })].map(plainWords);
  return names.find((name) => name !== "" && sections.has(name)) ?? null;
}
