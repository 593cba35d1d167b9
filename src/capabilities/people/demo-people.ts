import type { Role } from '#src/kernel/actor.ts'

interface DemoPerson {
  id: string
  name: string
  jobTitle: string
  unit: string
  roles: Role[]
}

/** The people of Aldermoor Foods, a company that does not exist. */
export const demoPeople: readonly DemoPerson[] = [
  { id: 'priya-raman', name: 'Priya Raman', jobTitle: 'Supplier claims analyst', unit: 'Supplier operations', roles: ['maker'] },
  { id: 'jonas-weber', name: 'Jonas Weber', jobTitle: 'Demand planner', unit: 'Supply planning', roles: ['maker'] },
  {
    id: 'sofia-marques',
    name: 'Sofia Marques',
    jobTitle: 'Head of supplier operations',
    unit: 'Supplier operations',
    roles: ['maker', 'unit-lead'],
  },
  {
    id: 'hanna-lindqvist',
    name: 'Hanna Lindqvist',
    jobTitle: 'Automation reviewer',
    unit: 'Center of excellence',
    roles: ['coe-reviewer'],
  },
  { id: 'daniel-okoye', name: 'Daniel Okoye', jobTitle: 'Information security officer', unit: 'IT security', roles: ['it-security'] },
  { id: 'mei-lin-chou', name: 'Mei-Lin Chou', jobTitle: 'Senior counsel', unit: 'Legal', roles: ['legal'] },
  { id: 'tomas-novak', name: 'Tomáš Novák', jobTitle: 'Change manager', unit: 'IT operations', roles: ['change-manager'] },
  {
    id: 'amelia-hart',
    name: 'Amelia Hart',
    jobTitle: 'Head of citizen development',
    unit: 'Center of excellence',
    roles: ['program-lead'],
  },
  { id: 'yusuf-demir', name: 'Yusuf Demir', jobTitle: 'Internal auditor', unit: 'Internal audit', roles: ['auditor'] },
  { id: 'grace-mbeki', name: 'Grace Mbeki', jobTitle: 'Platform administrator', unit: 'IT operations', roles: ['administrator'] },
]
