/// What is to be said of each of the ``FiveEmployees``, worked out by hand.
enum ExpectedExplanation {
  /// RX1/1: a carer whose older statement and older passport are passed over.
  static let carerByDate = """
    RX1/00000001
      Run 2026-11-21-01, as of 2026-11-21. The employee is active.

    Status
      carer, on the evidence esr+passport: the flag says carer, and only the
      employee can say so.

    Why
      - The flag is carer: staff/rx1.csv line 2, the main row, primary, says carer,
        dated 2025-02-28; taken of 2 that say a flag.
        Passed over: staff/rx1.csv line 3, a further row, not primary, says
        not-carer, dated 2024-01-01; an earlier date, and the latest counts.
      - ESR records no passport: there is no open passport competence.
      - The passport status is review-overdue: passports/rx1.csv line 2, agreed
        2024-05-01, next review 2025-05-01.
        Passed over: passports/rx1.csv line 3, agreed 2023-05-01, next review
        2024-05-01; ended, and review-overdue counts before it.
      - The network status is none: no membership is linked.

    Where it stands
      - staff/rx1.csv line 2: staff, the main row, active, primary
      - staff/rx1.csv line 3: staff, active, not primary
      - passports/rx1.csv line 2: passport, review-overdue
      - passports/rx1.csv line 3: passport, ended

    Links
      - Passport, passports/rx1.csv line 2: linked by employee number, and no name
        contradicts it.
      - Passport, passports/rx1.csv line 3: linked by employee number, and no name
        contradicts it.

    Rules raised
      - passport-review-overdue (medium), new
        The review was due on 2025-05-01.
        To do: Arrange the review with the employee and enter the next review date.
        Rests on: passports/rx1.csv line 2, staff/rx1.csv line 2, staff/rx1.csv line
        3.

    Lists
      - reconciled/QT1/RX1.csv: has a row.
      - recipients/QT1/RX1/carers.csv: on it for the carers' platform,
        digital-resource, on esr+passport; delivery new: the code is to be sent for
        the first time.
      - recipients/QT1/RX1/managers.csv: not on it; only line managers of active
        employees with a valid email are, each person once a footprint.

    What to do next
      Arrange the review with the employee and enter the next review date.
      (passport-review-overdue, medium)
      Where nothing is to be done, write waive in the column decision of
      discrepancies.csv and give the file back as decisions.
    """

  /// RX1/2: a carer-unflagged by a passport that another employer shares by consent.
  static let unflagged = """
    RX1/00000002
      Run 2026-11-21-01, as of 2026-11-21. The employee is active.

    Status
      carer-unflagged, on the evidence passport: there is a passport in force, but
      the flag is not-recorded.

    Why
      - The flag is not-recorded: no row and no open competence says anything.
      - ESR records no passport: there is no open passport competence.
      - The passport status is active: a row of another employer, agreed 2026-01-10,
        next review 2027-01-10.
        It counts here because the person consents to share it.
      - The network status is none: no membership is linked.

    Where it stands
      - staff/rx1.csv line 4: staff, the main row, active, primary
      - a row of another employer: passport, active

    Links
      - Passport, a row of another employer, shared by consent: linked by employee
        number, and no name contradicts it.

    Rules raised
      - passport-without-flag (high), new
        The record says nothing about caring; a carer's passport is live.
        To do: Ask the employee whether ESR may be updated.
        Rests on: staff/rx1.csv line 4, a row of another employer.

    Lists
      - reconciled/QT1/RX1.csv: has a row.
      - recipients/QT1/RX1/carers.csv: on it for the carers' platform,
        digital-resource, on passport; delivery new: the code is to be sent for the
        first time.
      - recipients/QT1/RX1/managers.csv: not on it; only line managers of active
        employees with a valid email are, each person once a footprint.

    What to do next
      Ask the employee whether ESR may be updated. (passport-without-flag, high)
      Where nothing is to be done, write waive in the column decision of
      discrepancies.csv and give the file back as decisions.
    """

  /// RX1/3: one who declined and is listed, waived by a decision.
  static let declined = """
    RX1/00000003
      Run 2026-11-21-01, as of 2026-11-21. The employee is active.

    Status
      declined, on the evidence network: the employee prefers not to say, and that
      stands whatever the lists say.

    Why
      - The flag is declined: staff/rx1.csv line 5, the main row, primary, says
        declined, without a date; the only one that says anything.
      - ESR records no passport: there is no open passport competence.
      - The passport status is none: no passport that counts is linked.
      - The network status is carer-member: network/members.csv line 2, a member as
        a carer.

    Where it stands
      - staff/rx1.csv line 5: staff, the main row, active, primary
      - network/members.csv line 2: network, carer-member

    Links
      - Membership, network/members.csv line 2: linked by work email, and no name or
        birth date contradicts it.

    Rules raised
      - declined-but-listed (high), waived until 2027-03-31 by a decision,
        decisions/answers.csv line 2
        The record says prefers not to say; a network lists a carer.
        To do: Ask the employee in confidence which of the two they wish to stand,
        and change neither without their word.
        Rests on: staff/rx1.csv line 5, network/members.csv line 2.

    Lists
      - reconciled/QT1/RX1.csv: has a row.
      - recipients/QT1/RX1/carers.csv: not on it; the status is declined.
      - recipients/QT1/RX1/managers.csv: not on it; only line managers of active
        employees with a valid email are, each person once a footprint.

    What to do next
      Nothing: no rule is open.
    """

  /// RX1/4: a leaver whose flag is not understood.
  static let leaver = """
    RX1/00000004
      Run 2026-11-21-01, as of 2026-11-21. The employee is not active: no assignment
      is in force, so most rules pass it by.

    Status
      not-recorded, on no evidence: nothing that can be read says anything. That
      does not mean "not a carer".

    Why
      - The flag is unreadable: what stands there is none of the words known.
        Not understood: staff/rx1.csv line 6.
      - ESR records no passport: there is no open passport competence.
      - The passport status is none: no passport that counts is linked.
      - The network status is none: no membership is linked.

    Where it stands
      - staff/rx1.csv line 6: staff, the main row, not active, primary

    Links
      No passport or membership that counts is linked to this employee.

    Rules raised
      None.

    Lists
      - reconciled/QT1/RX1.csv: has a row.
      - recipients/QT1/RX1/carers.csv: not on it; only active employees are.
      - recipients/QT1/RX1/managers.csv: not on it; only active employees are.

    What to do next
      Nothing: no rule is open.
    """

  /// RX1/5: a manager who is an ally, with a link rejected.
  static let manager = """
    RX1/00000005
      Run 2026-11-21-01, as of 2026-11-21. The employee is active.

    Status
      not-recorded, on no evidence: nothing that can be read says anything. That
      does not mean "not a carer".

    Why
      - The flag is not-recorded: no row and no open competence says anything.
      - ESR records no passport: there is no open passport competence.
      - The passport status is none: no passport that counts is linked.
      - The network status is ally: network/members.csv line 3, an ally, which is no
        evidence.

    Where it stands
      - staff/rx1.csv line 7: staff, the main row, active, primary
      - network/members.csv line 3: network, ally

    Links
      - Membership, network/members.csv line 3: linked by work email, and no name or
        birth date contradicts it.
      - Passport, passports/rx1.csv line 4: kept apart from this employee by a
        decision, decisions/answers.csv line 3.

    Rules raised
      None.

    Lists
      - reconciled/QT1/RX1.csv: has a row.
      - recipients/QT1/RX1/carers.csv: not on it; the status is not-recorded.
      - recipients/QT1/RX1/managers.csv: on it for the managers' platform, efc;
        delivery new: the code is to be sent for the first time.
        Every line manager is on that list; it says nothing about caring.

    What to do next
      Nothing: no rule is open.
    """
}
