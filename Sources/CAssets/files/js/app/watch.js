// Looks after the page while nobody presses anything: is the room locked, is the session still
// there, is a person here at all.
import { get, post, Problem, Unreachable } from "../api.js";
import { currentPage } from "./router.js";

const every = 3_000;
const signs = ["keydown", "pointerdown", "pointermove", "wheel", "scroll"];

/** Begins to watch. `then` says what to do. */
export function watchRoom(app, then) {
  let lastSign = performance.now();
  let lastWord = performance.now();
  for (const sign of signs) {
    addEventListener(sign, () => { lastSign = performance.now(); }, { capture: true, passive: true });
  }

  async function look() {
    const now = performance.now();
    if (app.room.name && now - lastSign > app.room.idleLimit) return then.idle();
    // Reading is a sign of a person too, and the server sees none of it.
    if (app.room.name && lastSign > lastWord && now - lastWord > 60_000) {
      lastWord = now;
      await post("alive").catch(() => {});
    }
    await compare(await get("state"));
  }

  async function compare(state) {
    const before = app.room;
    app.room = state;
    currentPage()?.reached?.(true);
    if (state.lock && !before.lock) await then.locked(state.lock, currentPage());
    else if (!state.lock && before.lock) await then.unlocked();
    else if (before.name && !state.name) await then.signedOut();
  }

  (async function forever() {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, every));
      try {
        await look();
      } catch (error) {
        if (error instanceof Unreachable) currentPage()?.reached?.(false);
        else if (!(error instanceof Problem)) throw error;
      }
    }
  })();
}
