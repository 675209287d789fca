import CallboardDocs
import CallboardTemplate

extension PageComposer {
  /// The address of the same page in the default version; nil for pages of that version, for those that it
  /// does not have, and where the site's own address is not known.
  func canonicalURL(_ siteIndex: Int, location: String) -> String? {
    let tree = model.docs[siteIndex].tree
    guard let version = tree.version, !version.isDefault,
      let newest = versions.defaults[tree.entity], versions.hasPage(location, in: newest)
    else { return nil }
    let route = Routes.docs(tree.entity, location: location)
    return model.settings.url.map { $0 + route.urlPath }
  }

  /// Adds the list of versions, and the notice on pages of any but the default one.
  func addVersions(
    _ siteIndex: Int,
    location: String,
    to context: inout [String: TemplateValue]
  ) {
    let tree = model.docs[siteIndex].tree
    let all = versions.versions(of: tree.entity)
    context["versions"] = .array(all.map { versionValue($0, isCurrent: $0 == siteIndex, location) })
    context["versionNotice"] = .null
    guard let version = tree.version, !version.isDefault,
      let newest = versions.defaults[tree.entity],
      let current = all.first(where: { $0 == newest })
    else { return }
    context["versionNotice"] = [
      "version": .string(version.name),
      "old": .bool(version.age == .old),
      "newest": versionValue(current, isCurrent: false, location),
    ]
  }

  /// One version, with the address of the page in it, or of its first page where it does not have the page.
  private func versionValue(
    _ index: Int,
    isCurrent: Bool,
    _ location: String
  ) -> TemplateValue {
    let tree = model.docs[index].tree
    let hasPage = versions.hasPage(location, in: index)
    let route = Routes.docs(tree, location: hasPage ? location : "")
    return [
      "name": .string(tree.version?.name ?? ""),
      "aliases": .array((tree.version?.aliases ?? []).map { .string($0) }),
      "route": .string(route.urlPath),
      "current": .bool(isCurrent),
      "default": .bool(tree.version?.isDefault ?? true),
      "hasPage": .bool(hasPage),
    ]
  }
}
