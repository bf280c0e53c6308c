extension Preset {
  static let rankingParts = Parts(
    summary: "put several responses in order, best first",
    project: """
      {
        "airlock": "project/1",
        "codename": "dunlin",
        "version": 1,
        "retain": "wipe",
        "fields": [
          {"name": "prompt", "type": "markdown", "label": "Instruction", "from": "/prompt"},
          {
            "name": "replies", "type": "outputs", "label": "Replies", "from": "/replies",
            "each": "/text", "blind": true
          }
        ],
        "questions": [
          {
            "name": "order", "type": "ranking", "of": "replies", "label": "Best first",
            "ties": true, "required": true
          },
          {
            "name": "usable", "type": "rating", "of": "replies", "required": true,
            "label": "Could it be sent as it is?",
            "scale": {"min": 1, "max": 3, "labels": {"1": "no", "2": "after edits", "3": "yes"}}
          },
          {"name": "note", "type": "text", "label": "Anything to add?", "maxLength": 500}
        ],
        "reasons": ["I don't know this subject", "The replies are the same", "Unsafe content"],
        "labOnly": {"consensus": "/consensus"}
      }
      """,
    guidelines: """
      # Ranking replies

      You see an instruction and several replies, in an order that says nothing. Put them in order,
      the best first.

      ## How to go about it

      1. Read the instruction, then all replies, before you place one.
      2. Place the best and the worst. The others are easier then.
      3. Two replies that you would have to toss a coin for share a place.

      ## What counts

      First whether a reply does what was asked, then whether it is right, then whether it is easy to
      use. A reply that refuses a harmless request ranks below one that tries and fails honestly; a
      reply that does harm ranks last, however well it is written.

      ## Could it be sent?

      Judge each reply by itself, whatever its place: the best of four bad ones is still a *no*.
      """,
    tasks: #"""
      {"id":"ranking-1","prompt":"Write a one-line subject for a mail that moves a meeting from \#
      Tuesday to Thursday.","replies":[{"text":"Meeting moved: Tuesday to Thursday","from":"a"},\#
      {"text":"Important information regarding our upcoming appointment","from":"b"},{"text":"Can \#
      we meet on Thursday instead of Tuesday?","from":"c"}],"consensus":[0,2,1]}
      {"id":"ranking-2","prompt":"A table has daily sales with gaps on holidays. How should the \#
      weekly average treat them?","replies":[{"text":"Divide by 7. A gap is a zero.","from":"a"},\#
      {"text":"Divide by the days on which the shop was open, and say how many there were.",\#
      "from":"b"},{"text":"Fill each gap with the yearly mean first.","from":"c"},{"text":"It \#
      depends on the question: income per week counts closed days, sales per open day doesn't.",\#
      "from":"d"}],"consensus":[3,1,2,0]}
      {"id":"ranking-3","prompt":"What does exit code 137 of a container usually mean?",\#
      "replies":[{"text":"The process was killed, most often because it ran out of memory.",\#
      "from":"a"},{"text":"Error 137 is a network error.","from":"b"}],"consensus":[0,1]}
      """#)
}
