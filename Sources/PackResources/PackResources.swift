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
    "CallboardSite": ["theme", "docs/reference/schemas"],
    "CallboardBuild": ["docs/reference/diagnostics"],
    "CallboardPreview": ["Sources/CallboardPreview/Client"],
  ]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let paths = Self.resources[target.name] else { return [] }
    let root = context.package.directoryURL
    let inputs = paths.flatMap { Self.inputs(at: root.appending(path: $0)) }
    let output = context.pluginWorkDirectoryURL.appending(path: "PackedResources.swift")
    return [
      .buildCommand(
        displayName: "Packing resources for \(target.name)",
        executable: try context.tool(named: "ResourcePacker").url,
        arguments: [root.path(percentEncoded: false), output.path(percentEncoded: false)]
          + paths.map { root.appending(path: $0).path(percentEncoded: false) },
        inputFiles: inputs,
        outputFiles: [output]
      )
    ]
  }

  /// A file, or a folder with all folders and files below it: a folder changes when a file comes or goes.
  private static func inputs(at url: URL) -> [URL] {
    let entries = FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil)
    return [url] + (entries?.compactMap { $0 as? URL } ?? [])
  }
}
