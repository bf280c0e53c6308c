import Foundation
import Testing

@testable import Exchange

/// Which mounts are sticks, on machines that are made of files.
@Suite struct StickFinderTests {
  private let machine: FakeMachine

  init() throws { machine = try FakeMachine() }

  @Test func findsAUSBStickByItsPartition() throws {
    try machine.disk("sda", on: "usb2/2-1", removable: true, model: ("SanDisk ", "Ultra   "))
    try machine.partition("sda1", of: "sda", on: "usb2/2-1", number: "8:1")
    let path = try machine.mount("8:1", at: "HERON", fileSystem: "vfat")
    let stick = try #require(try machine.sticks().first)
    #expect(try machine.sticks().count == 1)
    #expect(stick.path == path && stick.name == "HERON" && stick.model == "SanDisk Ultra")
    #expect(stick.fileSystem == "vfat" && !stick.isReadOnly && stick.size >= stick.free)
    #expect(stick.size > 0)
  }

  @Test func aDriveInAUSBCaseThatSaysItIsFixedIsFound() throws {
    try machine.disk("sdb", on: "usb1/1-4", removable: false)
    _ = try machine.mount("8:16", at: "disk", fileSystem: "exfat", disk: "sdb", on: "usb1/1-4")
    #expect(try machine.sticks().map(\.name) == ["disk"])
  }

  @Test func aMemoryCardIsFound() throws {
    try machine.disk("mmcblk0", on: "mmc0", removable: false, type: "SD")
    _ = try machine.mount("179:0", at: "card", fileSystem: "exfat", disk: "mmcblk0", on: "mmc0")
    #expect(try machine.sticks().map(\.name) == ["card"])
  }

  @Test func anEncryptedStickIsFoundThroughItsMapping() throws {
    try machine.disk("sda", on: "usb2/2-1", removable: true)
    try machine.partition("sda1", of: "sda", on: "usb2/2-1", number: "8:1")
    try machine.mapping("dm-0", of: "sda1", of: "sda", on: "usb2/2-1", number: "253:0")
    _ = try machine.mount("253:0", at: "sealed", fileSystem: "ext4")
    #expect(try machine.sticks().map(\.name) == ["sealed"])
  }

  @Test func aDiskOfTheMachineIsNone() throws {
    try machine.disk("nvme0n1", on: "pci0/nvme", removable: false)
    _ = try machine.mount(
      "259:0", at: "data", fileSystem: "ext4", disk: "nvme0n1", on: "pci0/nvme")
    #expect(try machine.sticks().isEmpty)
  }

  @Test func theStickThatTheSystemRunsFromIsNone() throws {
    try machine.disk("sda", on: "usb2/2-1", removable: true)
    try machine.partition("sda1", of: "sda", on: "usb2/2-1", number: "8:1")
    try machine.partition("sda2", of: "sda", on: "usb2/2-1", number: "8:2")
    machine.mount("8:1", on: "/", fileSystem: "ext4")
    _ = try machine.mount("8:2", at: "rest", fileSystem: "vfat")
    #expect(try machine.sticks().isEmpty)
  }

  @Test func discsAndFoldersOfASticksFileSystemAreNone() throws {
    try machine.disk("sr0", on: "ata3", removable: true)
    _ = try machine.mount("11:0", at: "cd", fileSystem: "iso9660", disk: "sr0", on: "ata3")
    try machine.disk("sda", on: "usb2/2-1", removable: true)
    try machine.partition("sda1", of: "sda", on: "usb2/2-1", number: "8:1")
    _ = try machine.mount("8:1", at: "bound", fileSystem: "vfat", root: "/airlock")
    _ = try machine.mount("0:44", at: "memory", fileSystem: "tmpfs")
    #expect(try machine.sticks().isEmpty)
  }

  @Test func aWriteProtectedStickSaysSo() throws {
    try machine.disk("sda", on: "usb2/2-1", removable: true, readOnly: true)
    _ = try machine.mount("8:0", at: "locked", fileSystem: "vfat", disk: "sda", on: "usb2/2-1")
    try machine.disk("sdb", on: "usb2/2-2", removable: true)
    _ = try machine.mount(
      "8:16", at: "mounted-so", fileSystem: "vfat", options: "ro,nosuid", disk: "sdb",
      on: "usb2/2-2")
    #expect(try machine.sticks().map(\.isReadOnly) == [true, true])
  }

  @Test func aStickMountedTwiceIsNamedOnceAndNamesMayHoldBlanks() throws {
    try machine.disk("sda", on: "usb2/2-1", removable: true)
    try machine.partition("sda1", of: "sda", on: "usb2/2-1", number: "8:1")
    let path = try machine.mount("8:1", at: "MY STICK", fileSystem: "vfat")
    _ = try machine.mount("8:1", at: "again/MY STICK", fileSystem: "vfat")
    #expect(try machine.sticks().map(\.path) == [path])
  }

  @Test func oneThatIsPulledOutWhileItIsLookedForIsLeftOut() throws {
    try machine.disk("sda", on: "usb2/2-1", removable: true)
    try machine.partition("sda1", of: "sda", on: "usb2/2-1", number: "8:1")
    machine.mount("8:1", on: machine.folder.path + "/nowhere", fileSystem: "vfat")
    #expect(try machine.sticks().isEmpty)
  }

  @Test func aFinderSeesSticksThatComeLater() throws {
    let finder = try machine.finder()
    #expect(try finder.sticks().isEmpty)
    try machine.disk("sda", on: "usb2/2-1", removable: true)
    _ = try machine.mount("8:0", at: "late", fileSystem: "vfat", disk: "sda", on: "usb2/2-1")
    try machine.writeTable()
    #expect(try finder.sticks().map(\.name) == ["late"])
  }

  @Test func brokenLinesOfTheTableAreSkipped() throws {
    for line in [
      "", "1 2 3", "36 35 8:1 / /x rw -", "36 35 ../../etc:1 / /x rw - vfat /dev/sda1 rw",
    ] {
      machine.addLine(line)
    }
    #expect(try machine.sticks().isEmpty)
  }

  @Test func thisMachinesOwnTableCanBeRead() throws {
    _ = try StickFinder().sticks()
  }
}
