/// The symbols that commands stand for, by what they are in a formula.
enum MathSymbols {
  /// What a symbol is to its neighbours (The TeXbook, chapter 17).
  enum Role: Sendable {
    case ordinary, function, binary, relation, opening, closing, punctuation
  }

  /// A symbol that is no letter.
  struct Symbol: Sendable {
    var text: String
    var role: Role
  }

  /// Greek and other letters; capitals stand upright.
  static let letters = table(
    """
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ
    varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ
    imath ı jmath ȷ
    """
  )

  /// Letters and signs that stand upright.
  static let uprightLetters = table(
    """
    Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ
    Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω
    varGamma Γ varDelta Δ varTheta Θ varLambda Λ varXi Ξ varPi Π varSigma Σ varPhi Φ varPsi Ψ
    varOmega Ω
    infty ∞ partial ∂ nabla ∇ emptyset ∅ varnothing ∅ hbar ℏ hslash ℏ ell ℓ Re ℜ Im ℑ wp ℘ aleph ℵ
    beth ℶ gimel ℷ daleth ℸ angle ∠ measuredangle ∡ triangle △ square □ Box □ blacksquare ■
    Diamond ◇ lozenge ◊ bigstar ★ checkmark ✓ top ⊤ bot ⊥ degree ° sharp ♯ flat ♭ natural ♮
    clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ complement ∁ mho ℧ eth ð surd √ S § P ¶
    copyright © pounds £ yen ¥ euro € circledR ® maltese ✠ N ℕ Z ℤ Q ℚ R ℝ C ℂ reals ℝ Complex ℂ
    """
  )

  static let symbols: [String: Symbol] = {
    var symbols: [String: Symbol] = [:]
    for (role, names) in roles {
      for (name, text) in table(names) { symbols[name] = Symbol(text: text, role: role) }
    }
    return symbols
  }()

  private static let roles: [(Role, String)] = [
    (
      .ordinary,
      """
      forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ prime ′ backprime ‵ ldots … dots … dotsc … dotso …
      hdots … cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ vdots ⋮ ddots ⋱ iddots ⋰ therefore ∴ because ∵
      """
    ),
    (
      .binary,
      """
      pm ± mp ∓ times × div ÷ cdot ⋅ cdotp · ast ∗ star ⋆ circ ∘ bullet ∙ cap ∩ cup ∪ Cap ⋒ Cup ⋓
      uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨ wedge ∧ land ∧ veebar ⊻ barwedge ⊼ setminus ∖
      smallsetminus ∖ wr ≀ diamond ⋄ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ boxplus ⊞ boxminus ⊟
      boxtimes ⊠ boxdot ⊡ dagger † ddagger ‡ amalg ⨿ ltimes ⋉ rtimes ⋊ triangleleft ◁
      triangleright ▷ bigtriangleup △ bigtriangledown ▽ bigcirc ◯ intercal ⊺ dotplus ∔ divideontimes ⋇
      """
    ),
    (
      .relation,
      """
      leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ lt < gt > equiv ≡ sim ∼ nsim ≁ simeq ≃ approx ≈ approxeq ≊ cong ≅
      ncong ≇ propto ∝ varpropto ∝ prec ≺ succ ≻ preceq ⪯ succeq ⪰ ll ≪ gg ≫ lll ⋘ ggg ⋙ subset ⊂
      supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ nsubseteq ⊈ nsupseteq ⊉ sqsubset ⊏
      sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ in ∈ ni ∋ owns ∋ notin ∉ mid ∣ nmid ∤ parallel ∥
      nparallel ∦ perp ⟂ vdash ⊢ nvdash ⊬ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ asymp ≍ doteq ≐
      triangleq ≜ coloneqq ≔ coloneq ≔ eqqcolon ≕ eqcirc ≖ circeq ≗ lesssim ≲ gtrsim ≳ leqslant ⩽
      geqslant ⩾ leqq ≦ geqq ≧ nleq ≰ ngeq ≱ nless ≮ ngtr ≯ lessgtr ≶ gtrless ≷ smile ⌣ frown ⌢
      bowtie ⋈ between ≬ pitchfork ⋔ multimap ⊸ vartriangleleft ⊲ vartriangleright ⊳ trianglelefteq ⊴
      trianglerighteq ⊵ blacktriangleleft ◀ blacktriangleright ▶
      to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔
      implies ⟹ impliedby ⟸ iff ⟺ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷
      Longrightarrow ⟹ Longleftarrow ⟸ Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼ hookrightarrow ↪
      hookleftarrow ↩ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕
      nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼
      leftharpoondown ↽ rightleftharpoons ⇌ leftrightharpoons ⇋ rightsquigarrow ⇝ leadsto ⇝
      twoheadrightarrow ↠ twoheadleftarrow ↞ rightarrowtail ↣ leftarrowtail ↢ rightrightarrows ⇉
      leftleftarrows ⇇ rightleftarrows ⇄ leftrightarrows ⇆ circlearrowright ↻ circlearrowleft ↺
      curvearrowright ↷ curvearrowleft ↶ nrightarrow ↛ nleftarrow ↚ nRightarrow ⇏ nLeftarrow ⇍
      nleftrightarrow ↮ nLeftrightarrow ⇎ dashrightarrow ⇢ dashleftarrow ⇠ upharpoonright ↾ restriction ↾
      Lsh ↰ Rsh ↱
      """
    ),
    (.punctuation, "colon : comma ,"),
  ]

  /// Delimiters by command, without those of a single character.
  static let delimiters: [String: Symbol] = {
    var delimiters: [String: Symbol] = [:]
    let opening =
      "{ { lbrace { langle ⟨ lceil ⌈ lfloor ⌊ lbrack [ lvert | lVert ‖ lgroup ⟮ ulcorner ⌜ llcorner ⌞"
    let closing =
      "} } rbrace } rangle ⟩ rceil ⌉ rfloor ⌋ rbrack ] rvert | rVert ‖ rgroup ⟯ urcorner ⌝ lrcorner ⌟"
    for (name, text) in table(opening) { delimiters[name] = Symbol(text: text, role: .opening) }
    for (name, text) in table(closing) { delimiters[name] = Symbol(text: text, role: .closing) }
    for (name, text) in table("vert | | ‖ Vert ‖ backslash \\") {
      delimiters[name] = Symbol(text: text, role: .ordinary)
    }
    return delimiters
  }()

  /// Large operators whose limits stand below and above in displayed formulas.
  static let sums = table(
    """
    sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀
    biguplus ⨄ bigsqcup ⨆
    """
  )

  /// Large operators whose limits stand beside them.
  static let integrals = table(
    "int ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ oiiint ∰ smallint ∫"
  )

  /// Functions with a name.
  static let functions: Set<String> = [
    "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "sech", "csch",
    "arcsin", "arccos", "arctan", "arccot", "exp", "log", "ln", "lg", "lb", "deg", "dim", "hom",
    "ker", "arg", "sgn", "tr", "rank", "diag", "erf",
  ]

  /// Functions whose limits stand below and above in displayed formulas, with what is shown.
  static let limitFunctions: [String: String] = [
    "lim": "lim", "max": "max", "min": "min", "sup": "sup", "inf": "inf", "limsup": "lim sup",
    "liminf": "lim inf", "det": "det", "gcd": "gcd", "lcm": "lcm", "Pr": "Pr", "argmax": "arg max",
    "argmin": "arg min", "injlim": "inj lim", "projlim": "proj lim", "plim": "plim",
  ]

  /// Signs above a letter.
  static let accents = table(
    """
    hat ^ check ˇ tilde ~ acute ´ grave ` dot ˙ ddot ¨ dddot ⃛ breve ˘ bar ‾ vec → mathring ˚
    """
  )

  /// Signs above a whole expression, which they are as wide as.
  static let wideAccents = table(
    """
    widehat ^ widetilde ~ widecheck ˇ overline ‾ overbrace ⏞ overbracket ⎴ overparen ⏜
    overrightarrow → overleftarrow ← overleftrightarrow ↔ overgroup ⏠
    """
  )

  /// The same beneath.
  static let wideUndersigns = table(
    """
    underline _ underbrace ⏟ underbracket ⎵ underparen ⏝ underrightarrow → underleftarrow ←
    underleftrightarrow ↔ underbar _ undergroup ⏡
    """
  )

  /// Arrows that are as long as what stands above and below them.
  static let extensibleArrows = table(
    """
    xrightarrow → xleftarrow ← xleftrightarrow ↔ xRightarrow ⇒ xLeftarrow ⇐ xLeftrightarrow ⇔
    xmapsto ↦ xhookrightarrow ↪ xhookleftarrow ↩ xlongequal = xrightleftharpoons ⇌
    """
  )

  /// Relations that have a character of their own when they are crossed out.
  static let negated: [String: String] = [
    "=": "≠", "<": "≮", ">": "≯", "∈": "∉", "∋": "∌", "≡": "≢", "∼": "≁", "≈": "≉", "≅": "≇",
    "≤": "≰", "≥": "≱", "⊂": "⊄", "⊃": "⊅", "⊆": "⊈", "⊇": "⊉", "∣": "∤", "∥": "∦", "∃": "∄",
    "≺": "⊀", "≻": "⊁", "⊢": "⊬", "⊨": "⊭", "→": "↛", "←": "↚", "⇒": "⇏", "⇐": "⇍", "↔": "↮",
    "⇔": "⇎",
  ]

  /// Spaces in thousandths of an em.
  static let spaces: [String: Int] = [
    ",": 167, "thinspace": 167, ":": 222, ">": 222, "medspace": 222, ";": 278, "thickspace": 278,
    "!": -167, "negthinspace": -167, "negmedspace": -222, "negthickspace": -278, " ": 333,
    "space": 333, "nobreakspace": 333, "enspace": 500, "quad": 1000, "qquad": 2000,
  ]

  /// Names and what they stand for, one after the other.
  private static func table(_ words: String) -> [String: String] {
    // By bytes: a combining accent would be one Character with the blank before it.
    let parts = words.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    var table: [String: String] = [:]
    for index in stride(from: 0, to: parts.count - 1, by: 2) {
      table[String(decoding: parts[index], as: UTF8.self)] = String(
        decoding: parts[index + 1],
        as: UTF8.self
      )
    }
    return table
  }
}
