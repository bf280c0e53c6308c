// The custodian's pages: who is there, which page the address names, what stands in the way.
import { get, post, watchProblems, Problem } from "../api.js";
import { troubleLine } from "../app/trouble.js";
import { beginTurn, showPage } from "../app/router.js";
import { MessagePage } from "../pages/message.js";
import { say } from "../say.js";
import { AlarmsPage } from "./alarms.js";
import { ExchangePage } from "./exchange.js";
import { MakeRoomPage } from "./make-room.js";
import { OverviewPage } from "./overview.js";
import { PeoplePage } from "./people.js";
import { StickPage } from "./stick.js";
import { TrustPage } from "./trust.js";
import { UnlockPage } from "./unlock.js";
import { watchCustodian } from "./watch.js";

const pages = { "": OverviewPage, stick: StickPage, people: PeoplePage, trust: TrustPage, alarms: AlarmsPage };

const app = {
  /** What the server said about itself when last asked. */
  state: { hasRoom: true, room: null, lock: null, idleLimit: 900_000 },
  go,
  render,
  lock,
  entered,
  trouble,
  /** Puts a page in the place of the one that is up, at the same address. */
  replace: showPage,
};

/** Goes to one of the custodian's pages by its name, "" for the overview. */
function go(name) {
  history.pushState(null, "", name ? `/custodian/${name}` : "/custodian");
  return render();
}

/** Shows what is due. */
async function render() {
  const isWanted = beginTurn();
  let page;
  try {
    page = await due();
  } catch (error) {
    return isWanted() ? trouble(error) : undefined;
  }
  return isWanted() ? showPage(page).catch(trouble) : undefined;
}

/** A stick that is worked on comes before everything else. */
async function due() {
  if (!app.state.hasRoom) return new MakeRoomPage(app);
  if (!app.state.room) return new UnlockPage(app);
  const { exchange } = await get("custodian/exchange");
  if (exchange) return new ExchangePage(app, exchange);
  const name = /^\/custodian\/(\w+)$/.exec(location.pathname)?.[1] ?? "";
  return (pages[name] ?? OverviewPage).open(app);
}

/** Signed in, or the room was made. */
async function entered() {
  app.state = await get("custodian/state");
  if (!location.pathname.startsWith("/custodian")) history.replaceState(null, "", "/custodian");
  await render();
}

/** Signs out; people can work again. `why` is shown on the page for unlocking. */
async function lock(why = "unlock.out") {
  await post("custodian/sign-out").catch(() => {});
  app.state.room = null;
  await showPage(new UnlockPage(app, say(why, { n: app.state.idleLimit / 60_000 })));
}

async function trouble(error) {
  if (error instanceof Problem && error.status === 401) return;
  const line = error instanceof Problem && error.status === 423 ? say("custodian.locked", { line: error.line }) : troubleLine(error);
  await showPage(new MessagePage("custodian.trouble", line, "custodian.go-on", () => go("")));
}

watchProblems((problem) => {
  if (problem.status !== 401 || !app.state.room) return;
  app.state.room = null;
  showPage(new UnlockPage(app, say("unlock.idle", { n: app.state.idleLimit / 60_000 })));
});

watchCustodian(app, () => lock("unlock.idle"));
addEventListener("popstate", render);
get("custodian/state").then((state) => { app.state = state; return render(); }).catch(trouble);
