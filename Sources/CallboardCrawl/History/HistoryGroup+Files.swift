package import CallboardDiagnostics

extension HistoryGroup {
  /// Reads when the files that the members name by their paths were last changed, and by whom; costs a run over
  /// the history.
  ///
  /// - Returns: One for each member. Without a full history nothing, and a finding that says why.
  package func fileHistories() -> Diagnosed<[RepositoryHistory]> {
    let scopes = HistoryScopes(members: members, folders: folders)
    var reader = FileHistoryReader(members: members, scopes: scopes)
    let finding = walk(
      FileHistoryReader.arguments(commit: commit, specifications: scopes.specifications)
    ) { reader.consume($0) }
    // Half a history would give wrong dates, not only fewer.
    guard let finding else { return Diagnosed(reader.histories) }
    return Diagnosed(members.map { _ in RepositoryHistory() }, diagnostics: [finding])
  }
}
