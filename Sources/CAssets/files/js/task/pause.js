import { button, h } from "../dom.js";
import { icon } from "../icons.js";
import { clockTime, say } from "../say.js";

/** Covers the page and stops the clock until the person comes back. */
export async function pauseWork(page) {
  page.clock.halt();
  await page.saver.settle().catch(() => {});
  const before = document.activeElement;
  const goOn = button(say("pause.on"), { kind: "primary", key: "Enter", press: () => cover.close() });
  const cover = h("dialog", { class: "cover", "aria-labelledby": "paused" }, h(
    "div", { class: "card" }, h("h2", { id: "paused" }, icon("clock"), say("pause.title", { time: clockTime(Date.now()) })),
    h("p", {}, say(page.saver.isClean ? "pause.text" : "pause.unsaved")), h("div", { class: "choices" }, goOn)));
  const heard = (event) => {
    if (event.key.toLowerCase() === "p" && !event.repeat && !event.ctrlKey && !event.metaKey && !event.altKey) cover.close();
  };
  document.addEventListener("keydown", heard);
  document.body.append(cover);
  cover.showModal();
  await new Promise((resolve) => { cover.addEventListener("close", resolve); });
  document.removeEventListener("keydown", heard);
  cover.remove();
  page.clock.goOn();
  if (before?.isConnected) before.focus({ preventScroll: true });
}
