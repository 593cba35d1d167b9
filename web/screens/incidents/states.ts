export const states = ['open', 'contained', 'closed'] as const
export type State = (typeof states)[number]

export const isState = (value: unknown): value is State => states.some(state => state === value)
