export { emergencyRoles } from './store.ts'
