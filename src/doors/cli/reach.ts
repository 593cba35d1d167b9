import { parseArgs } from 'node:util'
import { Refusal, refuse } from '#src/kernel/refusal.ts'
import { createExit, readExitSettings } from '#src/outbound/index.ts'
import type { Allowed, ExitEvent } from '#src/outbound/index.ts'
import type { Command, Terminal } from './command.ts'

const help = `guildhall reach URL [--follow]

Tries to call an address the way Guildhall itself would, with this machine's settings, and says what happens: which way it
takes, which addresses the name has and whether they may be called, who the other side proves to be, and what it answers.

  --follow    go where the answer points, at most five times

Settings: GUILDHALL_PROXY, or HTTPS_PROXY and HTTP_PROXY; NO_PROXY; GUILDHALL_PROXY_RESOLVES=yes where the proxy is to resolve
names; GUILDHALL_CA_FILE with the certificates of your company's authorities.

Exit codes: 0 it answered, 1 it was not reached, 2 input or settings that can't be used, 3 our fault.

  guildhall reach https://api.example.com/
`

export interface ReachParts {
  readonly env: Readonly<Record<string, string | undefined>>
  /** The private targets of this installation. */
  readonly allowed: Allowed
}

/** More than a service answers to a visitor; a page is not refused here for its size. */
const MAX_BYTES = 16 * 1024 * 1024

/** A look through the exit, for whoever has to find out why a call doesn't arrive. */
export const reachCommand = ({ env, allowed }: ReachParts): Command => ({
  name: 'reach',
  summary: 'Try whether an address can be called from here, and say what stands in the way.',
  help,
  async run(args, terminal) {
    const { url, follow } = readArguments(args)
    const settings = readExitSettings(env)
    const exit = createExit({ ...settings, allowed, observe: event => terminal.out(eventText(event)) })
    try {
      const { body } = await exit.request({ url, follow, maxBytes: MAX_BYTES })
      line(terminal, 'Content', `${body.length} bytes`)
      terminal.out('Reached.\n')
      return 0
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind === 'invalid') throw error
      terminal.out(`Not reached (${error.code}).\n`)
      for (const { reason, remedy } of error.blockers) terminal.out(`  ${reason}\n  ${remedy}\n`)
      return 1
    } finally {
      await exit.close()
    }
  },
})

const readArguments = (args: string[]): { url: string; follow: boolean } => {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { follow: { type: 'boolean', default: false } } })
    const [url, ...more] = positionals
    if (url !== undefined && more.length === 0) return { url, follow: values.follow }
  } catch {
    // Falls through to the same remedy: what was typed may hold a secret and is not repeated.
  }
  throw refuse('invalid', 'bad-arguments', 'Name one address to call.', 'See guildhall help reach.')
}

const labelled = (label: string, text: string): string => `  ${label.padEnd(10)} ${text}\n`
const line = (terminal: Terminal, label: string, text: string): void => terminal.out(labelled(label, text))

const eventText = (event: ExitEvent): string => {
  switch (event.step) {
    case 'resolved':
      return `${event.target}${event.permitted ? ', an allowed private target' : ''}\n${event.judged
        .map(({ address, what, refused }, i) =>
          labelled(i === 0 ? 'Address' : '', `${address}: ${what}${refused ? `; ${refused.why}` : ''}`),
        )
        .join('')}`
    case 'left-to-proxy':
      return labelled('Address', `${event.target}: the proxy finds it`)
    case 'route':
      return labelled('Way', event.proxy === null ? 'directly' : `through the proxy ${event.proxy}`)
    case 'connected':
      return labelled('Connected', `to ${event.address}`)
    case 'trusted':
      return labelled('TLS', `${event.protocol}, certificate of ${event.issuer || 'an unnamed authority'} until ${event.until}`)
  }
  return labelled('Answer', `status ${event.status}`)
}
