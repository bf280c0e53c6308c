// Where everything begins: who is signed in, which page the address names, what stands in the way.
import { get, post, watchProblems, Problem } from "./api.js";
import { troubleLine } from "./app/trouble.js";
import { beginTurn, showPage, whereAmI } from "./app/router.js";
import { watchRoom } from "./app/watch.js";
import { say } from "./say.js";
import { SignInPage } from "./pages/sign-in.js";
import { HomePage } from "./pages/home.js";
import { DonePage } from "./pages/done.js";
import { MessagePage } from "./pages/message.js";
import { ChangesPage } from "./pages/changes.js";
import { HoursPage } from "./pages/hours.js";
import { MyWorkPage } from "./pages/my-work.js";
import { PracticePage } from "./pages/practice.js";
import { SettingsPage } from "./pages/settings.js";
import { SummaryPage } from "./pages/summary.js";
import { TaskPage } from "./task/page.js";
import { forgetSettings, loadSettings } from "./app/settings.js";

const app = {
  /** What the server said about itself when last asked. */
  room: { room: "", name: null, lock: null, idleLimit: 900_000 },
  /** What can be taken back, newest last; see task/undo.js. */
  past: [],
  go,
  render,
  signOut,
  signedIn,
  leave,
};

/** Goes to an address of ours. */
function go(path) {
  history.pushState(null, "", path);
  return render();
}

/** Shows the page that the address names. */
async function render() {
  if (app.room.lock) return showLock(app.room.lock);
  if (!app.room.name) return showPage(new SignInPage(app));
  const place = whereAmI();
  const isWanted = beginTurn();
  let page;
  try {
    page = await pages[place.page](place, isWanted);
  } catch (error) {
    return isWanted() ? showTrouble(error) : undefined;
  }
  return page && isWanted() ? showPage(page).catch(showTrouble) : undefined;
}

const pages = {
  home: () => HomePage.open(app),
  resume,
  task: ({ project, position }) => TaskPage.open(app, project, position),
  work: ({ project }) => MyWorkPage.open(app, project),
  changes: ({ project }) => ChangesPage.open(app, project),
  practice: ({ project, position }) => PracticePage.open(app, project, position),
  hours: () => HoursPage.open(app),
  settings: () => new SettingsPage(app),
};

/** The end of a project; else the task where work goes on, which has an address of its own. */
async function resume({ project }, isWanted) {
  const overview = await get(`projects/${project}`);
  if (overview.resumeAt === null) return new DonePage(app, project, overview);
  if (!isWanted()) return null;
  history.replaceState(null, "", `/p/${project}/${overview.resumeAt}`);
  return render();
}

async function signedIn() {
  app.room = await get("state");
  await loadSettings();
  await render();
}

/** What was done today, before one goes. */
async function leave() {
  try {
    await showPage(await SummaryPage.open(app));
  } catch (error) {
    await showTrouble(error);
  }
}

/** Ends the session here and on the server; `why` is shown on the page for signing in. */
async function signOut(why = "signin.out") {
  app.room.name = null;
  app.past = [];
  forgetSettings();
  await showPage(new SignInPage(app, say(why, { n: app.room.idleLimit / 60_000 })));
  await post("sign-out").catch(() => {});
}

async function showTrouble(error) {
  const place = whereAmI();
  // Something comes before new tasks: it is shown instead.
  if (error instanceof Problem && error.status === 428 && place.project) {
    history.replaceState(null, "", `/p/${place.project}/${error.code === "guidelines" ? "changes" : "practice"}`);
    return render();
  }
  if (error instanceof Problem && [401, 409, 423].includes(error.status)) return;
  if (error instanceof Problem && error.status === 404) {
    return showPage(new MessagePage("gone.title", say("gone.text"), "done.home", () => go("/")));
  }
  return showPage(new MessagePage("broken.title", troubleLine(error), "done.home", () => go("/")));
}

function showLock(line, unsaved = 0) {
  const rest = unsaved > 0 ? say("locked.unsaved", { n: unsaved }) : say("locked.text");
  return showPage(new MessagePage("locked.title", `${line} ${rest}`));
}

watchProblems((problem) => {
  if (problem.status === 401 && app.room.name) {
    app.room.name = null;
    showPage(new SignInPage(app, say("signin.idle", { n: app.room.idleLimit / 60_000 })));
  } else if (problem.status === 409 && problem.code === "other-tab") {
    const use = () => post("tab", { hold: true }).then(render, showTrouble);
    showPage(new MessagePage("elsewhere.title", say("elsewhere.text"), "elsewhere.use", use));
  } else if (problem.status === 423) {
    app.room.lock = problem.line;
    showLock(problem.line);
  }
});

watchRoom(app, {
  locked: async (line, current) => showLock(line, await current?.flush?.()),
  unlocked: render,
  signedOut: () => signOut("signin.idle"),
  idle: () => signOut("signin.idle"),
});

addEventListener("popstate", render);
// The tab lets go last, so that a reloaded page needn't ask whether it may go on.
addEventListener("pagehide", () => { post("tab", { hold: false }, { keepalive: true }).catch(() => {}); });

get("state").then(async (state) => {
  app.room = state;
  if (state.name) await loadSettings();
  return render();
}).catch(showTrouble);
