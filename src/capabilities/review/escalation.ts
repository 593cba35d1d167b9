/** A sign-off that waits, as it stands with its promise. */
export interface AtStake {
  started: boolean
  /** Whether whoever has it is here and may still sign; null where nobody has it. */
  assigneeHere: boolean | null
  /** The highest step that was taken. */
  toldPercent: number
  /** How much of the promised time is used up. */
  percent: number
}

export interface Step {
  reassign: 'away' | 'unassigned' | 'not-begun' | null
  /** Whether those who lead are told before the promise breaks. */
  tell: boolean
  toldPercent: number
}

/**
 * What has to happen with a sign-off now. Whoever is away hands over at once; who has not begun when the lane's first step comes
 * hands over then; at its last step those who lead are told. Each step is taken once.
 * @param steps percent of the promised time, as the lane's escalation names them.
 * @returns null where nothing has to happen.
 */
export const stepFor = ({ started, assigneeHere, toldPercent, percent }: AtStake, steps: readonly number[]): Step | null => {
  const reached = Math.max(0, ...steps.filter(step => percent >= step))
  const last = Math.max(0, ...steps)
  const first = Math.min(...steps, 100)
  const fresh = reached > toldPercent
  const reassign =
    assigneeHere === false
      ? 'away'
      : assigneeHere === null
        ? 'unassigned'
        : fresh && !started && reached >= first && toldPercent < first
          ? 'not-begun'
          : null
  const tell = fresh && reached === last
  return reassign === null && !fresh ? null : { reassign, tell, toldPercent: Math.max(toldPercent, reached) }
}
