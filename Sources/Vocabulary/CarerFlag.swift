/// What a flag says about unpaid care (contract section 3); raw values are what files say.
package enum CarerFlag: String, CaseIterable, Sendable {
  case carer
  case notCarer = "not-carer"
  case declined
  case notRecorded = "not-recorded"
  case unreadable
}
