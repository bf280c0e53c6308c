// A text as it is stored: every line with its number, every space, tab and line end in sight.
import { h } from "../dom.js";
import { say } from "../say.js";

const ends = /\r\n|\n|\r/g;
const faces = { " ": "·", "\t": "→", "\u00a0": "⍽" };
/** How a line may end: the class that draws it, by the characters. */
const kinds = { "\n": "lf", "\r\n": "crlf", "\r": "cr", "": "end" };

/** Character for character as long as the text, so that places in it stay the same. */
const face = (line) => line.replace(/[ \t\u00a0]/g, (each) => faces[each]);

const encoder = new TextEncoder();

/** How long a text is, in bytes of UTF-8 and in Unicode scalars. */
const sizes = (source) => say("read.sizes", { bytes: encoder.encode(source).length, n: [...source].length });

/**
 * The raw view as nodes: of `text`, which is `source` or its beginning. A line's `data-end` is the
 * length of what ends it.
 */
export function raw(text, source) {
  const lines = [];
  let from = 0;
  for (const match of text.matchAll(ends)) {
    lines.push(line(text.slice(from, match.index), match[0]));
    from = match.index + match[0].length;
  }
  if (from < text.length || lines.length === 0) lines.push(line(text.slice(from), ""));
  return [h("div", { class: "raw", dir: "ltr", "data-sizes": sizes(source) }, lines)];
}

const line = (text, end) => h("span", { class: `line ${kinds[end]}`, "data-end": String(end.length) }, face(text));
