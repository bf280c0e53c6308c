extension Preset {
  static let chainOfThoughtParts = Parts(
    summary: "write the steps that lead to an answer",
    project: """
      {
        "airlock": "project/1",
        "codename": "curlew",
        "version": 1,
        "retain": "receipt",
        "fields": [
          {"name": "problem", "type": "markdown", "label": "Problem", "from": "/problem"},
          {"name": "data", "type": "code", "label": "Data", "from": "/data", "optional": true}
        ],
        "questions": [
          {
            "name": "reasoning", "type": "steps", "label": "Your reasoning", "required": true,
            "minSteps": 2, "alternatives": true, "final": true,
            "help": "One thought a step. The last line is the answer by itself."
          },
          {
            "name": "sure", "type": "rating", "label": "How sure are you?", "required": true,
            "scale": {"min": 1, "max": 3, "labels": {"1": "a guess", "2": "fairly", "3": "certain"}}
          },
          {
            "name": "minutes", "type": "number", "label": "How many minutes would a learner need?",
            "min": 1, "max": 240, "integer": true
          }
        ],
        "reasons": ["I can't solve it", "The problem is wrong or incomplete", "Not my subject"],
        "labOnly": {"answer": "/answer"}
      }
      """,
    guidelines: """
      # Writing a chain of thought

      Solve the problem, and write down how, so that someone who is learning could follow every step
      and find the mistake if there were one.

      ## A good step

      - says **one** thing, and why it follows;
      - shows the calculation: `18 · 0.85 = 15.3`, not "this gives 15.3";
      - names what it assumes, where the problem leaves something open;
      - doesn't look ahead: no step uses what a later one finds.

      Write dead ends only if a learner would try them too, and say why they end.

      ## Another version of a step

      If there is a second way that is really different, add it as another version of the same step.
      The first version is the one that you would teach.

      ## The final answer

      Only the answer, with its unit: `15.30 €`, not "the result is 15.30 €".

      Don't copy from elsewhere. If you can't solve it, skip it: a skipped task costs nothing.
      """,
    tasks: #"""
      {"id":"cot-1","problem":"A child of 18 kg is to get 15 mg of an antibiotic per kg of body \#
      weight, three times a day, as a syrup of 250 mg per 5 ml. How many ml is one dose?",\#
      "answer":"5.4 ml"}
      {"id":"cot-2","problem":"Which of the two shops had the better conversion rate in the week as \#
      a whole, and why can the daily rates mislead?","data":"day  shop A (orders/visits)  shop B\n\#
      Mon  10/100                  90/1000\nTue  200/1000                25/100",\#
      "answer":"shop A: 210/1100 = 19.1 % against 115/1100 = 10.5 %"}
      {"id":"cot-3","problem":"A password is 4 digits, none of which occurs twice. How many are \#
      there, and how many fewer than without that rule?","answer":"5040; 4960 fewer"}
      """#)
}
