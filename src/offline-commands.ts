import { charterCommand } from '#src/doors/cli/charter.ts'
import { checkCommand } from '#src/doors/cli/check.ts'
import { capacityCommand } from '#src/doors/cli/capacity.ts'
import { inspectCommand } from '#src/doors/cli/inspect.ts'
import { receiptCommand } from '#src/doors/cli/receipt.ts'
import { scanCommand } from '#src/doors/cli/scan.ts'
import type { Command } from '#src/doors/cli/index.ts'

/** Commands that read files and call one engine: no store, no server, no network. */
export const offlineCommands: readonly Command[] = [
  checkCommand,
  charterCommand,
  inspectCommand,
  scanCommand,
  capacityCommand,
  receiptCommand,
]
