import Foundation

/// Writes text files into a Swift source file, each as one string literal.
///
///     ResourcePacker ROOT OUTPUT PATH…
///
/// A path is a file or a folder, of which all files are taken. Paths in the output are relative to ROOT. Exits with a message when a file cannot be read or is not
/// UTF-8, because a string literal cannot hold anything else.
@main
enum ResourcePacker {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 3 else {
      throw PackingError(message: "usage: ResourcePacker ROOT OUTPUT PATH…")
    }
    let root = arguments[1].hasSuffix("/") ? arguments[1] : arguments[1] + "/"
    var code = """
      // Packed by ResourcePacker; edit the files that it names instead.

      /// The data files that this target ships.
      enum PackedResources {
        /// Paths relative to the package's folder, sorted, with the files' text.
        static let files: [(path: StaticString, text: StaticString)] = [

      """
    for file in arguments[3...].flatMap(files) {
      let data = try Data(contentsOf: URL(filePath: file))
      guard let text = String(validating: data, as: UTF8.self) else {
        throw PackingError(message: "\(file): not UTF-8, so it cannot be packed")
      }
      let path = file.hasPrefix(root) ? String(file.dropFirst(root.count)) : file
      code += "    (\(literal(path)), \(literal(text))),\n"
    }
    code += "  ]\n}\n"
    // A file that is written anew, even with the same text, would be compiled anew.
    let output = URL(filePath: arguments[2])
    if (try? Data(contentsOf: output)) != Data(code.utf8) { try Data(code.utf8).write(to: output) }
  }

  /// A file, or the regular files below a folder, sorted so that equal trees give equal code.
  private static func files(at path: String) -> [String] {
    guard let entries = FileManager.default.subpaths(atPath: path), !entries.isEmpty else {
      return [path]
    }
    return entries.map { "\(path)/\($0)" }.sorted().filter { entry in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: entry, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }

  /// A quoted Swift string on one line.
  private static func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0xFEFF:
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// Why nothing was packed.
private struct PackingError: Error, CustomStringConvertible {
  var message: String
  var description: String { message }
}
