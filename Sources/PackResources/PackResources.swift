import Foundation
import PackagePlugin

/// Packs data files of the package into the targets that ship them, as Swift string literals.
///
/// The released binary carries its theme and the texts of `callboard explain` this way: a bundle beside
/// the binary does not travel with it, and arrays of bytes take the compiler a minute.
@main
struct PackResources: BuildToolPlugin {
  /// Files and folders to pack for each target, relative to the package.
  private static let resources = [
    "CallboardSite": ["theme"],
    "CallboardCLI": ["docs/reference/diagnostics.md"],
  ]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let paths = Self.resources[target.name] else { return [] }
    let root = context.package.directoryURL
    let files = paths.flatMap { Self.files(at: root.appending(path: $0)) }
    let output = context.pluginWorkDirectoryURL.appending(path: "PackedResources.swift")
    return [
      .buildCommand(
        displayName: "Packing \(files.count) files for \(target.name)",
        executable: try context.tool(named: "ResourcePacker").url,
        arguments: [root.path(percentEncoded: false), output.path(percentEncoded: false)]
          + files.map { $0.path(percentEncoded: false) },
        inputFiles: files,
        outputFiles: [output]
      )
    ]
  }

  /// The regular files at a path, sorted so that equal trees give equal code.
  private static func files(at url: URL) -> [URL] {
    guard let entries = FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil)
    else { return [url] }
    let found = entries.compactMap { $0 as? URL }.filter { !$0.hasDirectoryPath }
    return (found.isEmpty ? [url] : found).sorted { $0.path < $1.path }
  }
}
