import Glibc
import TestSupport
import Testing

@testable import Files

@Suite struct `What a killed run leaves` {
  private let folder = TemporaryDirectory()

  @Test func `is replaced by the next that writes the same file`() throws {
    folder.write(".tmp-out.json", "half")
    let file = try AtomicFile(path: folder.path("out.json"))
    try file.write("whole")
    #expect(folder.names() == [".tmp-out.json"], "the name is used again")
    try file.commit()
    #expect(folder.names() == ["out.json"])
    #expect(folder.read("out.json") == Array("whole".utf8))
  }

  @Test func `is removed where it is nobody's`() throws {
    for name in [
      ".tmp-a.json", ".tmp-a.json-3", ".tmp-b.json-12", ".tmp-a.json-", ".tmp-a.json-x",
      ".tmp-a.jsonl", ".tmp-c.json", "a.json",
    ] {
      folder.write(name, "x")
    }
    let writer = try AtomicFile(path: folder.path("b.json"))
    AtomicFile.removeLeftovers(of: ["a.json", "b.json"], in: folder.path)
    #expect(
      folder.names() == [
        ".tmp-a.json-", ".tmp-a.json-x", ".tmp-a.jsonl", ".tmp-b.json", ".tmp-c.json", "a.json",
      ])
    try writer.write("b")
    try writer.commit()
    #expect(folder.read("b.json") == Array("b".utf8))
    AtomicFile.removeLeftovers(of: ["a.json"], in: folder.path("nowhere"))
  }

  /// A name that leads elsewhere is no file of ours, and neither is what it leads to.
  @Test func `is never what a link leads to`() throws {
    folder.write("precious", "x")
    #expect(symlink(folder.path("precious"), folder.path(".tmp-a.json")) == 0)
    AtomicFile.removeLeftovers(of: ["a.json"], in: folder.path)
    try AtomicFile.write([7], to: folder.path("a.json"))
    #expect(folder.names() == [".tmp-a.json", "a.json", "precious"])
    #expect(folder.read("precious") == Array("x".utf8))
  }
}

@Suite struct `The lock of a folder` {
  private let folder = TemporaryDirectory()

  @Test func `is held by one at a time, and leaves nothing`() throws {
    for _ in 0..<2 {
      _ = try FolderLock(folder.path) { Issue.record("nobody holds it") }
    }
    #expect(folder.names() == [])
    let error = #expect(throws: FileError.self) { try FolderLock(folder.path("none")) {} }
    #expect(error?.kind == .cannotCreate)
  }

  /// The second waits until the first has let go, and is told so.
  @Test func `is waited for`() async throws {
    let path = folder.path
    let first = folder.path("first")
    let waiting = folder.path("waiting")
    let holder = Task.detached {
      let lock = try FolderLock(path) {}
      try AtomicFile.write([1], to: first)
      while FileStatus.of(waiting) == nil { try await Task.sleep(for: .milliseconds(1)) }
      _ = lock
      try AtomicFile.write([1], to: path + "/done")
      return withExtendedLifetime(lock) { true }
    }
    while FileStatus.of(first) == nil { try await Task.sleep(for: .milliseconds(1)) }
    let second = Task.detached {
      _ = try FolderLock(path) { try? AtomicFile.write([1], to: waiting) }
      return FileStatus.of(path + "/done") != nil
    }
    #expect(try await holder.value)
    #expect(try await second.value, "it was let in before the first was done")
  }
}
