import ArgumentParser
import CompareRuns
import EvaluatePredictions
import Files
import Gazetteer
import Geodesy
import Glibc
import ImportEvents
import Model
import QueryEvents
import ReadDocuments
import ReviewEvents
import StoreEvents

/// The exit codes, after sysexits.h.
enum ExitStatus: Int32 {
  /// What was asked to be equal differs (`diff --exit-code`), or a figure lies below its floor.
  case different = 1
  case usage = 64
  case badData = 65
  case inputNotFound = 66
  case internalError = 70
  case cannotCreate = 73
  case inputOutput = 74
  case brokenPipe = 141

  /// Prints an error where it belongs and ends the program.
  static func finish(_ error: any Error, of command: any ParsableCommand.Type) -> Never {
    switch error {
    case is BrokenPipe: exit(brokenPipe.rawValue)
    case let finished as Finished: exit(finished.status.rawValue)
    case let error as FileError:
      StandardError.print(error.description)
      exit(code(of: error).rawValue)
    case let error as ReadError:
      StandardError.print(error.description)
      switch error.kind {
      case .notFound: exit(inputNotFound.rawValue)
      case .inputOutput: exit(inputOutput.rawValue)
      case .badData: exit(badData.rawValue)
      }
    case let error as GazetteerError:
      StandardError.print("error: " + error.description)
      exit((error.kind == .missing ? inputNotFound : badData).rawValue)
    case let error as StoreError:
      StandardError.print(error.description)
      exit(code(of: error).rawValue)
    case let error as GroupingError:
      StandardError.print("error: --by: " + error.message)
      exit(usage.rawValue)
    case let error as GeoJSONError:
      StandardError.print(error.description)
      exit(badData.rawValue)
    case let error as QueryError:
      StandardError.print(error.description)
      exit(
        (error.code == .missingColumn || error.code == .contradiction ? usage : badData).rawValue)
    case let error as FilterError:
      StandardError.print(error.diagnostic.description)
      exit(badData.rawValue)
    case let error as GeodesyError:
      StandardError.print("error: " + error.description)
      exit(badData.rawValue)
    case let error as DiagnosedFailure:
      StandardError.print(error.diagnostic.description)
      exit(badData.rawValue)
    case is ExportError, is EvaluationError, is RunFolderError:
      StandardError.print("\(error)")
      exit(badData.rawValue)
    case let error as ReviewError:
      for finding in error.findings { StandardError.print(finding.description) }
      exit(badData.rawValue)
    case let error as Failure:
      StandardError.print("error: " + error.message)
      exit(error.status.rawValue)
    default:
      let code = command.exitCode(for: error)
      let text = command.fullMessage(for: error)
      if code == .success { show(text) }
      if !text.isEmpty { StandardError.print(text) }
      exit(
        code == .validationFailure || code == ExitCode(EX_USAGE)
          ? usage.rawValue : code.rawValue == 1 ? internalError.rawValue : code.rawValue)
    }
  }

  /// Prints a help text or the version and ends the program; a closed reader ends it with 141, as
  /// it does everywhere else.
  private static func show(_ text: String) -> Never {
    do {
      try StandardOutput.writeLine(text)
      try StandardOutput.flush()
    } catch {
      guard let failure = error as? Failure else { exit(brokenPipe.rawValue) }
      StandardError.print("error: " + failure.message)
      exit(failure.status.rawValue)
    }
    exit(0)
  }

  private static func code(of error: FileError) -> ExitStatus {
    switch error.kind {
    case .notFound: .inputNotFound
    case .cannotCreate: .cannotCreate
    case .inputOutput: .inputOutput
    case .badData: .badData
    }
  }
}

extension ExitStatus {
  fileprivate static func code(of error: StoreError) -> ExitStatus {
    switch error.code {
    case .notFound, .noSuchLayer, .noSuchDocument: .inputNotFound
    case .notGeoPackage, .foreign, .newer, .otherLayout, .withoutReports, .damaged, .indexLayout:
      .badData
    case .database: .inputOutput
    }
  }
}

/// A failure of the command itself, with its exit code.
struct Failure: Error {
  var status: ExitStatus
  var message: String
}

/// The end of a command that has said all there is to say.
struct Finished: Error {
  var status: ExitStatus
}
