// The tools for reading a task: each is a key, and a button that shows it.
import { announce, button, h } from "../dom.js";
import { piecesIn } from "../content/piece.js";
import { TextIndex } from "../content/text-index.js";
import { enlarge } from "../content/viewer.js";
import { say } from "../say.js";
import { Differences, LinkedScroll } from "./pair-tools.js";
import { Search } from "./search.js";
import { UnseenWalk, unseenWords } from "./unseen-walk.js";

/** What a person set in a project, for as long as the page lives. */
const kept = new Map();

export class Reading {
  /** `back()` gives the focus back to the answer. */
  constructor(material, project, back) {
    Object.assign(this, { material, project, back, isRaw: false, buttons: {} });
    this.said = h("span", { class: "fine told", role: "status" });
    this.walk = new UnseenWalk(material.element, (line) => this.said.replaceChildren(line));
    this.search = new Search(material.element, back);
    this.panes = material.pair ? [...material.pair.querySelectorAll(".specimen > .content")] : [];
    this.linked = material.pair ? new LinkedScroll(this.panes) : null;
    this.differences = material.pair ? new Differences(this.panes) : null;
    this.element = this.makeTools();
    this.addStrips();
    material.element.addEventListener("copy", (event) => this.copy(event));
    this.walk.begin();
    this.recall();
  }

  get viewers() { return [...this.material.element.querySelectorAll(".viewer")]; }
  get memory() { return kept.get(this.project) ?? {}; }
  keep(more) { kept.set(this.project, { ...this.memory, ...more }); }

  makeTools() {
    const tool = (name, label, key, press) => {
      this.buttons[name] = button(say(label), { kind: "quiet small", key, "aria-pressed": "false", press });
      return this.buttons[name];
    };
    const { pair } = this.material;
    return h(
      "div", { class: "tools reading", role: "group", "aria-label": say("material.tools") },
      button(say("read.search"), { kind: "quiet small", key: "/", press: () => this.search.open() }),
      tool("raw", "read.raw", "R", () => this.toggleRaw()), tool("unseen", "read.unseen", "I", () => this.toggleUnseen()),
      pair && [
        tool("differences", "read.differences", "D", () => this.toggleDifferences()), tool("linked", "read.linked", "L", () => this.toggleLinked()),
        tool("stacked", "read.stacked", "W", () => this.toggleStacked()),
      ],
      this.viewers.length > 0 && tool("zoom", "read.zoom", "Z", () => this.zoom()),
      this.said, this.search.element);
  }

  /** Each frame says what is hidden in it, beside its heading and out of its reach. */
  addStrips() {
    for (const frame of this.material.element.querySelectorAll(".specimen, .review")) {
      const words = unseenWords(frame);
      const head = words && frame.querySelector(":scope > header, :scope > .tools");
      head?.append(button(words, { kind: "quiet small warned", key: "I", press: () => this.toggleUnseen() }));
    }
  }

  /** As the person left it at the task before. */
  recall() {
    const { pair } = this.material;
    if (!pair) return;
    const short = this.panes.every((pane) => pane.textContent.length < shortest);
    if (this.memory.stacked ?? short) this.setStacked(true);
    if (this.memory.linked) this.toggleLinked();
  }

  press(name, on) { this.buttons[name].setAttribute("aria-pressed", String(on)); }

  tell(line) {
    this.said.replaceChildren(line);
  }

  toggleRaw() {
    this.isRaw = !this.isRaw;
    for (const piece of piecesIn(this.material.element)) piece.look({ isRaw: this.isRaw });
    this.press("raw", this.isRaw);
    this.material.measure();
  }

  /** What is copied from the raw view is the text itself, not the signs that stand for blanks. */
  copy(event) {
    const selection = document.getSelection();
    if (!this.isRaw || selection.isCollapsed || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    const parts = piecesIn(this.material.element).filter(({ element }) => range.intersectsNode(element)).map((piece) => new TextIndex(piece).within(range));
    event.clipboardData.setData("text/plain", parts.filter(Boolean).join("\n"));
    event.preventDefault();
  }

  toggleUnseen() { this.press("unseen", this.walk.toggle()); }

  toggleDifferences() {
    if (!this.differences) return false;
    const on = this.differences.toggle();
    this.press("differences", on && !this.differences.isLittle);
    this.tell(this.differences.line);
    if (!on) this.differences.end();
    else if (this.differences.isLittle) this.differences.on = false;
  }

  toggleLinked() {
    if (!this.linked) return false;
    const on = this.linked.toggle();
    this.press("linked", on);
    this.keep({ linked: on });
  }

  toggleStacked() {
    if (!this.material.pair) return false;
    this.setStacked(!this.material.pair.classList.contains("stacked"));
    this.keep({ stacked: this.material.pair.classList.contains("stacked") });
  }

  setStacked(on) {
    this.material.pair.classList.toggle("stacked", on);
    this.press("stacked", on);
  }

  /** The image that is looked at, one size further; arrows pan in it, Esc gives the keys back. */
  zoom() {
    const { viewers } = this;
    const focused = viewers.find((each) => each === document.activeElement);
    const seen = viewers.find((each) => each.getBoundingClientRect().bottom > 64);
    const frame = focused ?? seen ?? viewers[0];
    if (!frame) return false;
    const size = enlarge(frame);
    this.press("zoom", size !== "fit");
    announce(say(sizeWords[size]));
    if (size === "fit") this.back(); else frame.focus({ preventScroll: true });
  }

  /** Esc: the walk first, then the image. False if there was nothing to leave. */
  leave() {
    if (this.walk.isOn) {
      this.walk.stop();
      return undefined;
    }
    if (!document.activeElement?.matches(".viewer")) return false;
    this.back();
    return undefined;
  }

  /** Marks outlive the page that they are on. */
  end() {
    this.search.end();
    this.differences?.end();
  }
}

const sizeWords = { fit: "read.size-fit", whole: "read.size-whole", double: "read.size-double" };
/** Below this many characters two responses read better one below the other. */
const shortest = 300;
