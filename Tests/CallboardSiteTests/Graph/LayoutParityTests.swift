import CallboardTestSupport
import Foundation
import Testing

@testable import CallboardSite

/// The browser's layout runs in Node here; without it this test says that it was skipped.
@Suite struct LayoutParityTests {
  private static let node = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
    .map { "\($0)/node" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  private static let script = """
    import { readFileSync, writeFileSync } from "node:fs";
    import { layOut } from "./scripts/graph/layout/layout.js";
    const tasks = JSON.parse(readFileSync("tasks.json", "utf8"));
    writeFileSync("answers.json", JSON.stringify(tasks.map(({ graph, direction }) => layOut(graph, { direction }))));
    """

  private struct Task: Encodable {
    struct Graph: Encodable {
      var sizes: [[Int]]
      var edges: [[Int]]
      var root: Int?
    }
    var graph: Graph
    var direction: String
  }

  private struct Answer: Decodable, Equatable {
    var width: Int
    var height: Int
    var nodes: [[Int]]
    var edges: [[Int]]

    init(_ layout: GraphLayout) {
      width = layout.width
      height = layout.height
      nodes = layout.nodes.map { [$0.x, $0.y, $0.width, $0.height] }
      edges = layout.edges.map { $0.flatMap { [$0.x, $0.y] } }
    }
  }

  @Test(.enabled(if: LayoutParityTests.node != nil, "node is not installed"))
  func drawsTheSameAsTheBrowser() throws {
    let folder = try TemporaryFolder()
    for (path, bytes) in Theme.packedFiles where path.hasPrefix("scripts/graph/") {
      try folder.write(String(decoding: bytes, as: UTF8.self), to: path)
    }
    var tasks: [Task] = []
    var expected: [Answer] = []
    for sample in LayoutSamples.all {
      for direction in LayoutOptions.Direction.allCases {
        let graph = Task.Graph(
          sizes: sample.graph.nodes.map { [$0.width, $0.height] },
          edges: sample.graph.edges.map { [$0.source, $0.target] },
          root: sample.graph.root
        )
        tasks.append(Task(graph: graph, direction: direction.rawValue))
        let options = LayoutOptions(direction: direction)
        expected.append(Answer(GraphLayout.make(sample.graph, options)))
      }
    }
    try folder.write([
      "package.json": #"{"type": "module"}"#, "run.js": Self.script,
      "tasks.json": String(decoding: JSONEncoder().encode(tasks), as: UTF8.self),
    ])
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.node))
    process.arguments = ["run.js"]
    process.currentDirectoryURL = folder.url
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let answers = try JSONDecoder().decode(
      [Answer].self,
      from: Data(folder.text(of: "answers.json").utf8)
    )
    for (index, answer) in answers.enumerated() {
      let sample = LayoutSamples.all[index / LayoutOptions.Direction.allCases.count]
      #expect(answer == expected[index], "\(sample.name), \(tasks[index].direction)")
    }
  }
}
