/// The descriptions of the JSON files, which the binary carries and every portal publishes.
package enum APISchemas {
  /// Where they stand in the package.
  static let packedFolder = "docs/reference/schemas/"

  /// The JSON Schemas and the OpenAPI description, at their places under `api/v1/`.
  package static var files: [OutputFile] {
    PackedResources.files(in: packedFolder).map { name, bytes in
      let path = name == APIPath.openAPI ? name : APIPath.schemas + name
      return OutputFile(path: APIPath.root + path, bytes: bytes)
    }
  }
}

extension PackedResources {
  /// The packed files of a folder with their paths below it, in order.
  ///
  /// - Parameter folder: Relative to the package, with a slash at its end.
  static func files(in folder: String) -> [(name: String, bytes: [UInt8])] {
    files.compactMap { path, text in
      let path = "\(path)"
      guard path.hasPrefix(folder) else { return nil }
      let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
      return (String(path.dropFirst(folder.count)), Array(bytes))
    }
  }
}
