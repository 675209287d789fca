import CallboardDiagnostics
import CallboardSite

/// Makes radars of the operator's files.
enum RadarStage {
  /// - Returns: In the order of the files. Of two with the same name the first stays, and those that cannot be read or
  ///   drawn are left out.
  static func read(_ files: [WidgetFiles.File]) -> Diagnosed<[TechRadar]> {
    var radars: [TechRadar] = []
    var diagnostics: [Diagnostic] = []
    for file in files {
      guard case .success(let bytes) = file.contents,
        let radar = TechRadar.read(bytes, file: file.source).unwrap(into: &diagnostics)
      else { continue }
      if radars.contains(where: { $0.name.lowercased() == radar.name.lowercased() }) {
        diagnostics.append(.radarNameTaken(radar.name, file.source))
      } else {
        radars.append(radar)
      }
    }
    return Diagnosed(radars, diagnostics: diagnostics)
  }
}
