import CPROJ

extension ProjContext {
  /// The version of the PROJ library in use, such as `9.1.1` (`proj_info`).
  package static var libraryVersion: String {
    let info = unsafe proj_info()
    return unsafe "\(info.major).\(info.minor).\(info.patch)"
  }
}
