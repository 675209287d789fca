extension PublishedCatalog {
  /// Opens the portal that a person named.
  ///
  /// - Parameters:
  ///   - place: An output folder or the folder of its JSON, relative to the current folder, or a web address.
  ///   - timeoutSeconds: For one file of a portal on a web server.
  static func open(_ place: String, timeoutSeconds: Int) throws(BuildFailure) -> PublishedCatalog {
    let source = try source(at: place, timeoutSeconds: timeoutSeconds)
    do {
      return try PublishedCatalog(source)
    } catch {
      throw BuildFailure("\(error)", help: [error.remedy])
    }
  }

  /// The files of the portal that a person named; whether it is there shows when one is read.
  static func source(
    at place: String,
    timeoutSeconds: Int
  ) throws(BuildFailure) -> any PublishedSource {
    guard WebSource.isAddress(place) else { return FolderSource(place) }
    guard
      let web = WebSource(
        place,
        timeoutSeconds: timeoutSeconds,
        environment: Machine.environment
      )
    else {
      throw BuildFailure(
        "'\(place)' is no address of a portal",
        help: ["Write it as 'https://portal.example.com/', without a user's name."]
      )
    }
    return web
  }
}
