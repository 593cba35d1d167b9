import { limits } from '#src/store/index.ts'
import type { Service } from './service.ts'

/** What the terminal says once an installation answers. */
export const runningText = (address: string, { config, stage }: Pick<Service, 'config' | 'stage'>, setUpPath: string | null): string =>
  page([
    `Guildhall is running: ${address}`,
    '',
    ...(config.demo
      ? [
          'First: open that address and check an idea, or look around Aldermoor Foods,',
          'a made-up company whose data is marked as such everywhere.',
        ]
      : setUpPath === null
        ? [stage === 'ready' ? 'Open that address and sign in.' : 'Somebody is setting it up.']
        : [
            'Nobody is here yet. Open this link to set it up; it is good once, for 24 hours:',
            '',
            `${address}${setUpPath}`,
            '',
            'Whoever opens it first becomes the administrator. A new one: npx guildhall set-up-link',
          ]),
    '',
    ...(config.store.kind === 'embedded' ? limits : ['Data: PostgreSQL, as DATABASE_URL says.']),
    '',
    'Stop with Ctrl-C. Help: npx guildhall help',
  ])

/** What it says while nobody has chosen what this Guildhall begins as. */
export const chooseText = (address: string): string =>
  page([
    `Guildhall is running: ${address}`,
    '',
    'Open that address and choose: look around a made-up company, or begin with your own.',
    'Straight into the made-up company: GUILDHALL_DEMO=1 npm start',
    '',
    'Stop with Ctrl-C. Help: npx guildhall help',
  ])

const page = (lines: readonly string[]): string => `\n${lines.map(line => (line === '' ? '' : `  ${line}`)).join('\n')}\n\n`

export const serveHelp = `Starts the server and stays until it is told to stop.

  guildhall serve

Environment:
  PORT             Port to answer at (4400); 0 takes a free one
  HOST             Address to answer at (127.0.0.1). Any other than this machine’s own needs an encrypted way in:
                   both GUILDHALL_TLS_… settings or GUILDHALL_TRUSTED_PROXIES, and GUILDHALL_URL
  GUILDHALL_URL    The address that people open, such as https://guildhall.example.com
  GUILDHALL_TLS_CERT, GUILDHALL_TLS_KEY
                   Files with certificate and key (PEM); read anew when they change
  GUILDHALL_TRUSTED_PROXIES
                   Addresses or networks of proxies in front, whose X-Forwarded headers are believed: 10.0.0.5,10.1.0.0/24
  GUILDHALL_DEMO   1 for the made-up company, whose data stands apart in demo/
  GUILDHALL_DEMO_SEED
                   The file from which it is loaded at its first start (demo/company.seed); none for a few people only
  DATABASE_URL     postgres://… to keep the data on PostgreSQL
  GUILDHALL_DATA   Directory for data and keys (./data)
`
