// How each type of field is shown (design: the schema's table of types).
import { h } from "../dom.js";
import { code, plain } from "./text.js";
import { markdown, picture } from "./tree.js";

const makers = {
  markdown: (content, project) => markdown(content, project),
  text: (content) => h("div", { class: "text" }, plain(content)),
  document: (content) => h("div", { class: "text" }, plain(content)),
  code: (content) => code(content),
  image: (content, project) => h("div", { class: "text" }, picture(project, content.asset, null)),
  steps: (content, project) => h("ol", { class: "numbered" }, content.map((step) => h("li", {}, markdown(step.content, project)))),
};

/** The content of a field that is no list of outputs. */
export const fieldContent = (field, project) => (makers[field.type] ?? makers.text)(field.content, project);

/** What a field is called: its label, else its name as words. */
export function fieldTitle(field) {
  const name = field.label ?? field.name.replaceAll("_", " ");
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}
