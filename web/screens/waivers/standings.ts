export const standings = ['requested', 'running', 'expired', 'declined', 'ended'] as const
export type Standing = (typeof standings)[number]

export const isStanding = (value: string): value is Standing => standings.some(standing => standing === value)
