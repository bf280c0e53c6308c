// Where one is in a long text: its headings, or the beginning of every so many characters.
import { h } from "../dom.js";
import { say } from "../say.js";
import { reveal } from "./marks.js";
import { TextIndex } from "./text-index.js";

/** A text of more characters gets an outline. */
const longText = 6_000;
const every = 2_000;
const labelLength = 48;

/** The outline of a piece; null where it has no need of one. */
export function outline(piece) {
  if (piece.source.length <= longText) return null;
  const list = h("ol", {});
  const details = h("details", { class: "outline", open: matchMedia("(min-width: 1600px)").matches }, h("summary", {}, say("read.outline")), list);
  const fill = () => list.replaceChildren(...entries(piece).map(([label, go]) => h("li", {}, h("button", { type: "button", on: { click: go } }, h("bdi", {}, label)))));
  // Places are looked up only once somebody wants them; the raw view has others.
  const refresh = () => { if (details.open) fill(); };
  details.addEventListener("toggle", refresh);
  piece.element.addEventListener("piece", refresh);
  refresh();
  return details;
}

function entries(piece) {
  const headings = [...piece.element.querySelectorAll("h3, h4, h5, h6")];
  if (headings.length >= 3) return headings.map((each) => [each.textContent.trim().slice(0, labelLength), () => each.scrollIntoView({ block: "start" })]);
  const index = new TextIndex(piece);
  return places(index.text).map((place) => [labelAt(index.text, place), () => {
    const range = index.range(place, place + 1);
    if (range) reveal(range);
  }]);
}

/** The first line that begins after every so many characters. */
function places(text) {
  const found = [0];
  for (let place = every; place < text.length; place += every) {
    const next = text.indexOf("\n", place) + 1;
    const start = next > 0 && next < place + every ? next : place;
    if (start > found.at(-1) && text.slice(start).trim() !== "") found.push(start);
  }
  return found;
}

const labelAt = (text, place) => text.slice(place, place + 4 * labelLength).trim().replace(/\s+/g, " ").slice(0, labelLength);
