import CallboardBuild
import CallboardDiagnostics
import CallboardTestSupport
import Foundation

/// A site of one repository whose diagrams are drawn by a shell script, which notes each of its runs.
struct DiagramSite {
  let folder: TemporaryFolder

  /// - Parameters:
  ///   - pages: Markdown by name below `docs`.
  ///   - settings: What stands below `diagrams.mermaid` in site.yaml; nil for none.
  init(
    pages: [String: String],
    settings: String? = Self.settings(timeout: 60)
  ) throws {
    folder = try TemporaryFolder()
    try folder.write(Self.renderer, to: "draw.sh")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755],
      ofItemAtPath: folder.path + "/draw.sh"
    )
    try folder.write(Self.descriptor, to: "repo/catalog-info.yaml")
    try folder.write("site_name: Docs\n", to: "repo/mkdocs.yml")
    for (name, text) in pages { try folder.write(text, to: "repo/docs/\(name)") }
    var site = "sources: [{path: repo}]\n"
    if let settings { site += "diagrams:\n  mermaid: \(settings)\n" }
    try folder.write(site, to: "site.yaml")
  }

  /// What stands below `diagrams.mermaid` for the script, given seconds for a drawing. On a busy machine
  /// it takes a second to start alone.
  static func settings(timeout: Int) -> String {
    "{command: [./draw.sh, '{theme}'], timeout: \(timeout), memory: 256}"
  }

  func build(cache: String = "cache") throws -> BuildReport {
    try BuildSession(
      request: BuildRequest(
        configuration: "\(folder.path)/site.yaml",
        output: "\(folder.path)/dist",
        cache: "\(folder.path)/\(cache)",
        jobs: 2,
        executable: BuiltProduct.callboard
      ),
      progress: NoProgress()
    ).build()
  }

  func page(_ path: String = "") throws -> String {
    try folder.text(of: "dist/docs/default/component/shop/\(path)index.html")
  }

  /// What the script noted: its theme, a line for each run.
  func runs() -> [String] {
    let text = (try? folder.text(of: "runs")) ?? ""
    return text.split(separator: "\n").map(String.init).sorted()
  }

  /// The published drawings, by path.
  func drawings() throws -> [String: String] {
    guard folder.exists("dist/assets/diagrams") else { return [:] }
    return try folder.contents(of: "dist/assets/diagrams").mapValues {
      String(decoding: $0, as: UTF8.self)
    }
  }

  static func fence(_ text: String) -> String { "```mermaid\n\(text)\n```\n" }

  private static let descriptor = """
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata: {name: shop, annotations: {backstage.io/techdocs-ref: 'dir:.'}}
    spec: {type: website, lifecycle: production, owner: group:default/sellers}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: sellers}
    spec: {type: team, children: []}
    """

  private static let renderer = """
    #!/bin/sh
    here=$(dirname "$0")
    echo "$1" >> "$here/runs"
    env > "$here/environment"
    pwd > "$here/folder"
    if [ -n "$2" ]; then source=$(cat "$2"); else source=$(cat); fi
    case "$source" in
      *fail*) echo "trouble in line 7" >&2; echo "more" >&2; exit 3 ;;
      *slow*) sleep 600 ;;
      *garbage*) echo "no drawing"; exit 0 ;;
      *labels*) echo '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><foreignObject/></svg>' ; exit 0 ;;
      *memory*) exec python3 -c 'x = bytearray(1 << 30)' ;;
      *endless*) exec yes '<g/>' ;;
    esac
    drawing="<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20.5'><script>alert(1)</script><text>$1</text></svg>"
    if [ -n "$3" ]; then echo "$drawing" > "$3"; else echo "$drawing"; fi
    """
}
