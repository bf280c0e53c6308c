import { h } from "../dom.js";

/** Shorter texts are laid out whole. */
const whole = 8_000;
/** A chunk has at least so many characters, and ends with a line. */
const least = 2_000;

/**
 * A long text in chunks that are laid out only once they come near the screen. `make` gives the
 * nodes of a part of it. A line feed stays with the line that it ends, so the text is the same.
 */
export function inChunks(string, make) {
  if (string.length <= whole) return [make(string)];
  const chunks = [];
  let from = 0;
  while (from < string.length) {
    const end = string.indexOf("\n", from + least) + 1 || string.length;
    chunks.push(h("span", { class: "chunk" }, make(string.slice(from, end))));
    from = end;
  }
  return chunks;
}
