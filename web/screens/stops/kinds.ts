const kinds = ['solution', 'tool', 'model', 'unit'] as const
export type StopKind = (typeof kinds)[number]

export const isStopKind = (value: unknown): value is StopKind => kinds.some(kind => kind === value)
