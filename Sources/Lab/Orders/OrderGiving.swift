import Store
import Vocabulary

/// An order that is being given, in the one transaction of it.
struct OrderGiving {
  let sql: SQL
  let project: ProjectRecord
  /// The channels that it goes to.
  let channels: [ChannelRecord]
  let context: Context
}
