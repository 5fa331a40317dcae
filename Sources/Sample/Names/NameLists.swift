/// Common names in order, and rarer ones.
struct NameList {
  let common: [String]
  let rare: [String]

  init(_ common: [String], rare: [String] = []) {
    self.common = common
    self.rare = rare
  }

  init(_ common: String, rare: [String] = []) {
    self.init(NameList.words(common), rare: rare)
  }

  /// The words of a table of names.
  static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

  /// Every beginning with every ending, but no letter three times running.
  ///
  /// The order goes through the endings first, so that no ending gathers the greater weights.
  static func joined(_ beginnings: String, _ endings: String) -> [String] {
    words(endings).flatMap { ending in
      words(beginnings).compactMap { beginning -> String? in
        let tail = beginning.suffix(2).lowercased()
        guard let first = ending.first, tail != String([first, first]) else { return nil }
        return beginning + ending
      }
    }
  }
}

/// The first names of each culture: women's then men's, each by year of birth where that differs.
enum FirstNameLists {
  static var all: [[NameList]] { Culture.allCases.flatMap { [women($0), men($0)] } }

  private static func women(_ culture: Culture) -> [NameList] {
    let british = [
      BritishFirstNames.womenBornEarly, BritishFirstNames.womenBornMidway,
      BritishFirstNames.womenBornLate,
    ]
    switch culture {
    case .english: return mixed(british)
    case .welsh: return mixed(british, with: BritishFirstNames.womenOfWales)
    case .scottish: return mixed(british, with: BritishFirstNames.womenOfScotland)
    case .irish: return mixed(british, with: BritishFirstNames.womenOfIreland)
    default: return [NameList(others(culture).women, rare: rare(culture))]
    }
  }

  private static func men(_ culture: Culture) -> [NameList] {
    let british = [
      BritishFirstNames.menBornEarly, BritishFirstNames.menBornMidway,
      BritishFirstNames.menBornLate,
    ]
    switch culture {
    case .english: return mixed(british)
    case .welsh: return mixed(british, with: BritishFirstNames.menOfWales)
    case .scottish: return mixed(british, with: BritishFirstNames.menOfScotland)
    case .irish: return mixed(british, with: BritishFirstNames.menOfIreland)
    default: return [NameList(others(culture).men, rare: rare(culture))]
    }
  }

  /// Names of three generations; those of a country stand in turn with those of all Britain, and
  /// those of the other generations are the rare ones.
  private static func mixed(_ generations: [String], with own: String = "") -> [NameList] {
    let all = generations.flatMap(NameList.words)
    let special = NameList.words(own)
    return generations.map { generation in
      let common = NameList.words(generation)
      var names: [String] = []
      for place in 0..<max(common.count, special.count) {
        if place < special.count { names.append(special[place]) }
        if place < common.count { names.append(common[place]) }
      }
      var seen: Set<String> = []
      return NameList(names.filter { seen.insert($0).inserted }, rare: all)
    }
  }

  private static func rare(_ culture: Culture) -> [String] {
    switch culture {
    case .hindu: NameList.words(OtherFirstNames.rareHindu)
    case .muslim: NameList.words(OtherFirstNames.rareMuslim)
    case .yoruba: NameList.joined(OtherSurnames.yorubaBeginnings, OtherFirstNames.yorubaEndings)
    case .igbo: NameList.joined(OtherSurnames.igboBeginnings, OtherSurnames.igboEndings)
    default: []
    }
  }

  private static func others(_ culture: Culture) -> (women: [String], men: [String]) {
    let sikh = NameList.joined(OtherFirstNames.sikhBeginnings, OtherFirstNames.sikhEndings)
    let names: (women: String, men: String) =
      switch culture {
      case .polish: (OtherFirstNames.womenPolish, OtherFirstNames.menPolish)
      case .romanian: (OtherFirstNames.womenRomanian, OtherFirstNames.menRomanian)
      case .iberian: (OtherFirstNames.womenIberian, OtherFirstNames.menIberian)
      case .hindu: (OtherFirstNames.womenHindu, OtherFirstNames.menHindu)
      case .southIndian: (OtherFirstNames.womenSouthIndian, OtherFirstNames.menSouthIndian)
      case .muslim: (OtherFirstNames.womenMuslim, OtherFirstNames.menMuslim)
      case .yoruba: (OtherFirstNames.womenYoruba, OtherFirstNames.menYoruba)
      case .igbo: (OtherFirstNames.womenIgbo, OtherFirstNames.menIgbo)
      case .ghanaian: (OtherFirstNames.womenGhanaian, OtherFirstNames.menGhanaian)
      case .zimbabwean: (OtherFirstNames.womenZimbabwean, OtherFirstNames.menZimbabwean)
      case .filipino: (OtherFirstNames.womenFilipino, OtherFirstNames.menFilipino)
      case .chinese: (OtherFirstNames.womenChinese, OtherFirstNames.menChinese)
      case .english, .welsh, .scottish, .irish, .sikh: ("", "")
      }
    return culture == .sikh
      ? (sikh, sikh) : (NameList.words(names.women), NameList.words(names.men))
  }
}

/// The surnames of each culture: women's, then men's.
enum SurnameLists {
  static var all: [[NameList]] {
    Culture.allCases.map { culture in
      let (common, rare) = names(culture)
      return [true, false].map { isWoman in
        NameList(
          borne(common, culture, isWoman: isWoman), rare: borne(rare, culture, isWoman: isWoman))
      }
    }
  }

  private static let womenOnly: Set<String> = [
    "Kaur", "Begum", "Bibi", "Akhtar", "Kausar", "Khatun", "Parveen", "Sultana", "Khanom",
    "Ni_Bhriain",
  ]

  /// Those that only women or only men bear out, and the Polish ones with their endings.
  private static func borne(_ names: [String], _ culture: Culture, isWoman: Bool) -> [String] {
    switch culture {
    case .polish:
      return names.map { isWoman && $0.hasSuffix("ki") ? String($0.dropLast()) + "a" : $0 }
    default:
      return names.filter { name in
        isWoman ? !(culture == .sikh && name == "Singh") : !womenOnly.contains(name)
      }
    }
  }

  private static func names(_ culture: Culture) -> (common: [String], rare: [String]) {
    let english =
      NameList.joined(EnglishSurnames.placeBeginnings, EnglishSurnames.placeEndings)
      + NameList.joined(EnglishSurnames.fathers, EnglishSurnames.fatherEndings)
    let made: (common: String, rare: [String]) =
      switch culture {
      case .english: (EnglishSurnames.common, english)
      case .welsh: (OtherSurnames.welsh, english)
      case .scottish: (OtherSurnames.scottish, english)
      case .irish: (OtherSurnames.irish, [])
      case .polish:
        (
          OtherSurnames.polish,
          NameList.joined(OtherSurnames.polishStems, OtherSurnames.polishEndings)
        )
      case .romanian:
        (
          OtherSurnames.romanian,
          NameList.joined(OtherSurnames.romanianStems, OtherSurnames.romanianEndings)
        )
      case .iberian:
        (
          OtherSurnames.iberian,
          NameList.joined(OtherSurnames.iberianStems, OtherSurnames.iberianEndings)
        )
      case .hindu:
        (
          OtherSurnames.gujarati,
          NameList.joined(OtherSurnames.gujaratiStems, OtherSurnames.gujaratiEndings)
        )
      case .southIndian:
        (
          OtherSurnames.southIndian,
          NameList.joined(OtherSurnames.southIndianStems, OtherSurnames.southIndianEndings)
        )
      case .muslim:
        (
          OtherSurnames.muslim,
          NameList.joined(OtherSurnames.muslimStems, OtherSurnames.muslimEndings)
        )
      case .sikh: (OtherSurnames.sikh, [])
      case .yoruba:
        (
          OtherSurnames.yoruba,
          NameList.joined(OtherSurnames.yorubaBeginnings, OtherSurnames.yorubaEndings)
        )
      case .igbo:
        (
          OtherSurnames.igbo,
          NameList.joined(OtherSurnames.igboBeginnings, OtherSurnames.igboEndings)
        )
      case .ghanaian: (OtherSurnames.ghanaian, [])
      case .zimbabwean: (OtherSurnames.zimbabwean, [])
      case .filipino: (OtherSurnames.filipino, [])
      case .chinese: (OtherSurnames.chinese, [])
      }
    return (NameList.words(made.common), made.rare)
  }
}
