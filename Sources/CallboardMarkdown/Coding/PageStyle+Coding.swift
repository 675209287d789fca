extension ByteWriter {
  mutating func style(_ style: PageStyle) {
    flag(style.usesTypographicMarks)
    flag(style.keepsLineEnds)
    number(style.slug.rawValue)
    number(style.contentsLevels.lowerBound)
    number(style.contentsLevels.upperBound)
    optional(style.shorthands) { writer, shorthands in
      writer.number(shorthands.forge.rawValue)
      writer.text(shorthands.repository)
      writer.flag(shorthands.linksReferences)
      writer.flag(shorthands.linksMentions)
      writer.flag(shorthands.shortensAddresses)
    }
  }
}

extension ByteReader {
  mutating func style() throws(Damage) -> PageStyle {
    var style = PageStyle(usesTypographicMarks: try flag(), keepsLineEnds: try flag())
    guard let slug = HeadingSlug.Rule(rawValue: try number()) else { throw Damage() }
    style.slug = slug
    let (first, end) = (try number(), try number())
    guard first <= end else { throw Damage() }
    style.contentsLevels = first..<end
    style.shorthands = try optional { reader throws(Damage) in
      guard let forge = ForgeShorthands.Forge(rawValue: try reader.number()) else {
        throw Damage()
      }
      return ForgeShorthands(
        forge: forge,
        repository: try reader.text(),
        linksReferences: try reader.flag(),
        linksMentions: try reader.flag(),
        shortensAddresses: try reader.flag()
      )
    }
    return style
  }
}
