/** Something that whoever watches over the company's systems should know. */
export interface SyslogEvent {
  /** In kebab-case, such as `sign-in-refused`. */
  readonly type: string
  readonly severity: Severity
  readonly at: Temporal.Instant
  readonly data: Readonly<Record<string, unknown>>
}

/** RFC 5424 §6.2.1, table 2, as far as a program has use for it. */
const severities = { critical: 2, error: 3, warning: 4, notice: 5, informational: 6 } as const
export type Severity = keyof typeof severities

/** "log audit" (RFC 5424 §6.2.1, table 1). */
const FACILITY = 13
/** What every receiver should take (RFC 5425 §4.3.1). */
const MOST_BYTES = 8_192

/**
 * One event as a frame of syslog over TLS: its length in bytes, a space (RFC 5425 §4.3), and the message of RFC 5424 §6
 * with JSON as its text. Letters beyond ASCII are escaped as JSON has it, so no byte order mark is needed (§6.4) and a
 * line break can't begin another message.
 */
export const syslogMessage = ({ type, severity, at, data }: SyslogEvent, from: string): string => {
  const head = [
    `<${FACILITY * 8 + severities[severity]}>1`,
    at.toString({ smallestUnit: 'microsecond' }),
    printable(from, 255),
    'guildhall',
    '-',
    printable(type, 32),
    '-',
  ].join(' ')
  const said = { type, severity, at: at.toString() }
  const whole = `${head} ${ascii({ ...data, ...said })}`
  const message = whole.length <= MOST_BYTES ? whole : `${head} ${ascii({ ...said, cut: true })}`
  return `${message.length} ${message}`
}

/** A field of the header: visible ASCII (RFC 5424 §6), `-` for none. */
const printable = (text: string, most: number): string => text.replace(/[^\x21-\x7e]/g, '_').slice(0, most) || '-'

const ascii = (value: unknown): string =>
  JSON.stringify(value).replace(/[^\x20-\x7e]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
