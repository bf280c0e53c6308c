// An image: as large as there is room, at its own size, twice as large.
import { h } from "../dom.js";
import { say } from "../say.js";

const sizes = ["fit", "whole", "double"];

/** An image that came with the project, in a frame that scrolls once it is larger than there is room. */
export function viewer(project, sha256, alt = null) {
  const words = alt || say("material.image-plain");
  const image = h("img", { src: `/api/projects/${project}/assets/${sha256}`, alt: words });
  return h("span", { class: "viewer fit", tabindex: "0", role: "group", "aria-label": words }, image);
}

/** The next size of an image; gives its name. Arrows pan in a frame that has the focus. */
export function enlarge(frame) {
  const image = frame.firstElementChild;
  const now = sizes.findIndex((each) => frame.classList.contains(each));
  const next = sizes[(now + 1) % sizes.length];
  frame.classList.replace(sizes[now], next);
  // Only script knows how large an image is of its own.
  if (next === "fit") image.removeAttribute("width");
  else image.width = image.naturalWidth * (next === "double" ? 2 : 1);
  return next;
}
