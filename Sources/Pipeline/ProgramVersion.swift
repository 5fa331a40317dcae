/// The version of the program, in `--version` and in every manifest.
package enum ProgramVersion {
  /// Major, minor and patch number, as in Semantic Versioning.
  package static let text = "0.1.0"
}
