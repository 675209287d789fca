package import CallboardCatalog
package import CallboardCrawl
package import CallboardMarkdown
package import CallboardYAML

/// `limits` of `site.yaml`: how much a file, a page, an entity and a repository may ask of the build.
package struct LimitSettings: Sendable {
  package var yaml = YAMLLimits()
  package var entity = EntityLimits()
  package var page = MarkdownOptions.Limits()
  package var crawl = CrawlLimits()
  package var repository = RepositoryLimits()
  /// Of the largest file beside pages that is published.
  package var assetBytes = 20 << 20

  package init() {}

  /// Reads what the operator wrote; a number out of its range is reported and not used.
  init(reading record: inout YAMLRecord) {
    for (part, keys) in Self.parts {
      _ = record.record(part) { record in
        for key in keys { read(key, of: part, &record) }
      }
    }
  }

  /// One number of `limits`.
  private struct Key {
    var name: String
    var path: WritableKeyPath<LimitSettings, Int>
    /// How many of what is counted inside one of what the operator writes is.
    var unit = 1
    var most = 1_000_000_000

    static func count(_ name: String, _ path: WritableKeyPath<LimitSettings, Int>) -> Key {
      Key(name: name, path: path)
    }

    static func seconds(_ name: String, _ path: WritableKeyPath<LimitSettings, Int>) -> Key {
      Key(name: name, path: path, most: 86_400)
    }

    static func megabytes(_ name: String, _ path: WritableKeyPath<LimitSettings, Int>) -> Key {
      Key(name: name, path: path, unit: 1 << 20, most: 1_000_000)
    }

    static func kilobytes(_ name: String, _ path: WritableKeyPath<LimitSettings, Int>) -> Key {
      Key(name: name, path: path, unit: 1 << 10, most: 1_000_000)
    }

    /// Of what functions that call themselves go down.
    static func depth(_ name: String, _ path: WritableKeyPath<LimitSettings, Int>) -> Key {
      Key(name: name, path: path, most: 256)
    }
  }

  /// All keys, by the mapping that they stand in.
  private static var parts: [(String, [Key])] {
    [
      (
        "yaml",
        [
          .megabytes("megabytes", \.yaml.size), .depth("depth", \.yaml.depth),
          .count("aliases", \.yaml.aliases), .count("values", \.yaml.nodes),
          .count("documents", \.yaml.documents), .count("keyBytes", \.yaml.keyLength),
        ]
      ),
      (
        "entity",
        [
          .count("relations", \.entity.relations), .count("links", \.entity.links),
          .count("tags", \.entity.tags), .count("labels", \.entity.labels),
          .count("titleCharacters", \.entity.titleLength),
          .count("descriptionCharacters", \.entity.descriptionLength),
          .count("urlBytes", \.entity.urlLength),
          .count("referenceBytes", \.entity.referenceLength),
        ]
      ),
      (
        "page",
        [
          .megabytes("megabytes", \.page.sourceBytes),
          .megabytes("outputMegabytes", \.page.outputBytes),
          .seconds("seconds", \.page.pageSeconds), .kilobytes("lineKilobytes", \.page.lineBytes),
          .depth("nesting", \.page.nesting), .count("tableColumns", \.page.tableColumns),
          .count("tableCells", \.page.tableCells),
          .kilobytes("referenceKilobytes", \.page.referenceBytes),
          .count("includes", \.page.includes), .depth("includeDepth", \.page.includeDepth),
          .megabytes("includeMegabytes", \.page.includedBytes),
        ]
      ),
      ("asset", [.megabytes("megabytes", \.assetBytes)]),
      (
        "repository",
        [
          .count("files", \.crawl.filesPerRepository), .count("pathBytes", \.crawl.pathBytes),
          .depth("folderDepth", \.crawl.folderDepth), .seconds("gitSeconds", \.crawl.gitSeconds),
          .seconds("cloneSeconds", \.crawl.cloneSeconds),
          .count("entities", \.repository.entities),
          .megabytes("catalogMegabytes", \.repository.catalogBytes),
          .count("pages", \.repository.pages),
          .megabytes("markdownMegabytes", \.repository.markdownBytes),
          .megabytes("assetMegabytes", \.repository.assetBytes),
        ]
      ),
    ]
  }

  private mutating func read(_ key: Key, of part: String, _ record: inout YAMLRecord) {
    guard let number = record.int(key.name) else { return }
    if (1...key.most).contains(number) {
      self[keyPath: key.path] = number * key.unit
    } else if let node = record.node(key.name) {
      let name = "limits.\(part).\(key.name)"
      record.report(.limitInvalid(name, number, 1...key.most, at: node.span(in: record.file)))
    }
  }
}
