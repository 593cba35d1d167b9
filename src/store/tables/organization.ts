import type { Json, MaybeMoment, Moment } from './columns.ts'

/** One row: whose installation this is. */
export interface InstallationTable {
  /** Drawn at random; names what this installation keeps outside its database. */
  id: string
  version: number
  sealSalt: Buffer
  company: string
  /** Whether everything in it is made up. */
  demo: boolean
  createdAt: Moment
}

/** One row in a demo that was loaded: how far its time is from the real one. */
export interface DemoClockTable {
  /** The installation's id. */
  id: string
  version: number
  sealSalt: Buffer
  /** Digest of the seed that it was loaded from. */
  seed: string
  /** What is added to the real time, in milliseconds; negative where the demo is behind. */
  aheadMs: number
}

export interface UnitTable {
  id: string
  version: number
  sealSalt: Buffer
  /** What the company's own directory calls it, such as a cost centre; imports recognise a unit by it. */
  code: string | null
  name: string
  parentId: string | null
  leadId: string | null
  closedAt: MaybeMoment
  /** Where its people went when it was closed. */
  mergedInto: string | null
}

/** What a unit was from one moment to another; the current span has no end. */
export interface UnitSpanTable {
  unitId: string
  beganAt: Moment
  endedAt: MaybeMoment
  name: string
  parentId: string | null
  leadId: string | null
}

/** An account of a human being. */
export interface PersonTable {
  id: string
  version: number
  sealSalt: Buffer
  /** The same for all accounts of one human being: who may not be their own second person. */
  human: string
  name: string
  email: string | null
  employeeNumber: string | null
  jobTitle: string
  /** How makers reach them: a chat address, a telephone number, office hours. */
  contact: string | null
  unitId: string | null
  managerId: string | null
  /** Roles that hold for the whole company. Who leads a unit stands with the unit. */
  roles: Json<string[]>
  state: 'active' | 'suspended' | 'left'
  stateSince: Moment
}

export interface MembershipTable {
  personId: string
  beganAt: Moment
  endedAt: MaybeMoment
  unitId: string
}

/** Days on which somebody is away, as ISO 8601 dates, both included. */
export interface AbsenceTable {
  id: string
  version: number
  sealSalt: Buffer
  personId: string
  firstDay: string
  lastDay: string
  deputyId: string | null
}
