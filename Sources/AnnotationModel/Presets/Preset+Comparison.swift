extension Preset {
  static let comparisonParts = Parts(
    summary: "say which of two responses is better, and why",
    project: """
      {
        "airlock": "project/1",
        "codename": "lapwing",
        "version": 1,
        "retain": "wipe",
        "fields": [
          {"name": "prompt", "type": "markdown", "label": "Instruction", "from": "/prompt"},
          {
            "name": "responses", "type": "outputs", "label": "Responses",
            "from": ["/response_a", "/response_b"], "blind": true
          }
        ],
        "questions": [
          {
            "name": "better", "type": "preference", "of": "responses",
            "label": "Which response is better?", "strength": 3, "tie": true, "bothBad": true,
            "required": true
          },
          {
            "name": "why", "type": "text", "label": "Why?", "minLength": 20, "required": true,
            "when": {"better": {"not": "tie"}},
            "help": "Name the difference that decided it."
          }
        ],
        "reasons": ["I don't know this subject", "The instruction makes no sense", "Unsafe content"],
        "labOnly": {"gold": "/label"}
      }
      """,
    guidelines: """
      # Comparing two responses

      You see an instruction and two responses to it, in an order that says nothing. Choose the one
      that serves the person better.

      ## What decides, in this order

      1. **It does what was asked**, all of it, and nothing that was excluded.
      2. **It is right.** Check what can be checked. A confident error is worse than an honest gap.
      3. **It is easy to use**: the answer can be found, the code runs, the length fits.

      Tone and formatting decide only if all of this is equal.

      ## How much better

      - *Clearly*: you would never hand over the other one.
      - *Better*: you would choose it again tomorrow.
      - *Slightly*: a small thing decided.

      *Tie* is for responses that are equally good; *both bad* for two that you would hand to nobody.

      ## Why

      One or two sentences. "B invents a library function that doesn't exist" helps; "B is nicer"
      doesn't.
      """,
    tasks: #"""
      {"id":"comparison-1","label":1,"prompt":"Explain to a patient, in two sentences, what a \#
      biopsy is.","response_a":"A biopsy is a small sample of tissue that a doctor takes to look at \#
      under a microscope. It shows what is going on in that part of your body, and most take only a \#
      few minutes.","response_b":"A biopsy means that they suspect cancer. They will cut out the \#
      affected organ for analysis."}
      {"id":"comparison-2","label":2,"prompt":"Is this query safe?\n\n```python\ncur.execute(f\"SELECT \#
      * FROM users WHERE name = '{name}'\")\n```","response_a":"Yes. f-strings convert the value to \#
      text, so nothing else can happen.","response_b":"No. A name such as `' OR 1=1 --` changes the \#
      query. Pass it as a parameter: `cur.execute(\"SELECT * FROM users WHERE name = %s\", (name,))`."}
      {"id":"comparison-3","label":0,"prompt":"Give one word for the middle value of a sorted \#
      list.","response_a":"Median.","response_b":"The median."}
      """#)
}
