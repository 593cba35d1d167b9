import { Readable } from 'node:stream'
import { documentsIn } from '#src/capabilities/charter-folder.ts'
import type { Command } from '#src/doors/cli/index.ts'
import { refuse } from '#src/kernel/refusal.ts'

/** The operation's own command, which also takes the documents from a folder: a charter is edited as files. */
export const proposeCharterCommand = (command: Command): Command => ({
  ...command,
  help: `${command.help}  --folder DIR     The documents, from a folder that holds them as files\n\n  guildhall propose-charter --folder ./our-charter --note "Agents need a review" --as amelia-hart\n`,
  async run(args, terminal) {
    const place = args.indexOf('--folder')
    if (place < 0) return command.run(args, terminal)
    const [folder] = args.slice(place + 1)
    const rest = args.toSpliced(place, 2)
    if (folder === undefined || rest.some(word => ['--folder', '--input', '--documents'].includes(word)))
      throw refuse(
        'invalid',
        'bad-arguments',
        'The documents come from one place: a folder, or an input.',
        'guildhall propose-charter --folder DIR --note "Why"',
        'folder',
      )
    const input = JSON.stringify({ documents: await documentsIn(folder) })
    return command.run([...rest, '--input', '-'], { ...terminal, stdin: Readable.from([input]) })
  },
})
