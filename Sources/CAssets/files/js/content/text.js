import { h } from "../dom.js";
import { say } from "../say.js";
import { inChunks } from "./chunks.js";
import { colored } from "./code.js";
import { piece } from "./piece.js";

// NUL, what could not be decoded, and halves of a surrogate pair: shown, never dropped.
const odd = /(?:[\0\uFFFD]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF])/;

/** Text as nodes: exact, but for boxes where a character can't be shown. */
export function text(string) {
  const nodes = document.createDocumentFragment();
  let rest = string;
  for (let at = rest.search(odd); at >= 0; at = rest.search(odd)) {
    if (at > 0) nodes.append(rest.slice(0, at));
    nodes.append(box(rest.charCodeAt(at)));
    rest = rest.slice(at + 1);
  }
  if (rest) nodes.append(rest);
  return nodes;
}

function box(code) {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return h("span", { class: "odd", title: say("material.odd", { code: name }) }, "\uFFFD");
}

/** Text with all its spaces and line ends, each line in its own direction. */
export const plain = (string) => h("div", { class: "plain", dir: "auto" }, inChunks(string, text));

/** Code: always left to right. What it calls its language is drawn above it. */
export const code = (string, language = "") => h("pre", { class: "code", dir: "ltr", "data-info": language || null }, h("code", {}, colored(string, language) ?? inChunks(string, text)));

/** Plain text as a piece. */
export const plainPiece = (string) => piece(h("div", { class: "text exact" }), string, (shown) => [plain(shown)]);

/** Code as a piece. */
export const codePiece = (string, language) => piece(h("div", { class: "text exact" }), string, (shown) => [code(shown, language)]);
