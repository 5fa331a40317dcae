/// The canonical names of all columns that a source may have (contract section 2).
package enum ColumnName: String, CaseIterable, Sendable {
  case organisationCode = "organisation_code"
  case employeeNumber = "employee_number"
  case assignmentNumber = "assignment_number"
  case primaryAssignment = "primary_assignment"
  case assignmentStatus = "assignment_status"
  case assignmentCategory = "assignment_category"
  case title
  case firstName = "first_name"
  case lastName = "last_name"
  case fullName = "full_name"
  case knownAs = "known_as"
  case previousLastName = "previous_last_name"
  case dateOfBirth = "date_of_birth"
  case niNumber = "ni_number"
  case workEmail = "work_email"
  case staffGroup = "staff_group"
  case jobTitle = "job_title"
  case startDate = "start_date"
  case leavingDate = "leaving_date"
  case managerEmployeeNumber = "manager_employee_number"
  case carerFlag = "carer_flag"
  case carerFlagDate = "carer_flag_date"

  case competenceName = "competence_name"
  case level
  case dateFrom = "date_from"
  case dateTo = "date_to"

  case passportReference = "passport_reference"
  case agreedDate = "agreed_date"
  case reviewDate = "review_date"
  case endedDate = "ended_date"
  case status
  case consentToShare = "consent_to_share"

  case memberType = "member_type"
  case joinedDate = "joined_date"
  case leftDate = "left_date"
  case consentToContact = "consent_to_contact"

  case organisationName = "organisation_name"
  case footprintCode = "footprint_code"
  case previousFootprintCode = "previous_footprint_code"
  case validFrom = "valid_from"
  case validTo = "valid_to"
  case hrLeadName = "hr_lead_name"
  case hrLeadEmail = "hr_lead_email"
  case footprintName = "footprint_name"

  case platform
  case accessCode = "access_code"
  case efcCode = "efc_code"
  case digitalResourceCode = "digital_resource_code"

  case kind
  case subject
  case employee
  case decision
  case until
  case decidedBy = "decided_by"
  case decidedOn = "decided_on"
  case note
  case discrepancyID = "discrepancy_id"
}
