import AnnotationModel
import BundleFormat
import Cryptography
import StrictJSON
import Vocabulary

/// Judges one result archive by what the lab knew before: the pure function of design.md, "The
/// lab's side", `verify(archive, last checkpoint, issued tasks, schema) → VerifiedBatch`.
public enum ArchiveVerifier {
  /// Reads `archive` to its end and returns what it brought.
  ///
  /// `sequence` is that of the note which named the archive, where there was one. Throws `Refusal`
  /// with the reason, or what reading `archive`, asking `knowledge` or filling `sink` throws; then
  /// nothing that the sink was given may count.
  public static func verify(
    _ archive: any ArchiveContent, sequence: Int64?, knowledge: any ChannelKnowledge,
    into sink: any BatchSink
  ) throws -> VerifiedBatch {
    let manifest = try ResultManifest(parsing: archive.manifest)
    try ManifestBinding(knowledge).check(manifest, sequence: sequence)
    let reading = try ArchiveReading(manifest, knowledge: knowledge, sink: sink)
    do {
      try archive.read(manifest.entries, into: reading)
    } catch let fault as JSONFault {
      throw fault.refusal
    }
    return try reading.batch()
  }
}

/// Whether an archive is one of this channel, this log, and the note that named it.
struct ManifestBinding {
  private let knowledge: any ChannelKnowledge

  init(_ knowledge: any ChannelKnowledge) { self.knowledge = knowledge }

  func check(_ manifest: ResultManifest, sequence: Int64?) throws {
    guard manifest.project == knowledge.project, manifest.room == knowledge.room else {
      throw Refusal(Reason.manifestBinding, "the archive is of another project or room")
    }
    guard manifest.epoch == knowledge.log.epoch else {
      throw Refusal(Reason.manifestEpoch, "the archive is of another epoch than its note")
    }
    guard sequence == nil || manifest.sequence == sequence else {
      throw Refusal(Reason.manifestBinding, "the archive has another sequence than its note")
    }
    guard knowledge.knowsTasks, let received = manifest.received else { return }
    guard try knowledge.manifest(received.sequence) == received.manifest else {
      throw Refusal(
        Reason.manifestBinding, "the archive says it received a bundle that was never made")
    }
  }
}
