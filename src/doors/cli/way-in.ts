import type { Answering } from '#src/kernel/operation.ts'
import { refuse } from '#src/kernel/refusal.ts'
import type { Command } from './command.ts'
import type { WithCaller } from './operation-command.ts'

type MakesLink = Answering<{ path: string; expiresAt: string }>

export interface WayInParts {
  withCaller: WithCaller
  setUp: MakesLink
  recoverSignIn: MakesLink
  /** What people open, such as https://guildhall.example.com */
  address: string
}

/** The ways in that only whoever runs the server can make. Each link is printed once, and good once. */
export const wayInCommands = ({ withCaller, setUp, recoverSignIn, address }: WayInParts): readonly Command[] => {
  const made = async (operation: MakesLink, input: Record<string, unknown>): Promise<string> => {
    const { output } = await withCaller(call => call(operation, input))
    return `${address}${output.path}\n\nGood once, until ${output.expiresAt}. Give it to nobody but whom it is for.\n`
  }
  return [
    {
      name: 'set-up-link',
      summary: 'While nobody is here yet: print the link that sets this installation up.',
      help: setUpHelp,
      async run(args, terminal) {
        expectWords(args, 0, 'set-up-link')
        terminal.out(await made(setUp, {}))
        return 0
      },
    },
    {
      name: 'recovery-link',
      summary: 'Let somebody back in who lost every way in; the ledger shows that it was done from the terminal.',
      help: recoveryHelp,
      async run(args, terminal) {
        const [email] = expectWords(args, 1, 'recovery-link')
        terminal.out(await made(recoverSignIn, { email }))
        terminal.err('Recorded in the ledger as made by the operator, for every auditor to see.\n')
        return 0
      },
    },
  ]
}

const setUpHelp = `guildhall set-up-link: prints a new set-up link and ends the one before it.

  guildhall set-up-link

Whoever opens it first names the company and becomes its first administrator. It is good once, for 24 hours, and there is
none once the installation is set up.
`

const recoveryHelp = `guildhall recovery-link EMAIL: prints a link with which that person chooses a new password.

  guildhall recovery-link ada@company.example

For when no administrator can sign in any more. Using it ends every sign-in and token of the account and removes its second
factor. It is good once, for an hour (for somebody who never came in: 72 hours). It needs no second person, because whoever
holds the data directory could change anything; so the ledger says that the operator made it.
`

const expectWords = (args: string[], count: number, name: string): string[] => {
  if (args.length === count && !args.some(word => word.startsWith('-'))) return args
  throw refuse(
    'invalid',
    'bad-arguments',
    count === 0 ? 'It takes no arguments.' : 'It takes the person’s e-mail address and nothing else.',
    `See guildhall help ${name}.`,
  )
}
