// Colours for code: comments, strings, numbers, words of the language. Everything else is left alone.
import { h } from "../dom.js";
import { grammarOf } from "./languages.js";
import { text } from "./text.js";

/** Longer code is shown without: colours must not cost the time to read. */
const longest = 60_000;

/** Code as nodes with their colours; null where the language isn't one that we know. */
export function colored(source, language = "") {
  const grammar = source.length > longest ? null : grammarOf(language);
  if (grammar === null) return null;
  const nodes = document.createDocumentFragment();
  let from = 0;
  for (const match of source.matchAll(grammar.pattern)) {
    const kind = kindOf(match, grammar);
    if (kind === null) continue;
    if (match.index > from) nodes.append(text(source.slice(from, match.index)));
    nodes.append(h("span", { class: `code-${kind}` }, text(match[0])));
    from = match.index + match[0].length;
  }
  if (from < source.length) nodes.append(text(source.slice(from)));
  return nodes;
}

function kindOf({ groups }, { words }) {
  if (groups.comment !== undefined) return "comment";
  if (groups.string !== undefined) return "string";
  if (groups.number !== undefined) return "number";
  return words.has(groups.word) ? "word" : null;
}
