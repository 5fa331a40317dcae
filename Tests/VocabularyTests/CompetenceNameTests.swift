import Testing
import Vocabulary

struct CompetenceNameTests {
  @Test(arguments: ["carer", "CARER", "NHS|Working Carer|", "Young Carers' lead", "xcarer"])
  func `a name with carer in it mentions carers, in any case`(name: String) {
    #expect(cell(name) { CompetenceName.mentionsCarers($0) })
  }

  @Test(arguments: ["", "care", "career", "Moving and Handling", "car er", "CARE R"])
  func `any other name does not`(name: String) {
    #expect(!cell(name) { CompetenceName.mentionsCarers($0) })
  }
}
