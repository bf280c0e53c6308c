extension RefusalAdvice {
  /// What each reason code means to people.
  static let kinds: [String: RefusalKind] = {
    let groups: [(RefusalKind, [String])] = [
      (
        .damaged,
        [
          "target-hash", "target-missing", "note-digest", "note-form", "tuf-unfinished",
          "target-name",
        ]
      ),
      (
        .unsigned,
        [
          "tuf-signature", "tuf-key", "tuf-form", "tuf-missing",
          "note-signature", "dsse-signature",
        ]
      ),
      (
        .contradiction,
        [
          "tuf-rollback", "tuf-equivocation", "tuf-version", "tuf-hash", "tuf-root-gap",
          "equivocation", "log-fork", "custom", "custom-manifest",
          "rotate-key",
        ]
      ),
      (.expired, ["tuf-expired"]),
      (
        .elsewhere,
        [
          "x-airlock", "x-airlock-channel", "x-airlock-project", "manifest-binding",
          "manifest-kind", "note-channel", "manifest-epoch", "age-no-match",
        ]
      ),
      (.gap, ["sequence", "previous", "log-gap", "note-sequence", "note-previous"]),
      (.stranger, ["echo", "receipt", "reply-act", "recall-task"]),
      (
        .malformed,
        [
          "age-header", "age-mac", "age-payload", "age-share", "age-stanza", "asset-name",
          "asset-missing", "entry-extra", "entry-hash", "entry-missing", "entry-order",
          "json-depth", "json-duplicate", "json-integer", "json-nan", "json-encoding",
          "json-member", "json-syntax", "manifest-form", "schema", "padding", "path", "path-twice",
          "schema-from",
          "schema-version", "tar-header", "tar-mode", "tar-trailing", "tar-type", "task-form",
          "zstd-checksum", "zstd-window", "zstd-frame", "card",
        ]
      ),
      (.newer, ["order", "order-unknown"]),
      (
        .history,
        [
          "act-chain", "act-extra", "act-form", "act-log", "act-missing", "act-person",
          "act-replaces",
          "act-signature", "act-task", "answer", "checkpoint-form", "checkpoint-origin",
          "checkpoint-signature", "leaf-at", "leaf-form", "log-count", "root",
        ]
      ),
      (.waiting, ["person-recovered", "epoch-waiting", "epoch-closed"]),
      (.revoked, ["room-revoked"]),
      (
        .restored,
        ["store-behind", "custodian-behind", "store-incomplete", "store-damaged"]
      ),
      (.limit, ["size", "limit", "tuf-limit"]),
    ]
    var kinds: [String: RefusalKind] = [:]
    for (kind, codes) in groups { for code in codes { kinds[code] = kind } }
    return kinds
  }()
}
