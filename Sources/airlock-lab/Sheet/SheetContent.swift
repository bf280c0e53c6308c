import Lab
import Vocabulary

/// Everything that stands on the sheet, whatever it is printed from.
struct SheetContent {
  /// One thing to do.
  struct Step {
    /// What to do, as the page calls it.
    let title: String
    /// How.
    let text: String
    /// What the page says once it is done.
    let answer: String
  }

  let title: String
  let lead: String
  /// Names with what stands beside them; nil is a line to write on.
  let facts: [(name: String, value: String?)]
  let trustTitle: String
  /// 16 groups of four digits.
  let trust: [String]
  let cardTitle: String
  /// The groups, or nil for places to write them in.
  let card: [String]?
  let steps: [Step]
  let troubleTitle: String
  let troubles: [(when: String, then: String)]

  init(_ sheet: RoomSheet) {
    title = "Setting up a room for \(sheet.lab)"
    lead =
      "This sheet came to you by hand or by post, and not on the stick: that is what makes it worth "
      + "something. Keep it until the room works, then destroy it. It holds no secret, but it says "
      + "whom you work for."
    facts = [
      ("Lab", sheet.lab), ("Project", sheet.codename), ("Project number", sheet.project.hex),
      ("Room number", sheet.room?.id.hex), ("The lab's telephone", nil),
      ("Whom to ask for", nil),
    ]
    trustTitle = "Fingerprint of the lab's trust (64 digits in 16 groups)"
    trust = Self.groups(sheet.trust)
    cardTitle =
      sheet.room == nil
      ? "Fingerprint of your room's card: write it down from the page, then read it to the lab"
      : "Fingerprint of your room's card, as the lab has it: the page must show the same"
    card = sheet.room.map { Self.groups($0.card) }
    steps = Self.steps(isNew: sheet.room == nil)
    troubleTitle = "If something is not as it stands here"
    troubles = Self.troubles
  }

  private static func groups(_ fingerprint: String) -> [String] {
    stride(from: 0, to: fingerprint.count, by: 4).map {
      String(fingerprint.dropFirst($0).prefix(4))
    }
  }

  private static func steps(isNew: Bool) -> [Step] {
    [
      Step(
        title: "Start the program",
        text: "Unplug the network cable and switch wireless off. Start Airlock on the room's "
          + "machine (in a terminal: airlock-room open). A window opens by itself.",
        answer: "The page says: Make this room."),
      Step(
        title: "Make the room",
        text: "Give the room a name that only you will see, and choose the custodian's passphrase: "
          + "12 characters, or 5 words. Write it on paper and lock it away. Nobody can look it up.",
        answer: "The page says: Setting up this room."),
      Step(
        title: "Write this room's card to a stick",
        text: "Put an empty stick in and press the button. Wait until it says that you may pull it "
          + "out.",
        answer: "The page says: You may pull the stick out now."),
      Step(
        title: "Tell the lab the card's fingerprint by telephone",
        text: "Call the lab on a number that you already had. "
          + (isNew
            ? "Read the 16 groups from the page to them, and write them down below."
            : "The 16 groups on the page must be those below; read them to the lab too."),
        answer: "The lab says that it has the same 16 groups, once the stick has arrived."),
      Step(
        title: "Take the lab's trust from the stick",
        text:
          "Bring or send the stick to the lab. When it is back, put it in, press the button and "
          + "type the 16 groups of the lab's trust from this sheet, not from anything on the stick.",
        answer: "The page says that the project is trusted."),
      Step(
        title: "Add the people who work here",
        text: "Type each one's name, then hand over the keyboard and look away while they choose a "
          + "passphrase of their own.",
        answer: "The page says that they can sign in now."),
      Step(
        title: "Say who may open which project",
        text: "Choose Grant beside each person's name. Nobody opens what you haven't granted.",
        answer: "The page says that they can open it now."),
      Step(
        title: "Take in the first tasks",
        text:
          "Put in the stick that the lab has packed, and press Take in. Don't pull it out while "
          + "the page counts.",
        answer: "The page says: You may pull the stick out now."),
    ]
  }

  private static let troubles: [(when: String, then: String)] = [
    (
      "One or two groups differ",
      "It is most likely a slip of the pen. Compare those groups again, digit by digit: 0 to 9 and "
        + "a to f, no letter beyond."
    ),
    (
      "Almost no group agrees",
      "Stop. The stick holds something that isn't the lab's, or this sheet is an old one. Trust "
        + "nothing, don't try again. Keep stick and sheet, and call the lab on a number that you "
        + "already had."
    ),
    (
      "The page names an alarm",
      "Nothing is lost and nothing was taken in. Write the code down and read it to the lab."
    ),
    (
      "The stick can't be read or is pulled out too early",
      "Nothing is lost. Put it in and repeat; if it fails again take another."
    ),
    (
      "Somebody calls you and asks for a passphrase, or for the stick's content",
      "It isn't the lab. It never asks for either. Hang up, and call the lab yourself."
    ),
  ]
}
