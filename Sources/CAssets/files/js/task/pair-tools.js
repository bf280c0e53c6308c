// What only two responses beside each other have: linked scrolling, and what they differ in.
import { compare } from "../content/differences.js";
import { mark } from "../content/marks.js";
import { piecesIn } from "../content/piece.js";
import { TextIndex } from "../content/text-index.js";
import { say } from "../say.js";

/** Two panes that scroll as one: where one is at a third of its text, so is the other. */
export class LinkedScroll {
  constructor(panes) {
    Object.assign(this, { panes, on: false, led: null });
    panes.forEach((pane, index) => pane.addEventListener("scroll", () => this.follow(pane, panes[1 - index]), { passive: true }));
  }

  toggle() {
    this.on = !this.on;
    if (this.on) this.follow(...this.panes);
    return this.on;
  }

  follow(leader, other) {
    if (!this.on) return;
    // The scroll that this causes must not lead in its turn.
    if (this.led === leader) {
      this.led = null;
      return;
    }
    const room = leader.scrollHeight - leader.clientHeight;
    const top = room <= 0 ? 0 : Math.round((leader.scrollTop / room) * (other.scrollHeight - other.clientHeight));
    if (Math.abs(other.scrollTop - top) < 1) return;
    this.led = other;
    other.scrollTop = top;
  }
}

/** Marks in two texts what the other lacks. */
export class Differences {
  constructor(panes) {
    this.pieces = panes.map((pane) => piecesIn(pane)[0]);
    this.on = false;
    for (const pane of panes) pane.addEventListener("piece", () => { if (this.on) this.show(); });
  }

  toggle() {
    this.on = !this.on;
    this.line = this.on ? this.show() : "";
    return this.on;
  }

  /** Marks them and says how much is shared; or says that there is too little. */
  show() {
    const [left, right] = this.pieces.map((piece) => new TextIndex(piece));
    const { shared, first, second } = compare(left.text, right.text);
    this.isLittle = first === null;
    const ranges = (index, parts) => (parts ?? []).map(([from, to]) => index.range(from, to)).filter(Boolean);
    mark("only-first", ranges(left, first), 1);
    mark("only-second", ranges(right, second), 1);
    if (first === null) return say("read.little");
    return first.length + second.length === 0 ? say("read.same") : say("read.shared", { n: Math.round(shared * 100) });
  }

  end() {
    mark("only-first", []);
    mark("only-second", []);
  }
}
