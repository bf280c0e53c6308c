import Store
import Vocabulary

extension LabService {
  /// Checks an archive against what the lab holds, and keeps nothing of it.
  func check(
    _ archive: any ArchiveContent, of channel: ChannelRecord, epoch: EpochID
  ) throws -> VerifiedBatch {
    struct Checked: Error { let batch: VerifiedBatch }
    do {
      return try database.write { sql in
        let log = try Logs(sql: sql, channel: channel.id).log(epoch)
        let knowledge = try SQLKnowledge(channel, log, sql: sql)
        let sink = SQLBatchSink(log, sql: sql)
        throw Checked(
          batch: try ArchiveVerifier.verify(
            archive, sequence: nil, knowledge: knowledge, into: sink))
      }
    } catch let checked as Checked {
      return checked.batch
    }
  }
}
