// The only place where elements are made. No HTML is parsed anywhere in these pages.

/** An element with attributes and children. `on` holds listeners; false and null are left out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A key cap. */
export const cap = (text) => h("kbd", {}, text);

/** A button with its words and, where it has one, its key. */
export function button(label, { key, kind = "", press, ...attributes } = {}) {
  return h(
    "button", { type: "button", class: `button ${kind}`.trim(), on: press ? { click: press } : {}, ...attributes },
    label, key ? cap(key) : null);
}

/** Says something to who hears the page instead of seeing it. */
export function announce(text) {
  const live = document.querySelector("#live");
  live.textContent = "";
  // A change in the same turn would not be heard.
  queueMicrotask(() => { live.textContent = text; });
}

let last = 0;
/** An id that no other element has. */
export const freshID = (stem) => `${stem}-${(last += 1)}`;
