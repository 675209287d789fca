import CallboardJSON

/// `facets.json` and, for properties with many values, the files of all of them.
package enum FacetFiles {
  /// Values of one property in `facets.json`.
  static let maximumCount = 500
  /// Values in one of the other files.
  static let valuesPerPage = 1_000

  /// The files of all facets.
  package static func files(_ facets: [FieldCounts]) -> [OutputFile] {
    let long = facets.filter { $0.values.count > maximumCount }
    return [summary(facets, long)] + long.flatMap(pages)
  }

  private static func pageCount(_ facet: FieldCounts) -> Int {
    PageSize.pageCount(facet.values.count, of: valuesPerPage)
  }

  private static func summary(_ facets: [FieldCounts], _ long: [FieldCounts]) -> OutputFile {
    var writer = JSONWriter()
    writer.object { object in
      object.key("facets")
      object.object { object in
        for facet in facets {
          object.key(facet.name)
          write(facet.values.prefix(maximumCount), to: &object)
        }
      }
      object.key("more")
      object.object { object in
        for facet in long {
          object.key(facet.name)
          object.object { object in
            object.member("total", facet.values.count)
            object.member("pages", pageCount(facet))
          }
        }
      }
    }
    writer.endRecord()
    return OutputFile(path: APIPath.root + APIPath.facets, bytes: writer.bytes)
  }

  private static func pages(_ facet: FieldCounts) -> [OutputFile] {
    let count = pageCount(facet)
    return (1...count).map { page in
      var writer = JSONWriter()
      writer.object { object in
        object.member("facet", facet.name)
        object.member("page", page)
        object.member("pages", count)
        object.member("total", facet.values.count)
        object.key("items")
        let range = PageSize.range(page, of: valuesPerPage, in: facet.values.count)
        write(facet.values[range], to: &object)
      }
      writer.endRecord()
      let path = APIPath.root + APIPath.facet(facet.name, page: page)
      return OutputFile(path: path, bytes: writer.bytes)
    }
  }

  private static func write(_ values: ArraySlice<FieldCounts.Value>, to writer: inout JSONWriter) {
    writer.array { array in
      for value in values {
        array.object { object in
          object.member("value", value.value)
          object.member("count", value.count)
        }
      }
    }
  }
}
