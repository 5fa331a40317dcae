import Records
import StageSupport
import Vocabulary

extension DrawnNight {
  /// A line for each entry of a list: its key, what became of it, and `conflict` where remembered.
  func drawnLinks(_ kind: ListKind = .passports) -> [String] {
    let list = links.list(kind)
    return zip(list.subjects, list.links).map { subject, link in
      var line = String(subject.dropFirst(kind.subjectPrefix.count)) + " "
      if let employee = link.employee, let method = link.method {
        line += "\(method.rawValue) \(workforce.text(of: employee))"
      } else {
        line += link.outcome.rawValue
      }
      return line + (link.hadConflict ? " conflict" : "")
    }
  }
}
