/// The layouts that come with the program, as the files in `Pipelines/layouts` are.
///
/// A program that was copied elsewhere knows them too. The compiler takes the files in, through
/// the link `ShippedLayouts` in this module; a test holds this list against the folder.
package enum ShippedLayouts {
  /// The files by name, with their bytes.
  package static let files: [(name: String, bytes: [UInt8])] = [
    ("esr-bi-competences.json5", PackageResources.esr_bi_competences_json5),
    ("esr-bi-staff-in-post.json5", PackageResources.esr_bi_staff_in_post_json5),
    ("esr-generic-outbound.json5", PackageResources.esr_generic_outbound_json5),
  ]
}
