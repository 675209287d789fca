import CallboardJSON

/// What a browser needs to install the portal (W3C Web Application Manifest).
enum WebManifest {
  static let path = "site.webmanifest"

  /// Addresses in it are relative to its own, so it holds wherever the site stands.
  static func file(_ settings: SiteSettings, _ theme: Theme) -> OutputFile {
    let icon = theme.assets.iconPath
    var writer = JSONWriter()
    writer.object { object in
      object.member("id", "./")
      object.member("name", settings.title)
      object.member("short_name", settings.title)
      object.member("lang", settings.language)
      object.member("dir", theme.strings.direction)
      object.member("start_url", "./")
      object.member("scope", "./")
      object.member("display", "minimal-ui")
      object.key("icons")
      object.array { icons in
        icons.object { object in
          object.member("src", icon)
          object.member("sizes", "any")
          if icon.hasSuffix(".svg") { object.member("type", "image/svg+xml") }
        }
      }
    }
    writer.endRecord()
    return OutputFile(path: path, bytes: writer.bytes)
  }
}
