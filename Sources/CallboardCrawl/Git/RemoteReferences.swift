/// What `git ls-remote` lists.
struct RemoteReferences: Sendable {
  /// A reference of the remote, and the object it names.
  struct Target: Equatable, Sendable {
    /// `refs/heads/main`, or `HEAD`.
    var fullName: String
    var id: String
    var reference: RepositoryReference
  }

  private var ids: [String: String] = [:]
  /// The branch that `HEAD` stands for; nil if it names a commit.
  private var defaultBranch: String?

  /// Reads lines of `<id>\t<name>` and `ref: <name>\tHEAD`; others are passed over.
  init(_ output: [UInt8]) {
    for line in output.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t"))
      guard fields.count == 2 else { continue }
      let left = String(decoding: fields[0], as: UTF8.self)
      let name = String(decoding: fields[1], as: UTF8.self)
      if left.hasPrefix("ref: "), name == "HEAD" {
        // The name goes into a file and onto a command line, so a hostile remote's is not believed.
        let branch = String(left.dropFirst(5))
        if GitReferenceName.isValid(branch), branch.hasPrefix("refs/heads/") {
          defaultBranch = branch
        }
      } else if WorkingCopy.isObjectID(left) {
        ids[name] = left
      }
    }
  }

  /// What a name stands for: a branch before a tag; nil stands for the default branch.
  func target(for wanted: String?) -> Target? {
    guard let wanted else {
      guard let id = ids["HEAD"] else { return nil }
      let name = defaultBranch ?? "HEAD"
      let reference = Self.reference(name) ?? RepositoryReference(kind: .commit, name: id)
      return Target(fullName: name, id: id, reference: reference)
    }
    for name in ["refs/heads/\(wanted)", "refs/tags/\(wanted)", wanted] {
      guard let id = ids[name], let reference = Self.reference(name) else { continue }
      return Target(fullName: name, id: id, reference: reference)
    }
    return nil
  }

  /// All branches and tags, in no order.
  var targets: [Target] {
    ids.compactMap { name, id in
      Self.reference(name).map { Target(fullName: name, id: id, reference: $0) }
    }
  }

  /// The names of branches and tags as people write them, unordered.
  var shortNames: [String] {
    ids.keys.compactMap { Self.reference($0)?.name }
  }

  /// `refs/heads/main` → the branch `main`; nil for anything but a branch or a tag.
  static func reference(_ fullName: String) -> RepositoryReference? {
    if fullName.hasPrefix("refs/heads/") {
      return RepositoryReference(kind: .branch, name: String(fullName.dropFirst(11)))
    }
    if fullName.hasPrefix("refs/tags/"), !fullName.hasSuffix("^{}") {
      return RepositoryReference(kind: .tag, name: String(fullName.dropFirst(10)))
    }
    return nil
  }
}
