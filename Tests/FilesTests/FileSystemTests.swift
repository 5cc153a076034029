import Glibc
import Testing
import TestSupport

@testable import Files

@Suite struct FileSystemTests {
  private let folder = TemporaryDirectory()

  private func error(_ body: () throws -> Void) -> FileError? {
    do {
      try body()
      return nil
    } catch {
      return error as? FileError
    }
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 300_000])
  func `a file is loaded whole`(_ size: Int) throws {
    var random = SplitMix64(seed: size)
    let bytes = random.bytes(size)
    let path = folder.write("a", bytes)
    #expect(try FileBytes.read(path) == bytes)
    #expect(try FileBytes.read(path, limit: size) == bytes)
    if size > 0 {
      #expect(error { _ = try FileBytes.read(path, limit: size - 1) }?.code == .tooLarge)
    }
    let map = try MemoryMap(path: path)
    #expect(map.count == size)
    #expect(map.withBytes { span in span.indices.allSatisfy { span[$0] == bytes[$0] } })
    #expect(map.withRawBytes { $0.byteCount } == size)
    #expect(try ByteStream(path: path).readAll(limit: size) == bytes)
    #expect(FileStatus.of(path)?.size == size)
  }

  @Test func `files without a size are read`() throws {
    #expect(try FileBytes.read("/proc/self/status").isEmpty == false)
    #expect(error { _ = try FileBytes.read("/dev/zero", limit: 1000) }?.code == .tooLarge)
  }

  @Test func `errors say where and what`() {
    let missing = folder.path("none")
    let error = error { _ = try FileBytes.read(missing) }
    #expect(error?.kind == .notFound)
    #expect(error?.description == "\(missing): error: [F001] No such file or directory")
    #expect(self.error { _ = try FileBytes.read(folder.path) }?.code == .notReadable)
    #expect(self.error { _ = try MemoryMap(path: folder.path) }?.code == .notReadable)
    #expect(self.error { _ = try MemoryMap(path: missing) }?.code == .notFound)
    #expect(self.error { _ = try ByteStream(path: missing) }?.code == .notFound)
    #expect(
      self.error { _ = try ByteStream(path: folder.path).readAll(limit: 1) }?.code == .notReadable)
    #expect(self.error { _ = try FileStatus.find(missing) }?.kind == .notFound)
    #expect(FileStatus.of(missing) == nil)
  }

  @Test func `codes are unique and explained`() {
    let codes = FileErrorCode.allCases
    #expect(Set(codes.map(\.rawValue)).count == codes.count)
    #expect(codes.allSatisfy { !$0.summary.isEmpty })
  }

  @Test func `a file appears whole or not at all`() throws {
    let path = folder.write("out.json", "old")
    do {
      let file = try AtomicFile(path: path)
      try file.write("half")
      #expect(folder.names() == [".tmp-out.json", "out.json"])
      #expect(folder.read("out.json") == Array("old".utf8))
    }
    #expect(folder.names() == ["out.json"])
    let file = try AtomicFile(path: path)
    let other = try AtomicFile(path: path)
    #expect(folder.names() == [".tmp-out.json", ".tmp-out.json-1", "out.json"])
    let large = [UInt8](repeating: 7, count: 300_000)
    try file.write("new")
    try file.write(large)
    try file.commit()
    #expect(folder.read("out.json") == Array("new".utf8) + large)
    try other.write("newest")
    try other.commit()
    #expect(folder.read("out.json") == Array("newest".utf8))
    #expect(folder.names() == ["out.json"])
  }

  @Test func `a replaced file keeps its permissions`() throws {
    let path = folder.write("out", "old")
    chmod(path, 0o640)
    try AtomicFile.write([1], to: path)
    #expect(FileStatus.of(path).map { $0.mode & 0o777 } == 0o640)
  }

  @Test func `what cannot be created is told`() {
    let error = error { _ = try AtomicFile(path: folder.path("no/such/out")) }
    #expect(error?.kind == .cannotCreate)
    #expect(error?.detail == "open: No such file or directory")
    #expect(self.error { _ = try AtomicFile(path: folder.path) }?.code == .cannotCreate)
    folder.write("file", "")
    #expect(self.error { try OutputFolder.create(folder.path("file/x")) }?.code == .cannotCreate)
  }

  @Test func `a device is written directly`() throws {
    try AtomicFile.write([1, 2], to: "/dev/null")
    let error = error { try AtomicFile.write([1, 2], to: "/dev/full") }
    #expect(error?.code == .writeFailed)
    #expect(error?.detail == "write: No space left on device")
  }

  @Test func `nothing is staged for the place of a folder`() {
    let folder = TemporaryDirectory()
    folder.write("a.gpkg/inside", "x")
    let error = #expect(throws: FileError.self) {
      try StagedFile(for: folder.path("a.gpkg"))
    }
    #expect(error?.code == .cannotCreate)
    #expect(folder.names() == ["a.gpkg"])
  }

  @Test func `a staged file is put in place`() throws {
    let path = folder.path("a.gpkg")
    do {
      let staged = try StagedFile(for: path)
      #expect(staged.path == folder.path(".tmp-a.gpkg"))
      folder.write(".tmp-a.gpkg", "db")
      try staged.publish()
      #expect(folder.names() == ["a.gpkg"])
      // The name is free: another run may have it before the first one is gone.
      folder.write(".tmp-a.gpkg", "of another run")
    }
    #expect(folder.names() == [".tmp-a.gpkg", "a.gpkg"])
    #expect(folder.read("a.gpkg") == Array("db".utf8))
    do { _ = try StagedFile(for: path) }
    #expect(folder.names() == ["a.gpkg"])
  }

  @Test func `folders are made with those above`() throws {
    try OutputFolder.create(folder.path("a/b//c/"))
    try OutputFolder.create(folder.path("a/b"))
    #expect(FileStatus.of(folder.path("a/b/c"))?.kind == .folder)
    #expect(OutputFolder.parent(of: "a/b") == "a")
    #expect(OutputFolder.parent(of: "b") == ".")
    #expect(OutputFolder.parent(of: "/b") == "/")
    #expect(OutputFolder.lastName(of: "a/b") == "b")
  }

  @Test func `a folder is listed in byte order, without cycles and hidden files`() throws {
    for name in ["b.txt", "a/z.txt", "a.txt", "a/\u{62e}.txt", "a/B.txt", ".git/x", "a/.y"] {
      folder.write(name, "")
    }
    symlink(folder.path, folder.path("a/loop"))
    symlink(folder.path("b.txt"), folder.path("c.txt"))
    symlink("nowhere", folder.path("d.txt"))
    mkfifo(folder.path("pipe"), 0o600)
    let listing = try DirectoryListing(folder.path)
    let names = listing.files.map { String($0.dropFirst(folder.path.count + 1)) }
    #expect(
      names == ["a.txt", "a/B.txt", "a/z.txt", "a/\u{62e}.txt", "b.txt", "c.txt"])
    #expect(listing.problems.isEmpty)
    #expect(try DirectoryListing(folder.path + "/").files == listing.files)
    #expect(error { _ = try DirectoryListing(folder.path("none")) }?.kind == .notFound)
  }

  @Test func `a name that is not UTF-8 is told`() throws {
    let name = Array(folder.path("x").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0]
    close(creat(name, 0o600))
    let listing = try DirectoryListing(folder.path)
    #expect(listing.files.isEmpty)
    #expect(listing.problems.map(\.code) == [.nameIsNotUTF8])
    unlink(name)
  }
}
