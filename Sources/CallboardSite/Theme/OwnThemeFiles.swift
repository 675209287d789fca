/// What of a theme's files is the operator's, by their paths among the theme's.
package struct OwnThemeFiles: Sendable {
  /// All files of the operator's folder.
  package var paths: Set<String> = []
  /// Style sheets that pages load after the theme's, in order.
  var styles: [String] = []
  /// ES modules that pages load after the theme's, in order.
  var scripts: [String] = []
  /// Files that are published as they are.
  var published: [String] = []
  /// Fonts that pages ask for before the style sheet does.
  var preloadedFonts: [String] = []
  /// In place of the theme's icon of the browser tab.
  var icon: String?
  var logo: Logo?

  /// The sign in the header.
  struct Logo: Sendable {
    var light: SiteImage
    var dark: SiteImage
    var showsTitle: Bool
  }

  package init() {}
}
