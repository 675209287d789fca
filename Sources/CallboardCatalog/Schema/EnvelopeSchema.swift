/// The parts of a descriptor that every kind shares.
enum EnvelopeSchema {
  /// Without these there is no entity at all.
  static let root: [FieldRule] = [.required("apiVersion"), .required("kind")]

  /// The part of the metadata that names the entity.
  static let identity: [FieldRule] = [.required("name"), .optional("namespace")]

  /// The formats of what ``root`` and ``identity`` have found to be there.
  static let rootFormats: [FieldRule] = [
    .required("apiVersion", .text(.apiVersion)), .required("kind", .text(.kind)),
  ]

  /// The keys an entity may have; any other was meant to be below `metadata` or `spec`.
  static let rootKeys = ["apiVersion", "kind", "metadata", "spec"]

  /// Further keys are allowed. `annotations` is not here because it may be null.
  static let metadata: [FieldRule] = [
    .required("name", .text(.name)),
    .optional("namespace", .text(.namespace)),
    .optional("uid"), .optional("etag"), .optional("title"),
    .optional("description", .anyText),
    .optional("labels", .textMap(key: .mapKey, value: .labelValue)),
    .optional("tags", .texts(.tag)),
    .optional(
      "links",
      .objects([
        .required("url", .text(.linkURL)), .optional("title", .text(.notBlank)),
        .optional("icon", .text(.name)), .optional("type"),
      ])
    ),
  ]

  /// Judged only when the value is one that JavaScript takes for true.
  static let annotations: FieldShape = .textMap(key: .mapKey)
}
