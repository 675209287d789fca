import CallboardDiagnostics
import CallboardSite

/// Reads the files of radars, which are the operator's own.
enum RadarStage {
  /// - Parameters:
  ///   - paths: As the operator wrote them.
  ///   - folder: The one that they are relative to.
  /// - Returns: In the order of the paths. Of two with the same name the first stays.
  static func read(_ paths: [String], from folder: String) -> Diagnosed<[TechRadar]> {
    var radars: [TechRadar] = []
    var diagnostics: [Diagnostic] = []
    for path in paths {
      let file = SourcePath(repository: "", path: RelativeFolder.path(path, from: folder))
      let bytes: [UInt8]
      do {
        bytes = try OperatorFile.read(file.path)
      } catch {
        diagnostics.append(.operatorFileUnreadable(file, error))
        continue
      }
      guard let radar = TechRadar.read(bytes, file: file).unwrap(into: &diagnostics) else {
        continue
      }
      if radars.contains(where: { $0.name.lowercased() == radar.name.lowercased() }) {
        diagnostics.append(.radarNameTaken(radar.name, file))
      } else {
        radars.append(radar)
      }
    }
    return Diagnosed(radars, diagnostics: diagnostics)
  }
}
