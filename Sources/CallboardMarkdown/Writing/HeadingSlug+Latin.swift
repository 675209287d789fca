extension HeadingSlug {
  /// What is left in ASCII of a scalar's compatibility decomposition (Unicode 15, NFKD), lowercased;
  /// nil if nothing is.
  static func asciiLetters(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0xFF01...0xFF5E:
      // Full-width forms of ASCII.
      Unicode.Scalar(scalar.value - 0xFEE0).map { $0.properties.lowercaseMapping }
    default: latinLetters[scalar]
    }
  }

  private static let latinLetters: [Unicode.Scalar: String] = {
    var letters: [Unicode.Scalar: String] = [:]
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count == 2 else { continue }
      for scalar in fields[1].unicodeScalars { letters[scalar] = String(fields[0]) }
    }
    return letters
  }()

  /// A line holds what is left, a space, and the scalars it is left of. Without enclosed letters,
  /// squared words and presentation forms, which no heading holds.
  private static let table = """
    - ﹣
    0 ⁰₀
    03 ↉
    1 ¹₁⅟
    110 ⅒
    12 ½
    13 ⅓
    14 ¼
    15 ⅕
    16 ⅙
    17 ⅐
    18 ⅛
    19 ⅑
    2 ²₂
    23 ⅔
    25 ⅖
    3 ³₃
    34 ¾
    35 ⅗
    38 ⅜
    4 ⁴₄
    45 ⅘
    5 ⁵₅
    56 ⅚
    58 ⅝
    6 ⁶₆
    7 ⁷₇
    78 ⅞
    8 ⁸₈
    9 ⁹₉
    _ ︳︴﹍﹎﹏
    a ÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦᴬḀẠẢẤẦẨẪẬẮẰẲẴẶÅªàáâãäåāăąǎǟǡǻȁȃȧᵃḁẚạảấầẩẫậắằẳẵặₐ
    ac ℀
    as ℁
    b ᴮḂḄḆℬᵇḃḅḇ
    c ÇĆĈĊČḈℂ℃ℭⅭçćĉċčᶜḉⅽ
    co ℅
    cu ℆
    d ĎᴰḊḌḎḐḒⅅⅮďᵈḋḍḏḑḓⅆⅾ
    dz ǄǱǅǲǆǳ
    e ÈÉÊËĒĔĖĘĚȄȆȨᴱḔḖḘḚḜẸẺẼẾỀỂỄỆℰèéêëēĕėęěȅȇȩᵉḕḗḙḛḝẹẻẽếềểễệₑℯⅇ
    f Ḟ℉ℱᶠḟ
    fax ℻
    ff ﬀ
    ffi ﬃ
    ffl ﬄ
    fi ﬁ
    fl ﬂ
    g ĜĞĠĢǦǴᴳḠĝğġģǧǵᵍḡℊ
    h ĤȞᴴḢḤḦḨḪℋℌℍĥȟʰḣḥḧḩḫẖₕℎ
    i ÌÍÎÏĨĪĬĮİǏȈȊᴵḬḮỈỊℐℑⅠìíîïĩīĭįǐȉȋᵢḭḯỉịⁱℹⅈⅰ
    ii Ⅱⅱ
    iii Ⅲⅲ
    ij Ĳĳ
    iv Ⅳⅳ
    ix Ⅸⅸ
    j Ĵᴶĵǰʲⅉⱼ
    k ĶǨᴷḰḲḴKķǩᵏḱḳḵₖ
    l ĹĻĽĿᴸḶḸḺḼℒⅬĺļľŀˡḷḹḻḽₗℓⅼ
    lj Ǉǈǉ
    m ᴹḾṀṂℳⅯᵐḿṁṃₘⅿ
    n ÑŃŅŇǸᴺṄṆṈṊℕñńņňŉǹṅṇṉṋⁿₙ
    nj Ǌǋǌ
    no №
    o ÒÓÔÕÖŌŎŐƠǑǪǬȌȎȪȬȮȰᴼṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢºòóôõöōŏőơǒǫǭȍȏȫȭȯȱᵒṍṏṑṓọỏốồổỗộớờởỡợₒℴ
    p ᴾṔṖℙᵖṕṗₚ
    q ℚ
    r ŔŖŘȐȒᴿṘṚṜṞℛℜℝŕŗřȑȓʳᵣṙṛṝṟ
    rs ₨
    s ŚŜŞŠȘṠṢṤṦṨśŝşšſșˢṡṣṥṧṩẛₛ
    sm ℠
    st ﬅﬆ
    t ŢŤȚᵀṪṬṮṰţťțᵗṫṭṯṱẗₜ
    tel ℡
    tm ™
    u ÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖᵁṲṴṶṸṺỤỦỨỪỬỮỰùúûüũūŭůűųưǔǖǘǚǜȕȗᵘᵤṳṵṷṹṻụủứừửữự
    v ṼṾⅤⱽᵛᵥṽṿⅴ
    vi Ⅵⅵ
    vii Ⅶⅶ
    viii Ⅷⅷ
    w ŴᵂẀẂẄẆẈŵʷẁẃẅẇẉẘ
    x ẊẌⅩˣẋẍₓⅹ
    xi Ⅺⅺ
    xii Ⅻⅻ
    y ÝŶŸȲẎỲỴỶỸýÿŷȳʸẏẙỳỵỷỹ
    z ŹŻŽẐẒẔℤℨźżžᶻẑẓẕ
    """
}
