import Glibc
import TestSupport
import Testing

@testable import Files

@Suite struct `Where a path to write leads` {
  private let folder = TemporaryDirectory()

  /// What `readlink` says, nil for what is no link.
  private func destination(_ name: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink(folder.path(name), &buffer, buffer.count)
    return count < 0
      ? nil : String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  @Test(arguments: ["target", "deep/target", "absolute"])
  func `a link stays and what it leads to is replaced`(_ kind: String) throws {
    let name = kind == "absolute" ? "deep/target" : kind
    folder.write("deep/other", "")
    folder.write(name, "old")
    chmod(folder.path(name), 0o640)
    symlink(kind == "absolute" ? folder.path(name) : name, folder.path("link"))
    let path = folder.path("deep/link")
    symlink("../link", path)
    let file = try AtomicFile(path: path)
    try file.write("new")
    // Beside the target, on whatever disk that is.
    #expect(folder.read(name) == Array("old".utf8))
    try file.commit()
    #expect(folder.read(name) == Array("new".utf8))
    #expect(destination("deep/link") == "../link")
    #expect(destination("link")?.hasSuffix(name) == true)
    #expect(FileStatus.of(folder.path(name)).map { $0.mode & 0o777 } == 0o640)
    let staged = try StagedFile(for: path)
    #expect(!folder.names().contains(".tmp-link"))
    try staged.publish()
    #expect(folder.read(name) == [])
    #expect(destination("deep/link") == "../link")
  }

  @Test func `a link to a name that is free gets its file there`() throws {
    folder.write("deep/other", "")
    symlink("deep/new", folder.path("link"))
    try AtomicFile.write([1, 2], to: folder.path("link"))
    #expect(folder.read("deep/new") == [1, 2])
    #expect(destination("link") == "deep/new")
    #expect(folder.names() == ["deep", "link"])
  }

  @Test func `links to a folder, in a circle and to nowhere are refused`() {
    folder.write("deep/other", "")
    symlink("deep", folder.path("folder"))
    symlink("b", folder.path("a"))
    symlink("a", folder.path("b"))
    symlink("no/such/name", folder.path("nowhere"))
    for name in ["folder", "a", "nowhere"] {
      let error = #expect(throws: FileError.self) { try AtomicFile(path: folder.path(name)) }
      #expect(error?.code == .cannotCreate, "\(name)")
      #expect(throws: FileError.self) { try StagedFile(for: folder.path(name)) }
    }
    #expect(folder.names() == ["a", "b", "deep", "folder", "nowhere"])
  }

  @Test func `a named pipe is written through, also behind a link`() throws {
    let path = folder.path("pipe")
    mkfifo(path, 0o600)
    symlink("pipe", folder.path("link"))
    let reader = open(path, O_RDWR | O_NONBLOCK)
    defer { close(reader) }
    try AtomicFile.write(Array("one".utf8), to: path)
    try AtomicFile.write(Array("two".utf8), to: folder.path("link"))
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = read(reader, &bytes, bytes.count)
    #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "onetwo")
    #expect(folder.names() == ["link", "pipe"])
    #expect(throws: FileError.self) { try StagedFile(for: path) }
    #expect(throws: FileError.self) { try StagedFile(for: "/dev/null") }
    #expect(FileStatus.of("/dev/null")?.kind == .stream)
  }

  @Test func `an open file is gone on with where it is`() throws {
    let path = folder.write("out", "")
    let file = open(path, O_WRONLY)
    defer { close(file) }
    write(file, "head ", 5)
    try AtomicFile.write(Array("body".utf8), to: "/dev/fd/\(file)")
    write(file, " foot", 5)
    #expect(folder.read("out") == Array("head body foot".utf8))
    #expect(folder.names() == ["out"])
  }
}
