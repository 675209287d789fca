import CallboardSite

/// A theme with all that is written of it.
struct ReadyTheme: Sendable {
  var stage: ThemeStage.Output
  /// The absolute paths of the folders that its files stand in.
  var folders: Set<String>
  /// What the site has of it besides pages, in no order that matters.
  var assets: [OutputFile]
}

extension BuildPipeline {
  /// What ``beginTheme()`` gives once it has ended.
  typealias ThemeThread = SideThread<
    Result<(theme: ReadyTheme, entry: StageTimings.Entry), any Error>
  >

  /// Makes the theme beside what is read of repositories: nothing needs it before the first page is composed.
  func beginTheme() -> ThemeThread {
    let stage = ThemeStage(configuration)
    return SideThread(isWanted: jobs > 1) { [themeFiles] in
      Result {
        let (theme, entry) = try StageTimings.beside("theme", items: { $0.stage.files.files.count })
        {
          let made = try stage.run(themeFiles ?? stage.read())
          return ReadyTheme(
            stage: made,
            folders: stage.sourceFolders(of: made.files),
            assets: made.theme.assets.files
          )
        }
        return (theme, entry)
      }
    }
  }

  /// Waits for the theme and takes in what was found in it.
  ///
  /// - Throws: As ``ThemeStage/run(_:rendering:)``.
  mutating func take(_ thread: ThemeThread) throws -> ReadyTheme {
    let made = try thread.value.get()
    timings.add(made.entry)
    operatorFolders.formUnion(made.theme.folders)
    diagnostics += made.theme.stage.diagnostics
    return made.theme
  }
}
