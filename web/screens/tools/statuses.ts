import { IconAdjustments, IconBan, IconCircleCheck, IconCircleOff, type TablerIcon } from '@tabler/icons-react'

export const statuses = ['approved', 'limited', 'refused', 'withdrawn'] as const
export type Status = (typeof statuses)[number]

export const isStatus = (value: string): value is Status => statuses.some(status => status === value)

/** A state's sign, beside its word. */
export const statusIcons: Readonly<Record<Status, TablerIcon>> = {
  approved: IconCircleCheck,
  limited: IconAdjustments,
  refused: IconBan,
  withdrawn: IconCircleOff,
}
