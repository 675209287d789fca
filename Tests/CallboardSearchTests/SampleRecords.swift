import CallboardSearch

/// A small portal to search: a few entities and pages with known words, and generated pages around them.
enum SampleRecords {
  private static let filler = [
    "cluster", "release", "branch", "metric", "cache", "queue", "secret", "tenant", "region",
    "schema", "index", "module", "policy", "worker", "bucket", "ledger", "invoice", "carrier",
  ]

  static func site(pages: Int = 60) -> [SearchRecord] {
    [
      entity("payment-gateway", kind: "component", popularity: 9, owner: "group:default/payments"),
      entity("payment-gateway-api", kind: "api", popularity: 2, owner: "group:default/payments"),
      entity("OrderService", kind: "component", popularity: 1, owner: "group:default/orders"),
      entity("__proto__", kind: "component", popularity: 0, owner: "constructor"),
      page(
        "docs/default/component/payment-gateway/refunds/",
        "Refunds and chargebacks",
        parent: "payment-gateway",
        sections: [
          ("", "A customer asks for money back, and the team that runs the till answers."),
          ("Partial refunds", "Send the amount in cents. The bank settles overnight."),
          ("Dispute a chargeback", "Collect the evidence before the deadline passes."),
        ]
      ),
      page(
        "docs/default/component/payment-gateway/deploying/",
        "Deploying the gateway",
        parent: "payment-gateway",
        sections: [
          ("Rollback", "Deployments are rolled back with one command when alarms fire."),
          ("日本語の手順", "決済サービスを再起動する方法"),
        ]
      ),
    ] + namesApartByStopWords + namesWordForWord + beginnings + slips + shortWords + [long]
      + (0..<pages).map(generated)
  }

  /// Stop words are not in the index, and tell names apart all the same.
  private static var namesApartByStopWords: [SearchRecord] {
    let titles = ["The handover", "Over handover", "To handover", "Of dispatches", "Dispatch desk"]
    return titles.map { title in
      page(
        "docs/default/component/shifts/\(title.lowercased().replacing(" ", with: "-"))/",
        title,
        parent: "shifts",
        sections: [("", "Who comes reads the board first.")]
      )
    } + [
      page(
        "docs/default/component/shifts/book/",
        "The book",
        parent: "shifts",
        sections: [("To the night watch", "It lies open."), ("Marks", "Nothing is marked twice.")]
      ),
      page(
        "docs/default/component/shifts/watch/",
        "Night watch",
        parent: "shifts",
        sections: [("Night watch", "Marking takes a pen that marks.")]
      ),
    ]
  }

  /// The index notes neither that a word stands twice in a heading nor the order of words there, and pages that say a
  /// word often or in their titles come before long ones that have it in one heading.
  private static var namesWordForWord: [SearchRecord] {
    let others = (0..<12).map {
      ("Part \($0)", String(repeating: "Ships wait for their turn. ", count: 12))
    }
    let pages = [
      ("The tide", [("Tide", "The tide and the tide, tide by tide.")]),
      ("Moorings", [("Tide tide", "Twice a day.")] + others),
      ("Anchor capstans", others),
      ("Rigging", [("Gear", "Anchor ca. first, the anchor ca. by the anchor ca.")]),
    ]
    return pages.map { title, sections in
      page(
        "docs/default/component/pilot/\(title.lowercased().replacing(" ", with: "-"))/",
        title,
        parent: "pilot",
        sections: sections
      )
    }
  }

  /// Of what the last word begins, a page may say more than one that has the word says of it; and a title may begin with what
  /// is typed where others have the words as well.
  private static var beginnings: [SearchRecord] {
    let texts = [
      (
        "Fogbank",
        "A fogbank hides the foghornlike noise of a fogbank."
      ),
      (
        "Signals",
        "In a fogbank somebody sounds the oldest of all signals, and when no one hears it, the foghorn. Then a bell."
      ),
      ("List wharfage", "By berth."),
      ("Wharf list", "It has every wharf."),
    ]
    return texts.map { title, text in
      page(
        "docs/default/component/quay/\(title.lowercased().replacing(" ", with: "-"))/",
        title,
        parent: "quay",
        sections: [("", text)]
      )
    }
  }

  /// What is typed may be words of one page and, with a slip in them, the name of another.
  private static var slips: [SearchRecord] {
    let texts = [("Dock strike", "Nobody works."), ("Bells", "The dock hears one stroke of it.")]
    return texts.map { title, text in
      page(
        "docs/default/component/harbour/\(title.lowercased().replacing(" ", with: "-"))/",
        title,
        parent: "harbour",
        sections: [("", text)]
      )
    }
  }

  /// Six common words are one letter from `sal`, and so is a rarer one that has a letter more.
  private static var shortWords: [SearchRecord] {
    let words = ["Sac", "Sad", "Sag", "Sap", "Saw", "Sax"]
    let titles =
      words.flatMap { [$0 + " rig", $0 + " keel"] } + ["Sail loft", "To spar", "The spare mast"]
    return titles.map { title in
      page(
        "docs/default/component/yard/\(title.lowercased().replacing(" ", with: "-"))/",
        title,
        parent: "yard",
        sections: [("", "Tar dries.")]
      )
    }
  }

  /// Its text fills several files.
  private static var long: SearchRecord {
    let filler = String(repeating: "Rope is coiled. ", count: 300)
    return page(
      "docs/default/component/harbour/chandlery/",
      "Chandlery",
      parent: "harbour",
      sections: [
        ("", filler), ("Rope", filler), ("Lamps", "A lighthouse keeper trims wicks."),
        ("End", filler),
      ]
    )
  }

  private static func entity(
    _ name: String,
    kind: String,
    popularity: Int,
    owner: String
  ) -> SearchRecord {
    var record = SearchRecord(
      url: "catalog/default/\(kind)/\(name.lowercased())/",
      title: name,
      kind: kind,
      category: .entity
    )
    record.name = name
    record.ref = "\(kind):default/\(name)"
    record.owner = owner
    record.popularity = popularity
    record.tags = ["java", "pci"]
    record.lifecycle = "production"
    record.namespace = "default"
    record.summary = "What \(name) does for the shop."
    return record
  }

  private static func page(
    _ url: String,
    _ title: String,
    parent: String,
    sections: [(heading: String, text: String)]
  ) -> SearchRecord {
    var record = SearchRecord(url: url, title: title, kind: "docs", category: .docs)
    record.parentTitle = parent
    record.owner = "group:default/payments"
    record.sections = sections.enumerated().map { index, section in
      .init(heading: section.heading, fragment: "s\(index)", text: section.text)
    }
    return record
  }

  /// Pages of words in an order of their own, always the same.
  private static func generated(_ number: Int) -> SearchRecord {
    var state = UInt32(truncatingIfNeeded: number &+ 1)
    func word() -> String {
      state = state &* 1_664_525 &+ 1_013_904_223
      let base = filler[Int(state >> 16) % filler.count]
      state = state &* 1_664_525 &+ 1_013_904_223
      return state >> 30 == 0 ? "\(base)\(state >> 22 & 0x3F)" : base
    }
    let text = (0..<120).map { _ in word() }.joined(separator: " ")
    return page(
      "docs/default/component/filler/\(number)/",
      "Notes \(number)",
      parent: "Filler",
      sections: [("", text), ("Part \(number)", text)]
    )
  }
}
