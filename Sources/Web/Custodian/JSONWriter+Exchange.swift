import StrictJSON

/// How an exchange stands, as the pages read it.
extension JSONWriter {
  mutating func write(_ progress: ExchangeProgress) {
    member("phase", progress.phase.rawValue)
    member("stick", progress.stick)
    member("direction", progress.direction.rawValue)
    member("step", progress.step.rawValue)
    array("steps") { array in
      for count in progress.counts { array.object { $0.write(count) } }
    }
    array("channels") { array in
      for channel in progress.channels { array.object { $0.write(channel) } }
    }
    member("others", Int64(progress.others))
    guard let trouble = progress.trouble else { return memberNull("trouble") }
    object("trouble") { object in
      object.member("kind", trouble.kind.rawValue)
      object.member("line", trouble.line)
    }
  }

  private mutating func write(_ count: ExchangeProgress.Count) {
    member("step", count.step.rawValue)
    member("files", Int64(count.files))
    member("ofFiles", Int64(count.ofFiles))
    member("bytes", count.bytes)
    member("ofBytes", count.ofBytes)
  }

  private mutating func write(_ channel: ExchangeProgress.Channel) {
    member("project", channel.project)
    optional("codename", channel.codename)
    array("imported") { array in for number in channel.imported { array.integer(number) } }
    member("tasks", Int64(channel.tasks))
    array("orders") { array in
      for order in channel.orders {
        array.object { object in
          object.member("name", order.name)
          object.member("text", order.text)
          object.array("consequences") { array in
            for line in order.consequences { array.string(line) }
          }
        }
      }
    }
    member("older", channel.older)
    member("unfinished", channel.unfinished)
    array("alarms") { array in for code in channel.alarms { array.string(code) } }
    optional("archive", channel.archive)
    member("leaves", channel.leaves)
    write(channel.acts)
    member("receipted", channel.receipted)
    member("awaitsAcceptance", channel.awaitsAcceptance)
  }

  mutating func write(_ contents: StickContents) {
    array("channels") { array in
      for channel in contents.channels { array.object { $0.write(channel) } }
    }
    member("others", Int64(contents.others))
    array("trustFiles") { array in for file in contents.trustFiles { array.string(file) } }
    member("readOnly", contents.isReadOnly)
  }

  private mutating func write(_ channel: StickContents.Channel) {
    member("project", channel.project)
    optional("codename", channel.codename)
    switch channel.down {
    case .absent: member("down", "absent")
    case .nothingNew: member("down", "nothing-new")
    case .new(let bundles, let bytes):
      member("down", "new")
      member("bundles", Int64(bundles))
      member("bytes", bytes)
    case .older: member("down", "older")
    case .unfinished: member("down", "unfinished")
    case .refused(let code):
      member("down", "refused")
      member("code", code)
    }
    write(channel.waiting)
    member("receipted", channel.receipted)
  }

  mutating func write(_ sticks: [StickFound]) {
    array("sticks") { array in
      for stick in sticks {
        array.object { object in
          object.member("path", stick.path)
          object.member("label", stick.label)
          object.optional("model", stick.model)
          object.member("bytes", stick.bytes)
          object.member("readOnly", stick.isReadOnly)
        }
      }
    }
  }
}
