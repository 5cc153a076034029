import Foundation
import PackagePlugin

/// Makes the files of a target's folder `Page` texts of one Swift enumeration, `PageSources`.
///
/// So the parts of the HTML map are files that editors and browsers know, and the program is one file
/// that needs none of them. docs/decisions/0022-map-html.md says why not `.embedInCode`.
@main struct EmbedPage: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = target.directoryURL.appending(path: "Page")
    let script = context.package.directoryURL.appending(path: "Plugins/EmbedPage/embed.sh")
    let output = context.pluginWorkDirectoryURL.appending(path: "PageSources.swift")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let files = names.filter { !$0.hasPrefix(".") }.sorted().map { folder.appending(path: $0) }
    return [
      .buildCommand(
        displayName: "Embedding the parts of the HTML map",
        executable: URL(fileURLWithPath: "/bin/sh"),
        arguments: [script.path, output.path] + files.map(\.path),
        inputFiles: [script] + files, outputFiles: [output])
    ]
  }
}
