// Which questions there are.
import { CallsQuestion } from "./calls.js";
import { ChoiceQuestion } from "./choice.js";
import { ChoicesQuestion } from "./choices.js";
import { DialogueQuestion } from "./dialogue.js";
import { NumberQuestion } from "./number.js";
import { PreferenceQuestion } from "./preference.js";
import { RankingQuestion } from "./ranking.js";
import { RatingQuestion } from "./rating.js";
import { SpansQuestion } from "./spans.js";
import { StepLabelsQuestion } from "./step-labels.js";
import { StepsQuestion } from "./steps.js";
import { TextQuestion } from "./text.js";
import { UnsupportedQuestion } from "./unsupported.js";

const kinds = {
  choice: ChoiceQuestion, choices: ChoicesQuestion, dialogue: DialogueQuestion, number: NumberQuestion, preference: PreferenceQuestion,
  ranking: RankingQuestion, rating: RatingQuestion, spans: SpansQuestion, stepLabels: StepLabelsQuestion, steps: StepsQuestion, text: TextQuestion,
  toolCallLabels: CallsQuestion,
};

/** A question of the schema as what a person answers; one of a kind that is unknown says so. */
export function questionOf(question, context) {
  return new (kinds[question.type] ?? UnsupportedQuestion)(question, context);
}
