import CallboardDiagnostics
import CallboardYAML

/// The members of an ``Entity`` while it is made.
struct EntityParts {
  var ref: EntityRef
  var apiVersion: String
  var kind: String
  var namespace: String
  var name: String
  var title: String?
  var description: String?
  var labels: [Entity.Attribute] = []
  var annotations: [Entity.Attribute] = []
  var tags: [String] = []
  var links: [Entity.Link] = []
  var spec: YAMLMapping
  var document: YAMLNode
  var file: SourcePath
  var documentIndex: Int
  var span: SourceSpan
  var nameSpan: SourceSpan
  var relations: [RelationDeclaration] = []
  var unreadPlaceholders: [UnreadPlaceholder] = []
}
