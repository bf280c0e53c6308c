// From the server's tree of Markdown to elements. Only these tags, and only these attributes.
import { h } from "../dom.js";
import { say } from "../say.js";
import { formula } from "./formula.js";
import { piece } from "./piece.js";
import { code, plain, text } from "./text.js";
import { viewer } from "./viewer.js";

const blocks = new Set(["p", "h3", "h4", "h5", "h6", "ul", "li", "blockquote"]);
const inlines = new Set(["em", "strong", "del"]);
const sides = { r: "to-end", c: "to-middle" };

/** A block of rendered Markdown. `project` is where its images lie. */
export function markdown(nodes, project) {
  return h("div", { class: "text", dir: "auto" }, nodes.map((node) => build(node, project)));
}

/** A text of the task in Markdown, as a piece: `content` is its tree, `source` what it was made of. */
export function markdownPiece({ content = [], source = "" }, project) {
  return piece(h("div", { class: "text", dir: "auto" }), source, () => content.map((node) => build(node, project)));
}

function build(node, project) {
  if (typeof node === "string") return text(node);
  const children = () => (node.c ?? []).map((child) => build(child, project));
  if (blocks.has(node.t)) return h(node.t, { dir: "auto" }, children());
  if (inlines.has(node.t)) return h(node.t, {}, children());
  switch (node.t) {
    case "br": return h("br");
    case "hr": return h("hr");
    case "ol": return h("ol", { start: String(node.start), dir: "auto" }, children());
    case "code": return h("code", { dir: "ltr" }, text(node.text));
    // The line feed before the closing fence ends the last line; it begins no other.
    case "pre": return code(node.text.replace(/\n$/, ""), node.info);
    case "math": return formula(node.text);
    case "plain": return plain(node.text);
    case "table": return table(node, project);
    case "link": return link(node, children());
    case "image": return h("span", { class: "missing" }, text(say("material.image-outside", { address: node.to })), node.alt ? [" (", text(node.alt), ")"] : null);
    case "asset": return viewer(project, node.sha256, node.alt);
    default: return children();
  }
}

/** A link leads nowhere: its words, and where it would have led. */
function link(node, children) {
  const words = h("span", { class: "linked" }, children);
  if (words.textContent === node.to) return words;
  return [words, " ", h("span", { class: "address", dir: "ltr" }, text(`<${node.to}>`))];
}

function table(node, project) {
  const rows = node.c.map((row, index) => h("tr", {}, row.c.map((cell, column) => {
    const side = sides[node.align[column]] ?? null;
    const isHeader = index === 0 && cell.c.length > 0;
    return h(isHeader ? "th" : "td", { class: side, scope: isHeader ? "col" : null, dir: "auto" }, cell.c.map((child) => build(child, project)));
  })));
  return h("div", { class: "table" }, h("table", {}, h("thead", {}, rows.slice(0, 1)), h("tbody", {}, rows.slice(1))));
}
