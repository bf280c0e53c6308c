import ArgumentParser
import CommandSupport
import Lab
import Vocabulary

/// `person`: people of rooms, by their ids.
struct PersonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "People of rooms, whom the lab knows by id and key.",
    subcommands: [List.self, Accept.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tell who works on a project, and whose acts wait.")

    @OptionGroup var common: CommonOptions
    @Argument(help: "The project's id or codename.") var project: String

    func run() throws {
      let people = try common.withLab { try $0.people(of: project) }
      try Output.show(
        .members(["people": .list(people.map(Self.report))]), json: common.json,
        lines: people.isEmpty ? ["Nobody yet."] : people.map(Self.line))
    }

    private static func report(_ person: PersonStatus) -> Report {
      .members([
        "person": .text(person.person.hex), "room": .text(person.room.hex),
        "key": .text(person.key), "acts": .integer(person.acts),
        "waitingActs": .integer(person.waitingActs), "waiting": .bool(person.isWaiting),
      ])
    }

    private static func line(_ person: PersonStatus) -> String {
      let acts = Quantity.text(person.acts, "act")
      guard person.isWaiting else { return "\(person.person) in room \(person.room): \(acts)" }
      return
        "\(person.person) in room \(person.room): \(acts), \(person.waitingActs) of them wait: "
        + "the key was replaced by \(person.key.prefix(16))…"
    }
  }

  struct Accept: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take a person's new key as theirs, once you have asked their room.",
      discussion: """
        A new key means that the person lost their passphrase, or that somebody in the room signs \
        in their place. Ask by another way than the stick.
        """)

    @OptionGroup var common: CommonOptions
    @Argument(help: "The project's id or codename.") var project: String
    @Argument(help: "The person's id, or its beginning.") var person: String

    func run() throws {
      let accepted = try common.withLab { try $0.acceptPerson(person, project: project) }
      try Output.show(
        .members([
          "person": .text(accepted.person.hex), "room": .text(accepted.room.hex),
          "acts": .integer(accepted.acts), "tasks": .integer(accepted.tasks),
        ]), json: common.json,
        lines: [
          "Person \(accepted.person) is accepted: \(Quantity.text(accepted.acts, "act")) on "
            + "\(Quantity.text(accepted.tasks, "task")) count from now on."
        ])
    }
  }
}
