// Line drawings on a 16-unit grid, made by us.
const space = "http://www.w3.org/2000/svg";

const drawings = {
  check: ["M3 8.5 6.5 12 13 4.5"],
  clock: ["M8 2.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11zM8 5v3l2 1.500"],
  book: ["M3 3.500c1.900-.6 3.600-.3 5 .8 1.400-1.100 3.100-1.400 5-.8v9c-1.900-.6-3.600-.3-5 .8-1.400-1.100-3.100-1.400-5-.8zM8 4.300v9"],
  warning: ["M8 2.500 14 13H2zM8 6.500v3M8 11.300v.2"],
  pencil: ["M3 13l.7-3L10.500 3.200l2.300 2.300L6 12.300z"],
  plus: ["M8 3v10M3 8h10"],
  stop: ["M5.500 2h5L14 5.500v5L10.500 14h-5L2 10.500v-5zM5.500 5.500l5 5M10.500 5.500l-5 5"],
  stick: ["M5 6.500h6v8H5zM6.500 6.500v-5h3v5M7.500 3.500h.1M8.500 3.500h.1"],
  eye: ["M1.500 8c1.700-2.900 3.900-4.300 6.500-4.300S12.800 5.100 14.500 8c-1.700 2.900-3.900 4.300-6.500 4.300S3.200 10.900 1.500 8zM3 13 13 3"],
  dot: ["M8 5.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5z"],
};

/** A small picture that says nothing the words beside it don't. */
export function icon(name) {
  const svg = shape("svg", { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true" });
  for (const d of drawings[name]) svg.append(shape("path", { d }));
  return svg;
}

/** Six dots: something to hold on to. */
export function grip() {
  const svg = shape("svg", { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true" });
  for (const x of [6, 10]) for (const y of [4, 8, 12]) svg.append(shape("circle", { cx: x, cy: y, r: "0.6" }));
  return svg;
}

/** Airlock's sign. */
export function sign() {
  const svg = shape("svg", { class: "icon", viewBox: "0 0 20 20", "aria-hidden": "true" });
  svg.append(
    shape("rect", { x: "1.5", y: "1.5", width: "17", height: "17", rx: "5" }),
    shape("path", { d: "M6.500 14.500 10 5.500l3.500 9M10 1.500v4M10 14.500v4" }));
  return svg;
}

function shape(tag, attributes) {
  const element = document.createElementNS(space, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
