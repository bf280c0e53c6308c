extension Preset {
  static let stepReviewParts = Parts(
    summary: "judge each step of a solution",
    project: """
      {
        "airlock": "project/1",
        "codename": "redshank",
        "version": 1,
        "retain": "wipe",
        "fields": [
          {"name": "problem", "type": "markdown", "label": "Problem", "from": "/problem"},
          {"name": "solution", "type": "steps", "label": "Solution", "from": "/steps"}
        ],
        "questions": [
          {
            "name": "review", "type": "stepLabels", "of": "solution", "required": true,
            "label": "Judge each step", "critique": true, "correction": true
          },
          {
            "name": "verdict", "type": "choice", "label": "Is the final answer right?",
            "required": true,
            "options": [
              {"value": "right", "label": "Right"},
              {"value": "wrong", "label": "Wrong"},
              {"value": "unclear", "label": "There is no clear answer"}
            ]
          },
          {
            "name": "cause", "type": "choices", "label": "What went wrong?", "required": true,
            "when": {"verdict": "wrong"},
            "options": ["misread the problem", "wrong fact", "wrong calculation", "gap in the reasoning"]
          }
        ],
        "reasons": ["I can't judge it", "The problem is wrong or incomplete", "Not my subject"],
        "labOnly": {"firstError": "/first_error"}
      }
      """,
    guidelines: """
      # Reviewing a solution step by step

      You see a problem and a solution in steps. Judge every step up to the first one that is wrong;
      what comes after it need not be judged.

      ## The three labels

      - **+** The step is right, follows from what came before, and leads on.
      - **0** The step is neither right nor wrong: it repeats, it plans, it says something true that
        leads nowhere.
      - **−** The step is wrong: a false statement, a wrong calculation, something that doesn't
        follow.

      A blank means *not judged*. It isn't the same as 0.

      ## After a −

      Say in the critique what is wrong, in one sentence, as you would to a colleague. If you can,
      write in the correction how the step should read, and change nothing but the error.

      ## The verdict

      Judge the final answer by itself: it may be right although a step was wrong.
      """,
    tasks: #"""
      {"id":"review-1","problem":"A train leaves at 14:35 and arrives at 17:10. How long does it \#
      take?","steps":["From 14:35 to 17:35 it would be 3 hours.","It arrives 25 minutes earlier.",\#
      "3 h − 25 min = 2 h 35 min."],"first_error":null}
      {"id":"review-2","problem":"A test finds 90 % of the ill and is wrong for 9 % of the healthy. \#
      1 % are ill. How likely is a person with a positive test ill?","steps":["Take 1,000 people: 10 \#
      are ill, 990 are healthy.","Of the 10 ill people 9 test positive.","Of the 990 healthy people \#
      about 89 test positive.","So a positive person is ill with a probability of 90 %."],\#
      "first_error":3}
      {"id":"review-3","problem":"Does this loop end for every positive `n`?\n\n```\nwhile n != 1: n = \#
      n // 2\n```","steps":[{"text":"`//` rounds down, so `n` at least halves each time while it is \#
      more than 1."},{"text":"An odd number can become 0 and then stay 0 for ever."},{"text":"So the \#
      loop doesn't end for odd `n`."}],"first_error":1}
      """#)
}
