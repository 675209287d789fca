/// One page as search sees it: the words to find it by, and what a result shows.
///
/// Text is plain text in UTF-8 without markup. Everything here may come from an author; the index
/// stores it as data and the client shows it as text.
package struct SearchRecord: Sendable {
  /// Which of the portal's two halves a page belongs to; the `in:` filter.
  package enum Category: String, Sendable {
    case entity
    case docs
  }

  /// A heading and the text up to the next one.
  package struct Section: Sendable {
    /// Empty for the text before the first heading.
    package var heading: String
    /// The id of the heading in the page, without `#`; empty for the top of the page.
    package var fragment: String
    /// UTF-8. Bytes that are no UTF-8 separate words.
    package var text: [UInt8]

    package init(heading: String = "", fragment: String = "", text: [UInt8]) {
      self.heading = heading
      self.fragment = fragment
      self.text = text
    }

    package init(heading: String = "", fragment: String = "", text: String) {
      self.init(heading: heading, fragment: fragment, text: Array(text.utf8))
    }
  }

  /// Relative to the site's root, without a leading slash. Unique within a site; its order is the
  /// order of documents in the index.
  package var url: String
  package var title: String
  /// What the page is, in lower case: `component`, `api`, `docs`.
  package var kind: String
  package var category: Category
  /// The entity's name as its descriptor spells it; empty for pages that are no entity's.
  package var name: String = ""
  /// Further names that count as much as the title. The first five are read.
  package var aliases: [String] = []
  /// The full entity reference.
  package var ref: String = ""
  /// As shown and filtered, either a name or a full reference.
  package var owner: String = ""
  package var tags: [String] = []
  package var lifecycle: String = ""
  package var type: String = ""
  package var system: String = ""
  package var namespace: String = ""
  /// The title of the documentation or entity that the page belongs to.
  package var parentTitle: String = ""
  /// The description. Where it is empty, results show the beginning of the text.
  package var summary: String = ""
  package var sections: [Section] = []
  /// How many other entities point here; sorts equally named pages.
  package var popularity: Int = 0
  /// Who may read the page; `nil` is everybody. Only stored: the caller cuts records by audience.
  package var audience: String?
  /// The version of the documentation; `nil` where it has none.
  package var version: String?
  /// A BCP 47 tag, such as `en`.
  package var locale: String = "en"

  package init(url: String, title: String, kind: String, category: Category) {
    self.url = url
    self.title = title
    self.kind = kind
    self.category = category
  }
}
