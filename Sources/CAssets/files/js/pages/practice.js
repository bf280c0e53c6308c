// Practice: a task like any other, said to be one, with the lab's answers after one's own.
import { get } from "../api.js";
import { announce, button, h } from "../dom.js";
import { markdown } from "../content/tree.js";
import { icon } from "../icons.js";
import { say, sentence } from "../say.js";
import { TaskPage } from "../task/page.js";
import { sectionsOf } from "../task/sections.js";
import { answerWords } from "./answer-words.js";
import { MessagePage } from "./message.js";

export class PracticePage extends TaskPage {
  static async open(app, project, position) {
    const place = position ?? 1;
    const [task, sections] = await Promise.all([get(`projects/${project}/practice/${place}`), sectionsOf(project)]);
    const view = { ...task, sections };
    const { next } = view.practice;
    if (position === null && next !== null && next !== place) return PracticePage.open(app, project, next);
    if (position === null && next === null) return passedPage(app, project, view);
    if (position === null) history.replaceState(null, "", `/p/${project}/practice/${place}`);
    return new PracticePage(app, project, view);
  }

  constructor(app, project, view) {
    super(app, project, { ...view, total: view.practice.total, answered: view.practice.right });
    this.title = say("practice.tab", { position: view.position, total: view.practice.total, project: view.codename });
  }

  /** Says what this is; after an answer, what the lab would have said. */
  makeParts() {
    super.makeParts();
    this.element.querySelector(".bar .count .digits").textContent = say("practice.title", { position: this.view.position, total: this.view.practice.total });
    this.panel.element.querySelector(".revising")?.remove();
    this.panel.element.prepend(this.view.review ? this.review() : h("p", { class: "revising practice" }, icon("pencil"), h("span", {}, say("practice.what"))));
  }

  review() {
    const { review, questions, practice, answers } = this.view;
    const rows = questions.filter(({ name }) => review.marks[name]).map((question) => {
      const verdict = review.marks[question.name];
      const words = (source) => answerWords({ [question.name]: source[question.name] }, questions) || say("practice.nothing");
      return h("li", {}, h("p", {}, h("b", { dir: "auto" }, question.label ?? question.name), " ", h("span", { class: `tag ${tones[verdict]}` }, say(`practice.${verdict}`))),
        h("p", { class: "fine", dir: "auto" }, sentence("practice.yours", { answer: words(answers ?? {}) })),
        verdict !== "right" && h("p", { class: "fine", dir: "auto" }, sentence("practice.labs", { answer: words(review.answers) })));
    });
    const onward = practice.next === null || practice.right >= practice.pass
      ? button(say(practice.next === null ? "practice.start" : "practice.next"), { kind: "primary", key: "N", press: () => this.goOn() })
      : button(say("practice.next"), { kind: "primary", key: "N", press: () => this.goOn() });
    return h(
      "section", { class: "review-of", "aria-label": say("practice.review"), tabindex: "-1" },
      h("h2", {}, icon(review.right ? "check" : "warning"), say(review.right ? "practice.all-right" : "practice.some-wrong")),
      h("ul", {}, rows), h("h3", {}, say("practice.why")), h("div", { class: "text" }, markdown(review.explain, this.project)),
      practice.pass > 0 && h("p", { class: "fine" }, say("practice.pass", practice)),
      h("div", { class: "choices" }, onward), !review.right && h("p", { class: "fine" }, say("practice.again")));
  }

  shown() {
    super.shown();
    if (!this.view.review) return;
    const review = this.panel.element.querySelector(".review-of");
    review.focus();
    announce(say(this.view.review.right ? "practice.all-right" : "practice.some-wrong"));
  }

  /** Only practice tasks lie before and after. */
  goBy(by) {
    const position = this.view.position + by;
    if (by > 0 && this.view.review) return this.goOn();
    if (position < 1 || position > this.view.practice.total) return this.foot.tell(say(by < 0 ? "practice.first" : "practice.last"), false, true);
    return this.app.go(`/p/${this.project}/practice/${position}`);
  }

  /** To the next that isn't right, or to the tasks. */
  goOn() {
    const { position, practice } = this.view;
    if (practice.next === null) return this.app.go(`/p/${this.project}`);
    const next = position < practice.total ? position + 1 : practice.next;
    return this.app.go(`/p/${this.project}/practice/${next}`);
  }

  /** After the server's word: the same task, with the lab's answers. */
  acted() { return this.app.go(`/p/${this.project}/practice/${this.view.position}`); }
}

const tones = { right: "good", wrong: "warn", open: "news" };

function passedPage(app, project, { practice }) {
  return new MessagePage("practice.done", say("practice.done-text", practice), "practice.start", () => app.go(`/p/${project}`));
}
