/** The day on which an instant falls, as an ISO 8601 date. Absences are counted in UTC, which every unit reads alike. */
export const dayOf = (now: Temporal.Instant): string => now.toZonedDateTimeISO('UTC').toPlainDate().toString()
