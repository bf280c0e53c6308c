import AnnotationModel
import Testing

@Suite("Changed guidelines")
struct GuidelineChangesTests {
  private let old = """
    # Rating

    Rate what you see.

    ## Scale

    - 1 is poor
    - 5 is great

    ```
    # no heading

    text
    ```

    ## Stop

    When you are not sure, skip.
    """

  @Test("The same text has no changes")
  func same() { #expect(GuidelineChanges(from: old, to: old).passages.isEmpty) }

  @Test("One item of a list and one paragraph are two passages, old before new")
  func passages() {
    let new = old.replacing("5 is great", with: "5 is excellent")
      .replacing("skip.", with: "ask the lab.")
    let changes = GuidelineChanges(from: old, to: new).passages
    #expect(changes.map(\.heading) == ["Scale", "Stop"])
    #expect(changes.first?.parts.map(\.text) == ["- 5 is great", "- 5 is excellent"])
    #expect(changes.first?.parts.map(\.isNew) == [false, true])
  }

  @Test("What is added at either end and what goes from the middle is found")
  func ends() {
    let added = "Before all.\n\n" + old + "\n\nAfter all."
    #expect(GuidelineChanges(from: old, to: added).passages.map(\.heading) == ["", "Stop"])
    let gone = old.replacing("Rate what you see.\n\n", with: "")
    let passages = GuidelineChanges(from: old, to: gone).passages
    #expect(passages.map(\.heading) == ["Rating"])
    #expect(passages.first?.parts.map(\.text) == ["Rate what you see."])
    #expect(passages.first?.parts.map(\.isNew) == [false])
  }

  @Test("A heading's signs inside fenced code are code, and the block is one")
  func fence() {
    let new = old.replacing("\ntext\n", with: "\nother\n")
    let passages = GuidelineChanges(from: old, to: new).passages
    #expect(passages.map(\.heading) == ["Scale"])
    #expect(passages.first?.parts.count == 2)
  }

  @Test("Texts with nothing in common, and empty ones")
  func extremes() {
    #expect(GuidelineChanges(from: "", to: "").passages.isEmpty)
    let all = GuidelineChanges(from: "a\n\nb", to: "c\n\nd").passages
    #expect(all.first?.parts.count == 4)
    #expect(GuidelineChanges(from: "", to: old).passages.count == 3)
  }
}
