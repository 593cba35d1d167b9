import { statfs } from 'node:fs/promises'
import type { Surroundings } from '#src/capabilities/health/index.ts'
import type { Config } from './config.ts'

/** What the settings say of a server, and what the system says of its process. */
export const surroundingsOf = ({ about, store, demo, keys, needsSecondFactor, masterKey }: Config): Surroundings => ({
  ...about,
  node: process.version.slice(1),
  platform: `${process.platform} ${process.arch}`,
  store: store.kind,
  demo,
  secondFactor: needsSecondFactor,
  masterKey: masterKey('any').current.kind,
  memory: () => process.memoryUsage.rss(),
  disk: () =>
    statfs(keys).then(
      ({ bavail, bsize }) => bavail * bsize,
      () => null,
    ),
})
