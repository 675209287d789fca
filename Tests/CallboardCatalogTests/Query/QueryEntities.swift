import CallboardJSON

/// Entities for tests of queries, named by one letter each.
enum QueryEntities {
  /// By `metadata.name`, in this order.
  static func all() throws -> [JSONValue] {
    try texts.map { try JSONReader().read(Array($0.utf8)) }
  }

  /// The names of entities, joined: `abc`.
  static func names(_ entities: [JSONValue]) -> String {
    entities.compactMap { $0["metadata"]?["name"]?.string }.joined()
  }

  private static let texts = [
    """
    {"apiVersion":"backstage.io/v1alpha1","kind":"Component",
     "metadata":{"namespace":"default","name":"a","title":"Alpha","tags":["java","Spring"],
      "annotations":{"backstage.io/techdocs-ref":"dir:.","Acme.example/Tier":"1"},
      "labels":{"acme.example/zone":"EU"},
      "links":[{"url":"https://a.example","title":"Board"},{"url":"https://b.example"}]},
     "spec":{"type":"service","lifecycle":"production","owner":"team-x","replicas":3,"ratio":0.5,
      "isPublic":true,"nothing":null,"empty":[],"none":{},"matrix":[["x","y"],["z"]],
      "v1.2":{"beta":"yes"},"nested":{"deep.er":{"leaf":"found"}},"straße":"Öl"},
     "relations":[{"type":"dependsOn","targetRef":"resource:default/db"},
      {"type":"ownedBy","targetRef":"group:default/team-x"},
      {"type":"partOf","targetRef":"system:default/shop"}]}
    """,
    """
    {"apiVersion":"backstage.io/v1alpha1","kind":"Component",
     "metadata":{"namespace":"web","name":"b","tags":[],"annotations":{}},
     "spec":{"type":"website","lifecycle":"experimental","owner":"team-y","replicas":"3",
      "isPublic":"TRUE"},
     "relations":[{"type":"ownedBy","targetRef":"group:default/team-y"},
      {"type":"dependsOn","targetRef":"component:default/a"}]}
    """,
    """
    {"apiVersion":"backstage.io/v1beta1","kind":"API",
     "metadata":{"namespace":"default","name":"c","tags":["java"],"annotations":{}},
     "spec":{"type":"openapi","lifecycle":"production","owner":"team-x","definition":"openapi: 3"},
     "relations":[{"type":"apiProvidedBy","targetRef":"component:default/a"},
      {"type":"ownedBy","targetRef":"group:default/team-x"}]}
    """,
    """
    {"apiVersion":"backstage.io/v1alpha1","kind":"Group",
     "metadata":{"namespace":"default","name":"d","annotations":{}},
     "spec":{"type":"team","children":[]},"relations":[]}
    """,
  ]
}
