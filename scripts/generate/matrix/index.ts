export { callers } from './callers.ts'
export { matrixPage } from './page.ts'
export { openRoutes, routeTable } from './routes.ts'
export { rowsOf } from './rows.ts'
