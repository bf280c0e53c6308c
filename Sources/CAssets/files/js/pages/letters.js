import { post } from "../api.js";
import { button, h } from "../dom.js";
import { day, say, sentence } from "../say.js";
import { goLink } from "./bar.js";

/** How many letters are shown before one asks for more. */
const few = 5;

/** What the lab wrote, the newest first; a word each to say that it was read. */
export function lettersCard(app, projects, changed) {
  const letters = projects.flatMap((project) => project.letters.map((letter) => ({ ...letter, project })))
    .sort((a, b) => Number(a.read) - Number(b.read) || b.at - a.at);
  const list = h("ul", { class: "letters" }, letters.slice(0, few).map((each) => item(app, each, changed)));
  const rest = letters.length > few && button(say("letters.more", { n: letters.length - few }), {
    kind: "quiet small", press: (event) => {
      list.append(...letters.slice(few).map((each) => item(app, each, changed)));
      event.currentTarget.remove();
    },
  });
  return h(
    "section", { class: "panel", "aria-labelledby": "letters" }, h("h2", { id: "letters" }, say("letters.title")),
    letters.length > 0 ? [list, rest] : h("p", { class: "fine" }, say("letters.none")));
}

function item(app, letter, changed) {
  const { project, text, question, position, at, read, kind, notice } = letter;
  const about = position ? sentence("letters.about", { project: project.codename, n: position }) : h("bdi", {}, project.codename);
  const confirm = async () => {
    await post(`projects/${project.id}/read`, { notice });
    await changed();
  };
  return h(
    "li", { class: read ? "read" : null },
    question && h("p", { class: "fine", dir: "auto" }, say("letters.asked", { text: question })),
    h("p", { class: "said-by-lab", dir: "auto" }, text || say(`letters.kind-${kind}`)),
    h("p", { class: "fine" }, position ? goLink(app, `/p/${project.id}/${position}`, {}, about) : about, ` · ${day(at)}`),
    !read && button(say("letters.understood"), { kind: "small", press: confirm }));
}
