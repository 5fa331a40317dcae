/// The eight kinds of input a pipeline reads, by the names contract section 2 gives them.
///
/// The order of the cases is the order in which sources are read and reported.
package enum Source: String, CaseIterable, Sendable {
  case staff
  case competences
  case passports
  case network
  case organisations
  case footprints
  case accessCodes = "access-codes"
  case decisions
}
