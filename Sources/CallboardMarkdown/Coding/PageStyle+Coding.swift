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
    list(style.blockTypes) { writer, type in
      writer.text(type.name)
      writer.number(type.block.rawValue)
      writer.text(type.look)
      writer.text(type.title)
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
    style.blockTypes = try list { reader throws(Damage) in
      let name = try reader.text()
      let block = BlockType.Block(rawValue: try reader.number())
      let (look, title) = (try reader.text(), try reader.text())
      guard let block, let type = BlockType(name: name, block: block, look: look, title: title)
      else { throw Damage() }
      return type
    }
    return style
  }
}
