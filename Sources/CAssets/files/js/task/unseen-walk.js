// From one hidden character to the next.
import { cap } from "../dom.js";
import { unfold } from "../content/marks.js";
import { piecesIn } from "../content/piece.js";
import { countUnseen } from "../content/unseen.js";
import { say, sentence } from "../say.js";

/** What is hidden below an element, in words; null where nothing is. */
export function unseenWords(element) {
  const counts = piecesIn(element).map((piece) => countUnseen(piece.unseen));
  const sum = (name) => counts.reduce((n, each) => n + each[name], 0);
  const parts = [["hidden", "read.hidden"], ["words", "read.mixed"]].map(([name, key]) => [sum(name), key]);
  return parts.filter(([n]) => n > 0).map(([n, key]) => say(key, { n })).join(" · ") || null;
}

export class UnseenWalk {
  /** `tell` says where the walk is. */
  constructor(material, tell) {
    Object.assign(this, { material, tell, isOn: false, at: -1 });
  }

  get pieces() { return piecesIn(this.material).filter((piece) => piece.unseen.length > 0); }
  get boxes() { return [...this.material.querySelectorAll(".unseen, .odd")]; }

  /** Control of direction is what an attack needs: it is in sight from the beginning. */
  begin() {
    for (const piece of this.pieces) if (countUnseen(piece.unseen).bidi) piece.look({ isBoxed: true });
  }

  /** Boxes for all and a walk along them; then none. Gives whether they are shown. */
  toggle() {
    const on = !this.isOn;
    for (const piece of this.pieces) {
      if (on && !piece.isWhole) piece.open();
      piece.look({ isBoxed: on });
    }
    this.isOn = on && this.boxes.length > 0;
    this.at = -1;
    if (this.isOn) this.step(1);
    else this.tell(on ? say("read.nothing-hidden") : "");
    return this.isOn;
  }

  step(by) {
    const { boxes } = this;
    if (boxes.length === 0) return this.stop();
    boxes[this.at]?.classList.remove("here");
    this.at = (this.at + by + boxes.length) % boxes.length;
    const box = boxes[this.at];
    box.classList.add("here");
    unfold(box);
    box.scrollIntoView({ block: "center", inline: "nearest" });
    const name = box.dataset.name ?? box.title;
    this.tell(sentence("read.walk", { at: this.at + 1, n: boxes.length, name, next: cap("J"), back: cap("K"), end: cap("Esc") }));
    return undefined;
  }

  /** Ends the walk; the boxes stay. */
  stop() {
    this.boxes.forEach((box) => box.classList.remove("here"));
    this.isOn = false;
    this.tell("");
  }
}
