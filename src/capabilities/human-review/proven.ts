/** What people did with what a solution wrote, over a while; tries in the sandbox are not counted. */
export interface Counted {
  submitted: number
  waiting: number
  approved: number
  /** Approvals by somebody who was signed in and had time to read it. */
  read: number
  /** Verdicts that a machine gave with a token. */
  byMachine: number
  tooQuick: number
  edited: number
  rejected: number
  expired: number
  /** From being submitted to a person’s verdict, as the clock on the wall goes. */
  medianMinutes: number | null
}

/** Over how long figures are taken. */
export const DAYS = 30
/** Fewer approvals show nothing. */
export const ENOUGH = 5

/** Whether it was seen at work: people read what left, and no machine decided. */
export const isProven = ({ read, byMachine }: Pick<Counted, 'read' | 'byMachine'>): boolean => read >= ENOUGH && byMachine === 0
