// How each type of field is shown (design: the schema's table of types).
import { h } from "../dom.js";
import { codePiece, plainPiece } from "./text.js";
import { markdownPiece } from "./tree.js";
import { viewer } from "./viewer.js";

const makers = {
  markdown: (field, project) => markdownPiece(field, project),
  text: ({ content }) => plainPiece(content),
  document: ({ content }) => plainPiece(content),
  code: ({ content, language }) => codePiece(content, language),
  image: ({ content }, project) => viewer(project, content.asset),
  steps: ({ content }, project) => h("ol", { class: "numbered" }, content.map((step) => h("li", {}, markdownPiece(step, project)))),
};

/** The content of a field that is no list of outputs. */
export const fieldContent = (field, project) => (makers[field.type] ?? makers.text)(field, project);

/** What a field is called: its label, else its name as words. */
export function fieldTitle(field) {
  const name = field.label ?? field.name.replaceAll("_", " ");
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}
