/** The days of a simulation, counted from the first one. */
export interface Calendar {
  first: Temporal.PlainDate
  dateOf(day: number): Temporal.PlainDate
  isWorkday(day: number): boolean
  /** The weeks around the end of the year, and August: hardly anybody has ideas, and many are away. */
  isSlow(day: number): boolean
  momentOf(day: number, hour: number, minute?: number): Temporal.Instant
}

/** The head office's clock, as the shipped charter has it: UTC. */
export const calendarFrom = (first: Temporal.PlainDate): Calendar => {
  const dateOf = (day: number) => first.add({ days: day })
  return {
    first,
    dateOf,
    isWorkday: day => dateOf(day).dayOfWeek <= 5,
    isSlow(day) {
      const { month, day: date } = dateOf(day)
      return month === 8 || (month === 12 && date >= 21) || (month === 1 && date <= 3)
    },
    momentOf: (day, hour, minute = 0) => dateOf(day).toZonedDateTime({ timeZone: 'UTC', plainTime: { hour, minute } }).toInstant(),
  }
}
