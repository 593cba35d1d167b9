import type { DeliveryState } from '../../data/messages.ts'

/** What may become of a letter, in the order in which one asks for it. */
export const deliveryStates = ['dead', 'failed', 'due', 'dry', 'sent', 'dropped'] as const satisfies readonly DeliveryState[]

export const isDeliveryState = (value: unknown): value is DeliveryState => deliveryStates.some(state => state === value)
