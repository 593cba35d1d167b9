import { scanCommand } from '#src/doors/cli/scan.ts'
import type { Command } from '#src/doors/cli/index.ts'

/** Commands that read files and call one engine: no store, no server, no network. */
export const offlineCommands: readonly Command[] = [scanCommand]
