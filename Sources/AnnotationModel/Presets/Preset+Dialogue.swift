extension Preset {
  static let dialogueParts = Parts(
    summary: "write a dialogue, with tool calls where they belong",
    project: """
      {
        "airlock": "project/1",
        "codename": "whimbrel",
        "version": 1,
        "retain": "receipt",
        "fields": [
          {"name": "scenario", "type": "markdown", "label": "Scenario", "from": "/scenario"},
          {"name": "facts", "type": "text", "label": "What the shop knows", "from": "/facts",
           "optional": true}
        ],
        "questions": [
          {
            "name": "talk", "type": "dialogue", "label": "Write the dialogue", "required": true,
            "roles": ["user", "assistant", "tool"], "minTurns": 4, "maxTurns": 20,
            "tools": [
              {"name": "find_order", "description": "Looks an order up", "arguments": ["number"]},
              {"name": "refund", "description": "Pays money back", "arguments": ["number", "amount"]}
            ],
            "constraints": [
              "The user never says what they want in the first turn",
              "The assistant asks before it pays money back",
              "The last turn is the assistant's"
            ]
          },
          {
            "name": "hard", "type": "rating", "label": "How hard was the user to help?",
            "scale": {"min": 1, "max": 5, "labels": {"1": "easy", "5": "very hard"}}
          }
        ],
        "reasons": ["I can't imagine the scenario", "The scenario contradicts itself"],
        "labOnly": {"topic": "/topic"}
      }
      """,
    guidelines: """
      # Writing a dialogue

      Write the dialogue that the scenario describes, both sides of it. It should sound as people
      write when they are in a hurry and want something, not like a film.

      ## The user

      - has one aim, and isn't an expert;
      - gives details only when asked, and may get one wrong;
      - is never rude without a reason that the scenario gives.

      ## The assistant

      - asks for what it needs, one thing at a time;
      - uses a tool where it must look something up or change something, and invents no result: what
        the tool says is written as a turn of its own;
      - says plainly what it can't do.

      ## Before you submit

      Go through the checklist beside the dialogue. Names, numbers and addresses must be invented.
      """,
    tasks: #"""
      {"id":"dialogue-1","topic":"refund","scenario":"A parcel arrived with one of two cups broken. \#
      The customer wants the money for it back.","facts":"Order 5120: two cups, 12.00 each"}
      {"id":"dialogue-2","topic":"status","scenario":"Someone asks about an order and gives a \#
      number that doesn't exist. They mixed up two digits.","facts":"Order 4417: a lamp, sent \#
      yesterday. There is no order 4471."}
      {"id":"dialogue-3","topic":"limits","scenario":"A customer wants a refund for an order that is \#
      two years old. The shop can't do that."}
      """#)
}
