/// Finds the members of a group that a path of git's repository belongs to.
struct HistoryScopes: Sendable {
  private let members: [HistoryMember]
  /// By where their roots lie: empty, or ending with a slash.
  private let membersByFolder: [String: [Int]]

  /// The folders are those of the members, in the same order.
  init(members: [HistoryMember], folders: [String]) {
    self.members = members
    membersByFolder = Dictionary(grouping: members.indices, by: { folders[$0] })
  }

  /// The members that want a file, each with the file's path from the member's root.
  ///
  /// - Complexity: O(*d*) look-ups in the depth of the path, however many members there are.
  func members(for path: [UInt8]) -> [(member: Int, path: String)] {
    var found: [(member: Int, path: String)] = []
    var start = 0
    while true {
      let folder = String(decoding: path[..<start], as: UTF8.self)
      let inner = String(decoding: path[start...], as: UTF8.self)
      for member in membersByFolder[folder] ?? [] where members[member].wants(inner) {
        found.append((member, inner))
      }
      guard let slash = path[start...].firstIndex(of: UInt8(ascii: "/")) else { return found }
      start = slash + 1
    }
  }

  /// The arguments that tell git what to look at; it may list more.
  ///
  /// git compares each changed path with each of them, so that many are worse than none.
  var specifications: [String] {
    var specifications: [String] = []
    for (folder, indices) in membersByFolder.sorted(by: { $0.key < $1.key }) {
      for index in indices {
        let member = members[index]
        let pathCount = min(member.paths.count, PathSpecification.pathLimit)
        guard specifications.count + member.patterns.count + pathCount <= Self.limit
        else { return [] }
        specifications += member.patterns.map { PathSpecification.of($0, below: folder) }
        specifications += PathSpecification.of(paths: member.paths, below: folder)
      }
    }
    return specifications
  }

  private static let limit = 48
}
