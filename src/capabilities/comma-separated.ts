/**
 * A table as spreadsheets read it (RFC 4180), safe to open in one: what would be read as a formula there gets a leading
 * apostrophe (OWASP, CSV injection).
 */
export const writeTable = <C extends string>(columns: readonly C[], rows: readonly Readonly<Record<C, string>>[]): string =>
  [columns.join(','), ...rows.map(row => columns.map(column => cell(row[column])).join(','))].join('\r\n') + '\r\n'

const cell = (value: string): string => {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
