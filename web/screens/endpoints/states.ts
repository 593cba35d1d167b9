import type { EventState } from '../../data/endpoints.ts'

/** What may become of an event, in the order in which one asks for it. */
export const eventStates = ['dead', 'failed', 'due', 'sent', 'held', 'summed'] as const satisfies readonly EventState[]

export const isEventState = (value: unknown): value is EventState => eventStates.some(state => state === value)
