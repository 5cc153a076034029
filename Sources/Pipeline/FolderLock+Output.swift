import Files
import Model

extension FolderLock {
  /// Makes a folder for output and takes it, when a run that has it has ended.
  convenience init(output: String, _ report: (Diagnostic) -> Void) throws {
    try OutputFolder.create(output)
    try self.init(output) {
      report(
        Diagnostic(
          .note, "M004", "another run writes into this folder; waiting for its end",
          path: output))
    }
  }
}
