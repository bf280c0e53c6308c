import AnnotationModel
import Store
import Vocabulary

/// A starting point for a project, written into a folder (`project new`).
public enum NewProject {
  /// The presets' names, in the order in which help lists them.
  public static var presets: [String] { Preset.allCases.map(\.rawValue) }

  /// Writes the preset's files into `folder`, which is made where it isn't there. Returns their
  /// paths below it. Files that are there already are never touched.
  ///
  /// Throws `Failure`: wrong usage for an unknown preset, refused where one of the files is there.
  public static func write(_ name: String, to folder: String) throws -> [String] {
    guard let preset = Preset(rawValue: name) else {
      throw Failure(
        .usage, "--preset \(name): there is \(presets.joined(separator: ", "))")
    }
    let files = preset.files
    for (path, _) in files where PrivateFile.exists("\(folder)/\(path)") {
      throw Failure(.refused, "\(folder)/\(path): is there already and is left alone")
    }
    for (path, bytes) in files {
      let place = "\(folder)/\(path)"
      try PrivateFile.makeFolder(FileFolder.split(place).0.path)
      try PrivateFile.write(bytes, to: place, replace: false)
    }
    return files.map(\.path)
  }
}
