/// What the guidelines of every preset say to the person who sets a project up.
enum PresetWords {
  static let aboutProjectFile = """
    ---

    # For the lab: what project.json says

    Delete everything from the line above on before you add the project: contractors read this file
    beside each task.

    ## The project

    | member | meaning |
    |---|---|
    | `airlock` | always `"project/1"`: the version of this form |
    | `codename` | how people speak of the project. It reaches the rooms: reveal nothing by it |
    | `version` | count it up whenever you change this file |
    | `retain` | `"wipe"`: a room keeps tasks until you order a wipe. `"receipt"`: it deletes them \
    as soon as you have its answers |
    | `fields` | what a task shows, from top to bottom |
    | `questions` | what is asked, in this order |
    | `reasons` | up to nine reasons to choose from when a task is skipped or flagged |
    | `practice` | `{"pass": 3}`: how many practice tasks must be answered as you would |
    | `labOnly` | values of your records to keep by the tasks in the lab, such as known right \
    answers: a name, and a JSON Pointer to the value. They never leave |

    ## Fields

    A field has a `name` (a small letter, then letters, digits or underscores), a `type`, and `from`:
    a JSON Pointer into your record. In the record `{"question": {"text": "Why?"}}` the pointer to
    the words is `/question/text`. `label` is shown over the field. With `"optional": true` a record
    may lack it; otherwise a record without it is refused. What no field names stays in the lab.

    | `type` | what it shows |
    |---|---|
    | `text`, `markdown`, `code` | a string or number: as it is; with headings, lists, formulas and \
    code; in a fixed-width font. `language` may name the language |
    | `document` | a long text, with a search |
    | `outputs` | several responses. `from` is a list of pointers, or one pointer to a list or object \
    and `each`, a pointer inside one of its elements (`""` if the element itself is the text). \
    `blind` shuffles them for each task and room; which is which stays in the lab |
    | `steps` | a list of strings, or of objects with nothing but a `text` |
    | `chat` | messages: `role`, `content` (a string or null), `tool_calls` (each with an `id` and a \
    `function` that has a `name` and `arguments`), `tool_call_id`, `name`. Other members of a \
    message leave the lab with it, unshown |
    | `image` | in the record a path under `assets/` to a png, jpeg, gif or webp file |

    ## Questions

    A question has a `name` and a `type`, and may have a `label` and a `help` text. With
    `"required": true` a task can't be submitted without an answer. `when` asks the question only if
    others were answered so: `{"verdict": "wrong"}`, `{"verdict": {"not": "right"}}` or
    `{"verdict": {"in": ["wrong", "unclear"]}}`; several conditions must all hold. `of` is the name of
    the field that a question is about.

    | `type` | the answer, and its members |
    |---|---|
    | `rating` | a mark on `scale`, from `min` to `max`; `labels` gives words for some marks. \
    `criteria` are rated one by one, each with a `name`, a `label` and a `help`. With `of` each \
    output is rated |
    | `choice`, `choices` | one or several of `options`: strings, or objects with a `value`, a `label` \
    and a `help` |
    | `preference` | which output of the field `of` is better. `strength`: how many grades of better; \
    `tie` and `bothBad`: whether these two answers are offered |
    | `ranking` | the outputs of the field `of`, best first. `ties`: whether several may share a place |
    | `text` | words; `minLength` and `maxLength` count characters; `markdown` shows a preview |
    | `number` | from `min` to `max`; `integer` for whole ones |
    | `spans` | parts of the text field `of`, each under one of `labels`; `overlap` allows crossing |
    | `stepLabels` | right, neutral or wrong for each step of the field `of`. `critique` and \
    `correction`: whether these can be written |
    | `toolCallLabels` | right tool, right arguments, needed, how severe, for each call in the chat `of` |
    | `steps` | a chain of thought that is written. `minSteps`: fewest steps; `alternatives`: other \
    versions of a step; `final`: an answer at the end |
    | `dialogue` | a dialogue that is written. `roles`: who can speak; `minTurns`, `maxTurns`; `tools`: \
    what can be called, each with a `name`, a `description` and the names of its `arguments`; \
    `constraints`: a checklist that a person ticks |

    """
}
