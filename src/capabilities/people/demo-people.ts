import type { Role } from '#src/kernel/actor.ts'

interface DemoUnit {
  id: string
  name: string
  parent: string | null
  lead?: string
}

interface DemoPerson {
  id: string
  name: string
  jobTitle: string
  unit: string
  roles: Role[]
  manager?: string
}

/** The units of Aldermoor Foods, a company that does not exist; parents before children. */
export const demoUnits: readonly DemoUnit[] = [
  { id: 'aldermoor', name: 'Aldermoor Foods', parent: null },
  { id: 'operations', name: 'Operations', parent: 'aldermoor' },
  { id: 'supplier-operations', name: 'Supplier operations', parent: 'operations', lead: 'sofia-marques' },
  { id: 'supply-planning', name: 'Supply planning', parent: 'operations' },
  { id: 'technology', name: 'Technology', parent: 'aldermoor' },
  { id: 'center-of-excellence', name: 'Center of excellence', parent: 'technology', lead: 'amelia-hart' },
  { id: 'it-security', name: 'IT security', parent: 'technology' },
  { id: 'it-operations', name: 'IT operations', parent: 'technology' },
  { id: 'legal', name: 'Legal', parent: 'aldermoor' },
  { id: 'internal-audit', name: 'Internal audit', parent: 'aldermoor' },
]

/** Its people; managers before those they manage. */
export const demoPeople: readonly DemoPerson[] = [
  { id: 'sofia-marques', name: 'Sofia Marques', jobTitle: 'Head of supplier operations', unit: 'supplier-operations', roles: ['maker'] },
  {
    id: 'priya-raman',
    name: 'Priya Raman',
    jobTitle: 'Supplier claims analyst',
    unit: 'supplier-operations',
    roles: ['maker'],
    manager: 'sofia-marques',
  },
  { id: 'jonas-weber', name: 'Jonas Weber', jobTitle: 'Demand planner', unit: 'supply-planning', roles: ['maker'] },
  {
    id: 'amelia-hart',
    name: 'Amelia Hart',
    jobTitle: 'Head of citizen development',
    unit: 'center-of-excellence',
    roles: ['program-lead'],
  },
  {
    id: 'hanna-lindqvist',
    name: 'Hanna Lindqvist',
    jobTitle: 'Automation reviewer',
    unit: 'center-of-excellence',
    roles: ['coe-reviewer'],
    manager: 'amelia-hart',
  },
  {
    id: 'luca-ferri',
    name: 'Luca Ferri',
    jobTitle: 'Automation reviewer',
    unit: 'center-of-excellence',
    roles: ['coe-reviewer'],
    manager: 'amelia-hart',
  },
  { id: 'daniel-okoye', name: 'Daniel Okoye', jobTitle: 'Information security officer', unit: 'it-security', roles: ['it-security'] },
  {
    id: 'ines-cardoso',
    name: 'Inês Cardoso',
    jobTitle: 'Security engineer',
    unit: 'it-security',
    roles: ['it-security'],
    manager: 'daniel-okoye',
  },
  { id: 'mei-lin-chou', name: 'Mei-Lin Chou', jobTitle: 'Senior counsel', unit: 'legal', roles: ['legal'] },
  { id: 'oliver-stein', name: 'Oliver Stein', jobTitle: 'Privacy counsel', unit: 'legal', roles: ['legal'], manager: 'mei-lin-chou' },
  { id: 'tomas-novak', name: 'Tomáš Novák', jobTitle: 'Change manager', unit: 'it-operations', roles: ['change-manager'] },
  {
    id: 'nadia-haddad',
    name: 'Nadia Haddad',
    jobTitle: 'Release coordinator',
    unit: 'it-operations',
    roles: ['change-manager'],
    manager: 'tomas-novak',
  },
  { id: 'yusuf-demir', name: 'Yusuf Demir', jobTitle: 'Internal auditor', unit: 'internal-audit', roles: ['auditor'] },
  { id: 'grace-mbeki', name: 'Grace Mbeki', jobTitle: 'Platform administrator', unit: 'it-operations', roles: ['administrator'] },
]
