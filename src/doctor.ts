import { sql } from 'kysely'
import { z } from 'zod'
import type { Command } from '#src/doors/cli/index.ts'
import { callServer } from '#src/doors/cli/index.ts'
import { healthText, isWell } from '#src/doors/cli/health-text.ts'
import { jobsText } from '#src/doors/cli/jobs-text.ts'
import { keysAreWell } from '#src/doors/cli/keys-text.ts'
import type { KeysShown } from '#src/doors/cli/keys-text.ts'
import { systemClock } from '#src/kernel/clock.ts'
import { holderOf, isAlive, limits } from '#src/store/index.ts'
import { meantConfig, readSettings } from './config.ts'
import { openInstallation } from './installation.ts'
import { programFor } from './program.ts'
import { shippedCharter } from './shipped-charter.ts'

/** `guildhall doctor`: what runs here, on what, and whether anything needs a person. */
export const doctorCommand = ({ root, version }: { root: string; version: string }): Command => ({
  name: 'doctor',
  summary: 'Look at this installation and say what needs attention.',
  help: 'Looks at this installation: program, charter, data, ledger and jobs.\n\n  guildhall doctor\n\nAnswers with exit code 1 where something needs attention.\n',
  async run(_, terminal) {
    const config = meantConfig(readSettings(root, process.env))
    const shipped = await shippedCharter()
    const line = (name: string, text: string) => terminal.out(`${name.padEnd(10)} ${text}\n`)
    line('Guildhall', `${version} on Node ${process.version.slice(1)}, ${process.platform} ${process.arch}`)

    if (config.store.kind === 'embedded') {
      limits.forEach((text, i) => line(i === 0 ? 'Store' : '', text))
      const holder = await holderOf(config.store.directory)
      if (holder && (await isAlive(config.store.directory, holder))) {
        const { listJobs, showHealth } = programFor(config, shipped)
        const answer =
          holder.address && (await fetch(`${holder.address}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined))
        line('Server', `process ${holder.pid}${holder.address ? ` at ${holder.address}` : ''}`)
        const body = answer ? readiness.parse(await answer.json()) : { ready: false, reason: 'it does not answer' }
        if (body.ready && holder.address)
          line(
            'Charter',
            charterText(
              charterAnswer.parse(await (await fetch(`${holder.address}/api/charter`, { signal: AbortSignal.timeout(5_000) })).json()),
            ),
          )
        const call = body.ready && holder.address ? callServer(holder.address, holder.token) : null
        const jobs = call && (await call(listJobs, { open: true })).output
        if (jobs) for (const text of jobsText(jobs)) line(...text)
        const health = call ? (await call(showHealth, {})).output.checks : []
        for (const text of healthText(health)) line(...text)
        line('Health', body.ready ? 'ready' : `not ready: ${body.reason ?? ''}`)
        return body.ready && isWell(health) ? 0 : 1
      }
    } else line('Store', 'PostgreSQL, as DATABASE_URL says')

    const program = programFor(config, shipped)
    const installation = await openInstallation(config, program, systemClock, {
      onAlarm: () => undefined,
      onLost: () => process.exit(3),
    })
    try {
      const { rows } = await sql<{
        version: string
        size: string
      }>`select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size`.execute(
        installation.store.db,
      )
      line('Database', `PostgreSQL ${rows[0]?.version ?? '?'}, ${rows[0]?.size ?? '?'}`)
      line(
        'Charter',
        charterText(
          charterAnswer.parse(
            (await installation.run(installation.program.named('show-charter'), {}, { kind: 'system', job: 'doctor' })).output,
          ),
        ),
      )
      const keys = (await installation.run(program.keys.showKeys, {}, { kind: 'system', job: 'doctor' })).output
      line('Secrets', secretsText(keys))
      await installation.sequencer.settled()
      const { size, waiting, alarm, failure } = installation.sequencer.state()
      line('Ledger', `${size ?? 0} entries sealed, ${waiting} waiting, key ${installation.signer.vkey}`)
      const jobs = (await installation.run(program.listJobs, { open: true }, { kind: 'system', job: 'doctor' })).output
      for (const text of jobsText(jobs)) line(...text)
      const health = (await installation.run(program.showHealth, {}, { kind: 'system', job: 'doctor' })).output.checks
      for (const text of healthText(health)) line(...text)
      if (!alarm && failure === null) return isWell(health) ? 0 : 1
      line('Attention', alarm ? `${alarm.message} ${alarm.remedy}` : `the ledger could not be sealed: ${failure ?? ''}`)
      return 1
    } finally {
      await installation.close()
    }
  },
})

const secretsText = (keys: KeysShown): string => {
  if (keys.trouble !== null) return `the master key is not to be had: ${keys.trouble}`
  if (keys.keys.length === 0 && keys.lost === 0) return 'none stored yet, so no master key is needed'
  if (!keysAreWell(keys)) return 'some of them can’t be opened: guildhall keys show'
  return `the master key opens all ${keys.keys.length === 1 ? 'of them' : `${keys.keys.length} data keys`}`
}

const charterAnswer = z.object({
  version: z.string(),
  adopted: z.object({ at: z.string(), by: z.string().nullable(), proposedBy: z.string().nullable() }).nullable(),
})

const charterText = ({ version, adopted }: z.output<typeof charterAnswer>): string => {
  if (!adopted) return `${version} (the shipped one, not adopted by two people yet: guildhall propose-charter)`
  const people = adopted.by === null ? 'two people' : `${adopted.proposedBy ?? ''} and ${adopted.by}`
  return `${version} (adopted by ${people} on ${adopted.at.slice(0, 10)})`
}

const readiness = z.object({ ready: z.boolean(), reason: z.string().optional() })
