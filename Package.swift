// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target of ours.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]
/// Modules that touch every byte of a bundle: optimised in debug builds too, or a debug build
/// takes thirty times as long to read a stick.
let hot: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]
let strictC: [CSetting] = [
  .enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error),
]

func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [],
  settings: [SwiftSetting] = strict
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}
func tests(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + dependencies, exclude: exclude,
    swiftSettings: strict)
}
let nio: [Target.Dependency] = ["NIOCore", "NIOPosix", "NIOHTTP1"].map {
  .product(name: $0, package: "swift-nio")
}
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")

let package = Package(
  name: "airlock",
  products: [
    .executable(name: "airlock-lab", targets: ["airlock-lab"]),
    .executable(name: "airlock-room", targets: ["airlock-room"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    // Transitive: named to pin them; SwiftPM only warns that they are unused.
    .package(url: "https://github.com/apple/swift-atomics", exact: "1.3.0"),
    .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
  ],
  targets: [
    // C libraries, one module each, and C of ours: a record that SQLite lays out, system calls,
    // embedded files.
    .systemLibrary(name: "CSodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(
      name: "CMarkdown", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CDrive"),
    .target(name: "CPageFile", cSettings: strictC),
    .target(name: "CLinux", cSettings: strictC),
    .target(name: "CAssets", exclude: ["files"], cSettings: strictC),

    library("Vocabulary"),
    library("StrictJSON", ["Vocabulary"], settings: hot),
    library("Agreement"),
    library("Isolation", ["CLinux"]),
    library(
      "AnnotationModel", ["StrictJSON", "Vocabulary"], exclude: ["Sittings/RECEIPT.md"],
      settings: hot),
    library("Cryptography", ["Vocabulary", "CSodium", "CNettle"], settings: hot),
    library("TUF", ["Cryptography", "StrictJSON", "Vocabulary"]),
    library(
      "BundleFormat", ["Cryptography", "StrictJSON", "Vocabulary", "CZstd"], settings: hot),
    library(
      "Store", ["AnnotationModel", "Cryptography", "Vocabulary", "CPageFile", grdb, sqlite],
      exclude: ["FORMAT.md"]),
    library("Exchange", ["TUF", "Cryptography", "Vocabulary", "CDrive"]),
    library("Web", ["AnnotationModel", "StrictJSON", "Vocabulary", "CMarkdown", "CAssets"] + nio),
    library(
      "Room",
      [
        "Exchange", "Store", "TUF", "BundleFormat", "AnnotationModel", "Cryptography",
        "StrictJSON", "Vocabulary",
      ]),
    library(
      "Lab",
      [
        "Exchange", "Store", "Agreement", "TUF", "BundleFormat", "AnnotationModel",
        "Cryptography", "StrictJSON", "Vocabulary",
      ]),
    library(
      "CommandSupport", ["Exchange", "Cryptography", "StrictJSON", "Vocabulary", arguments]),

    .executableTarget(
      name: "airlock-lab",
      dependencies: [
        "Lab", "Exchange", "CommandSupport", "TUF", "BundleFormat", "AnnotationModel",
        "Cryptography", "Vocabulary", arguments,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "airlock-room",
      dependencies: [
        "Web", "Room", "Isolation", "Exchange", "BundleFormat", "CommandSupport", "AnnotationModel",
        "Cryptography", "Store", "Vocabulary", arguments,
      ],
      swiftSettings: strict),

    // Where test targets find what lies beside the package.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("Vocabulary"), tests("StrictJSON", ["Vocabulary"]),
    tests("Agreement", ["TestSupport"]),
    // Enters the wall and tries what it forbids; a process of its own, since there is no way back.
    .executableTarget(
      name: "wall-probe", dependencies: ["Isolation"], path: "Tests/WallProbe",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]),
    tests("Isolation", ["wall-probe"]),
    tests("AnnotationModel", ["TestSupport", "StrictJSON", "Vocabulary"]),
    tests("Cryptography", ["TestSupport", "Vocabulary"]),
    // The TUF client as the public conformance suite drives it: no product, only a tool of tests.
    .executableTarget(
      name: "tuf-conformance-client", dependencies: ["TUF", "Cryptography", "Vocabulary"],
      path: "Tests/ConformanceClient", swiftSettings: strict),
    tests(
      "TUF", ["TestSupport", "Cryptography", "StrictJSON", "Vocabulary", "tuf-conformance-client"],
      exclude: ["conformance", "python"]),
    tests("BundleFormat", ["TestSupport", "Cryptography", "StrictJSON", "Vocabulary"]),
    tests(
      "Store", ["AnnotationModel", "CPageFile", "Cryptography", "Vocabulary", grdb, sqlite],
      exclude: ["read_store.py"]),
    tests("Exchange", ["TestSupport", "TUF", "Cryptography", "StrictJSON", "Vocabulary"]),
    tests(
      "Web", ["TestSupport", "AnnotationModel", "StrictJSON", "Vocabulary"], exclude: ["browser"]),
    tests(
      "Room",
      ["TestSupport", "BundleFormat", "Cryptography", "Exchange", "Store", "Vocabulary"]),
    tests(
      "Lab",
      [
        "TestSupport", "Exchange", "Store", "Agreement", "TUF", "BundleFormat", "AnnotationModel",
        "Cryptography", "StrictJSON", "Vocabulary",
      ]),
    tests("CommandSupport", ["Exchange", "Cryptography", "Vocabulary"]),
    .testTarget(
      name: "BundlesTests", dependencies: ["AnnotationModel", "StrictJSON", "Vocabulary"],
      swiftSettings: strict),
    .testTarget(
      name: "WalkTests",
      dependencies: [
        "Room", "Lab", "Exchange", "Store", "TUF", "BundleFormat", "AnnotationModel",
        "Cryptography", "StrictJSON", "Vocabulary",
      ],
      swiftSettings: strict),
    // The parts of the program that no command and no page can be asked about.
    .testTarget(
      name: "RoomProgramTests",
      dependencies: ["airlock-room", "CommandSupport", "Room", "Vocabulary", "Web"],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["TestSupport", "airlock-lab", "airlock-room"],
      swiftSettings: strict),
  ],
  cLanguageStandard: .gnu2x
)

// libFuzzer brings a main of its own, so this one is there for scripts/fuzz only.
if Context.environment["AIRLOCK_FUZZ"] != nil {
  let fuzz = Target.executableTarget(
    name: "airlock-fuzz",
    dependencies: [
      "TUF", "BundleFormat", "AnnotationModel", "Cryptography", "StrictJSON", "Vocabulary",
    ],
    path: "Tests/Fuzz", swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])])
  package.targets.append(fuzz)
}
