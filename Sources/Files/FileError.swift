import Glibc

/// What went wrong with a file: where, what the system said, and which exit code that means.
package struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The classes that the command turns into exit codes.
  package enum Kind: Sendable, Hashable {
    /// 66: an input does not exist.
    case notFound
    /// 73: an output cannot be created.
    case cannotCreate
    /// 74: the operating system failed to read or write.
    case inputOutput
    /// 65: the bytes are not what they claim to be.
    case badData
  }

  package let code: FileErrorCode
  package let path: String
  /// What was found and what to do, with the system's own words where there are any.
  package let detail: String

  package init(_ code: FileErrorCode, path: String, _ detail: String) {
    self.code = code
    self.path = path
    self.detail = detail
  }

  /// Makes the error of a failed system call from its `errno`.
  init(_ code: FileErrorCode, path: String, call: String, errno number: Int32) {
    self.init(code, path: path, "\(call): \(FileError.text(of: number))")
  }

  package var kind: Kind {
    switch code {
    case .notFound: .notFound
    case .cannotCreate: .cannotCreate
    case .notReadable, .readFailed, .writeFailed, .mapFailed, .cannotList: .inputOutput
    default: .badData
    }
  }

  /// The error as `path: error: [F001] detail`.
  package var description: String { "\(path): error: [\(code.rawValue)] \(detail)" }

  /// Returns the system's text for an error number.
  ///
  /// `strerror_r`, because `strerror` shares one buffer between threads.
  package static func text(of number: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard unsafe strerror_r(number, &buffer, buffer.count) == 0 else { return "error \(number)" }
    let end = buffer.firstIndex(of: 0) ?? buffer.count
    return String(decoding: buffer[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
