import Glibc

/// What a path leads to for somebody who writes there.
///
/// Symbolic links are followed to what they name, so that a link is never replaced by a file.
enum WriteTarget: Sendable, Hashable {
  /// A regular file, or a name that is free: written beside it, then renamed. No symbolic link.
  case file(String)
  /// Nothing that could be replaced (a pipe, a device): written as it is.
  case stream(String)
  /// A descriptor of this process by its name, such as `/dev/stdout`: what it was opened for goes on
  /// where it is, whether that is a pipe or a file.
  case descriptor(Int32)

  /// How many links may lead to each other, as the system itself has it.
  private static let mostLinks = 40

  /// Finds out.
  ///
  /// Throws F005 for a folder, and for links that lead round in a circle or to no name that can be written.
  init(_ path: String) throws(FileError) {
    var target = path
    for _ in 0..<Self.mostLinks {
      switch FileStatus.ofLink(target)?.kind {
      case nil, .file:
        self = .file(target)
        return
      case .stream:
        self = .stream(target)
        return
      case .folder:
        throw FileError(.cannotCreate, path: path, "there is a folder of this name")
      case .symbolicLink:
        if let open = Self.openFile(of: target) {
          self = open
          return
        }
        target = try Self.destination(of: target, for: path)
      }
    }
    throw FileError(.cannotCreate, path: path, "its symbolic links lead round in a circle")
  }

  /// What is open already, where the system lists that as a link; such a link has no name to be replaced.
  private static func openFile(of link: String) -> WriteTarget? {
    let folder = FilePaths.real(OutputFolder.parent(of: link)) ?? ""
    if folder == "/proc/\(getpid())/fd", let number = Int32(OutputFolder.lastName(of: link)) {
      return .descriptor(number)
    }
    return folder.hasPrefix("/proc/") ? .stream(link) : nil
  }

  /// The path that a link names.
  private static func destination(
    of link: String, for path: String
  ) throws(FileError) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlink(link, &buffer, buffer.count)
    guard count > 0 else {
      throw FileError(.cannotCreate, path: path, call: "readlink", errno: errno)
    }
    let bytes = buffer[..<count].map { UInt8(bitPattern: $0) }
    guard let name = String(validating: bytes, as: UTF8.self) else {
      throw FileError(
        .cannotCreate, path: path, "its symbolic link leads to a name that is not UTF-8")
    }
    if name.utf8.first == UInt8(ascii: "/") || !link.utf8.contains(UInt8(ascii: "/")) {
      return name
    }
    return DirectoryListing.join(OutputFolder.parent(of: link), name)
  }
}
