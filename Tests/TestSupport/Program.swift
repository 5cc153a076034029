import Glibc
import Synchronization

/// The built program, run as a user runs it.
///
/// Input and output are files, so that no size of either can block; `Conversation` talks through
/// pipes.
package struct Program: Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  /// `marsad`, built beside the test bundle; `MARSAD_PROGRAM` names another one.
  package static let marsad: Program = {
    if let path = getenv("MARSAD_PROGRAM") { return Program(path: String(cString: path)) }
    return Program(path: buildFolder + "/marsad")
  }()

  /// The folder of the test bundle.
  static let buildFolder: String = {
    guard let bundle = realpath("/proc/self/exe", nil) else { fatalError("no /proc/self/exe") }
    defer { free(bundle) }
    return "/" + String(cString: bundle).split(separator: "/").dropLast().joined(separator: "/")
  }()

  /// What a run of the program left.
  package struct Result: Sendable {
    /// The exit status as the shell tells it: 128 and the number of the signal that ended it.
    package var status: Int32
    package var bytes: [UInt8]
    package var output: String { String(decoding: bytes, as: UTF8.self) }
    package var errors: String
    package var lines: [String] { Program.lines(output) }
    package var errorLines: [String] { Program.lines(errors) }
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: true).map { String($0) }
  }

  /// Runs the program to its end.
  /// - Parameters:
  ///   - arguments: Without the program's name.
  ///   - input: What stands on standard input.
  ///   - environment: `NAME=value`; nothing of the test's own environment is handed on. Compiled
  ///     indexes are kept beside the test bundle unless a cache is named here.
  ///   - folder: The working directory.
  package func run(
    _ arguments: [String], input: [UInt8] = [], environment: [String] = [], in folder: String = "/"
  ) -> Result {
    let files = TemporaryDirectory()
    files.write("in", input)
    var child = Child(program: path, folder: folder)
    child.redirect(0, files.path("in"), O_RDONLY)
    child.redirect(1, files.path("out"), O_WRONLY | O_CREAT)
    child.redirect(2, files.path("err"), O_WRONLY | O_CREAT)
    let status = child.start(arguments, environment).wait()
    return Result(
      status: status, bytes: files.read("out") ?? [],
      errors: String(decoding: files.read("err") ?? [], as: UTF8.self))
  }

  /// Runs the program with a standard output whose reader has gone away.
  package func runIntoClosedPipe(
    _ arguments: [String], environment: [String] = [], in folder: String = "/"
  ) -> Result {
    let files = TemporaryDirectory()
    let (reader, writer) = Conversation.pipe()
    close(reader)
    var child = Child(program: path, folder: folder)
    child.redirect(0, "/dev/null", O_RDONLY)
    child.redirect(1, to: writer)
    child.redirect(2, files.path("err"), O_WRONLY | O_CREAT)
    let running = child.start(arguments, environment)
    close(writer)
    let status = running.wait()
    return Result(
      status: status, bytes: [], errors: String(decoding: files.read("err") ?? [], as: UTF8.self))
  }
}

/// A program that is talked with line by line through pipes.
package final class Conversation {
  private let process: Child.Running
  private var input: Int32
  private let output: Int32
  private var pending: [UInt8] = []

  package init(
    _ program: Program, _ arguments: [String], environment: [String] = [], in folder: String = "/"
  ) {
    let (childInput, ours) = Conversation.pipe()
    let (theirs, childOutput) = Conversation.pipe()
    var child = Child(program: program.path, folder: folder)
    child.redirect(0, to: childInput)
    child.redirect(1, to: childOutput)
    child.redirect(2, "/dev/null", O_WRONLY)
    process = child.start(arguments, environment)
    close(childInput)
    close(childOutput)
    input = ours
    output = theirs
  }

  deinit {
    if input >= 0 { close(input) }
    close(output)
  }

  /// Writes a line.
  package func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      guard written > 0 else { return }
      start += written
    }
  }

  /// The next line, or nil when none comes within the time or the program has ended.
  package func hear(seconds: Int32 = 60) -> String? {
    while true {
      if let end = pending.firstIndex(of: 0x0A) {
        defer { pending.removeSubrange(...end) }
        return String(decoding: pending[..<end], as: UTF8.self)
      }
      var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, seconds * 1000) > 0 else { return nil }
      var piece = [UInt8](repeating: 0, count: 64 << 10)
      let count = read(output, &piece, piece.count)
      guard count > 0 else { return nil }
      pending += piece[..<count]
    }
  }

  /// Closes the program's input and returns its exit status.
  package func finish() -> Int32 {
    close(input)
    input = -1
    return process.wait()
  }

  /// Both ends of a pipe that no other child inherits.
  static func pipe() -> (reader: Int32, writer: Int32) {
    Child.starting.withLock { _ in
      var ends: [Int32] = [-1, -1]
      guard Glibc.pipe(&ends) == 0 else { fatalError("pipe: error \(errno)") }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return (ends[0], ends[1])
    }
  }
}

/// Where the programs that tests run keep their compiled indexes.
private enum Cache {
  static func added(to environment: [String]) -> [String] {
    let names = ["MARSAD_CACHE=", "XDG_CACHE_HOME=", "HOME="]
    let isNamed = environment.contains { entry in names.contains { entry.hasPrefix($0) } }
    return isNamed
      ? environment : environment + ["MARSAD_CACHE=\(Program.buildFolder)/marsad-test-cache"]
  }
}

/// A process to start.
struct Child {
  /// Held while a pipe is made and while a process starts: a child that started between a pipe's
  /// birth and its mark would keep it open.
  static let starting = Mutex<Void>(())

  let program: String
  let folder: String
  private var redirections: [(descriptor: Int32, path: String, flags: Int32, source: Int32)] = []

  init(program: String, folder: String) {
    self.program = program
    self.folder = folder
  }

  mutating func redirect(_ descriptor: Int32, _ path: String, _ flags: Int32) {
    redirections.append((descriptor, path, flags, -1))
  }

  mutating func redirect(_ descriptor: Int32, to source: Int32) {
    redirections.append((descriptor, "", 0, source))
  }

  /// Starts the program with its own name as the first argument.
  func start(_ arguments: [String], _ environment: [String]) -> Running {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, path, flags, source) in redirections {
      if source >= 0 {
        posix_spawn_file_actions_adddup2(&actions, source, descriptor)
      } else {
        posix_spawn_file_actions_addopen(&actions, descriptor, path, flags, 0o600)
      }
    }
    // A test that ignores the signal must not teach it to the program.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var identifier = pid_t()
    // `env` changes the folder, then becomes the program.
    let launcher = "/usr/bin/env"
    let arguments = ([launcher, "-C", folder, program] + arguments).map { strdup($0) } + [nil]
    let environment = Cache.added(to: environment).map { strdup($0) } + [nil]
    defer { for text in arguments + environment { free(text) } }
    let error = Child.starting.withLock { _ in
      posix_spawn(&identifier, launcher, &actions, &attributes, arguments, environment)
    }
    guard error == 0 else { fatalError("\(program): \(String(cString: strerror(error)))") }
    return Running(identifier: identifier)
  }

  struct Running {
    let identifier: pid_t

    /// Waits for the end; 128 and the signal's number when one ended it.
    func wait() -> Int32 {
      var status: Int32 = 0
      while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
      let signal = status & 0x7F
      return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
  }
}
