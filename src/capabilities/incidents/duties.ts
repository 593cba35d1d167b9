/** A duty to tell somebody about an incident, as information: whether it holds is for people who know the law. */
export interface Duty {
  id: 'gdpr-33' | 'gdpr-34'
  /** Null where the law says “without undue delay” and no more. */
  dueAt: Temporal.Instant | null
}

/** Kinds of data about people, as the charter that is shipped names them. */
const personal = ['customer-pii', 'employee-pii', 'applicant-pii', 'other-personal', 'health', 'biometric']

/**
 * Which duties data about people may bring. Regulation (EU) 2016/679, Article 33(1): to the supervisory authority, where feasible not
 * later than 72 hours after having become aware of it; Article 34(1): to those concerned without undue delay, where the risk is high.
 */
export const dutiesOf = ({ noticedAt, dataClasses }: { noticedAt: Temporal.Instant; dataClasses: readonly string[] }): Duty[] =>
  dataClasses.some(dataClass => personal.includes(dataClass))
    ? [
        { id: 'gdpr-33', dueAt: noticedAt.add({ hours: 72 }) },
        { id: 'gdpr-34', dueAt: null },
      ]
    : []
