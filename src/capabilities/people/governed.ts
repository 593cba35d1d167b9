import { governed } from '#src/ledger/index.ts'

/** The rows of this capability whose every change the ledger can prove. */
export const installations = governed({ kind: 'installation', table: 'installation', columns: ['company', 'demo', 'createdAt'] })
export const demoClocks = governed({ kind: 'demo-clock', table: 'demoClock', columns: ['seed', 'aheadMs'] })
export const units = governed({ kind: 'unit', table: 'unit', columns: ['code', 'name', 'parentId', 'leadId', 'closedAt', 'mergedInto'] })
export const people = governed({
  kind: 'person',
  table: 'person',
  columns: ['human', 'name', 'email', 'employeeNumber', 'jobTitle', 'contact', 'unitId', 'managerId', 'roles', 'state', 'stateSince'],
})
export const absences = governed({ kind: 'absence', table: 'absence', columns: ['personId', 'firstDay', 'lastDay', 'deputyId'] })
