import { post } from "../api.js";
import { announce, button, h } from "../dom.js";
import { ask, ends } from "../dialogs/dialog.js";
import { icon } from "../icons.js";
import { say } from "../say.js";
import { codename } from "./frame.js";

/** Says what would be destroyed, and destroys it once the custodian has said yes. */
export async function askForWipe(app, project) {
  const slots = { project: codename(project) };
  const { tasks, drafts, unacknowledged } = await post("custodian/wipe-outline", { project: project.id });
  const loses = unacknowledged > 0;
  const sure = await ask("wipe.title", (finish) => [
    h("p", {}, say("wipe.text", { n: tasks })),
    drafts > 0 && h("p", {}, say("wipe.drafts", { n: drafts })),
    loses ? h("p", { class: "wrong" }, icon("warning"), say("wipe.lost", { n: unacknowledged })) : h("p", { class: "fine" }, say("wipe.safe")),
    ends(finish, button(say(loses ? "wipe.go-losing" : "wipe.go"), { kind: loses ? "" : "primary", press: () => finish(true) })),
  ].filter(Boolean), { slots });
  if (!sure) return;
  await post("custodian/wipe", { project: project.id, losingResults: loses });
  await app.render();
  announce(say("wipe.done", slots));
}
