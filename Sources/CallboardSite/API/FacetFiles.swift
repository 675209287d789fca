import CallboardJSON

/// `facets.json` and, for facets with many values, the files of all of them.
///
///     {"facets":{"kind":[{"value":"component","count":40}],
///                "owner":[{"value":"group:default/quay","label":"Quay","count":12}]},"more":{}}
struct FacetFiles {
  /// Values of one facet in `facets.json`.
  static let maximumCount = 500
  /// Values in one of the other files.
  static let valuesPerPage = 1_000

  /// A value of a facet; the label is the name for people where it is another text.
  private struct Value {
    var value: String
    var label: String?
    var count: Int
  }

  /// In the order of the file, each with its values, the commonest first.
  private let facets: [(name: String, values: [Value])]

  /// - Parameters:
  ///   - kinds: The number of entities by kind.
  ///   - facets: Of the same catalog.
  init(kinds: [String: Int], _ facets: CatalogFacets) {
    let byKind = kinds.map { Value(value: $0.key, label: nil, count: $0.value) }
    let lists = facets.facets.map { facet in
      let values = facets[facet].values.map { value in
        let text = value.value.description
        return Value(
          value: text,
          label: value.label == text ? nil : value.label,
          count: value.count
        )
      }
      return (name: facet.rawValue, values: values)
    }
    self.facets = ([(name: "kind", values: byKind)] + lists).map { name, values in
      (
        name,
        values.sorted { $0.count == $1.count ? $0.value < $1.value : $0.count > $1.count }
      )
    }
  }

  /// The files, `facets.json` first.
  func files() -> [OutputFile] {
    let long = facets.filter { $0.values.count > Self.maximumCount }
    var writer = JSONWriter()
    writer.object { object in
      object.key("facets")
      object.object { object in
        for (name, values) in facets {
          object.key(name)
          Self.write(values.prefix(Self.maximumCount), to: &object)
        }
      }
      object.key("more")
      object.object { object in
        for (name, values) in long {
          object.key(name)
          object.object { object in
            object.member("total", values.count)
            object.member("pages", PageSize.pageCount(values.count, of: Self.valuesPerPage))
          }
        }
      }
    }
    writer.endRecord()
    let summary = OutputFile(path: APIPath.root + APIPath.facets, bytes: writer.bytes)
    return [summary] + long.flatMap { Self.pages($0.name, $0.values) }
  }

  private static func pages(_ name: String, _ values: [Value]) -> [OutputFile] {
    let count = PageSize.pageCount(values.count, of: valuesPerPage)
    return (1...count).map { page in
      var writer = JSONWriter()
      writer.object { object in
        object.member("facet", name)
        object.member("page", page)
        object.member("pages", count)
        object.member("total", values.count)
        object.key("items")
        write(values[PageSize.range(page, of: valuesPerPage, in: values.count)], to: &object)
      }
      writer.endRecord()
      let path = APIPath.root + APIPath.facet(name, page: page)
      return OutputFile(path: path, bytes: writer.bytes)
    }
  }

  private static func write(_ values: ArraySlice<Value>, to writer: inout JSONWriter) {
    writer.array { array in
      for value in values {
        array.object { object in
          object.member("value", value.value)
          object.member(ifPresent: "label", value.label)
          object.member("count", value.count)
        }
      }
    }
  }
}

extension PageComposer {
  /// The JSON files of the facets that the catalog's pages list it by.
  package func facetFiles() -> [OutputFile] {
    FacetFiles(kinds: entitiesByKind.mapValues(\.count), plan.facets).files()
  }
}
