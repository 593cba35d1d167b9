import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { version } from '#src/kernel/text.ts'
import { placeIn } from '#src/vault/index.ts'
import { operation } from '../operation.ts'
import { asPerson } from '../permissions.ts'
import type { SecretVault } from '../vault/index.ts'
import { language, mailFields, messageSettingsView } from './contract.ts'
import { messageSettingsChanged } from './entries.ts'
import { messageSettings } from './governed.ts'
import { changedMeanwhile, keepsMessages } from './permissions.ts'
import { presentSettings } from './present.ts'
import type { Settings } from './settings.ts'
import { SETTING, holdSettings, keepSettings, passwordColumn, settingsNow } from './settings.ts'

export const showMessageSettings = (usualAddress: string | null) =>
  operation({
    name: 'show-message-settings',
    summary: 'How messages are sent: whether at all, by which mail server, and how many a day.',
    effect: 'read',
    http: { method: 'GET', path: '/message-settings' },
    input: z.strictObject({}),
    output: messageSettingsView,
    allows: keepsMessages,
    async run(_, { db }) {
      return presentSettings(await settingsNow(db), usualAddress)
    },
  })

/** Where links lead: an origin, without a path. */
const address = () =>
  z
    .url({ protocol: /^https?$/, error: 'Give an address such as https://guildhall.example.com.' })
    .max(300)
    .refine(given => URL.parse(given)?.pathname === '/', 'Leave out what stands behind the host and port.')
    .transform(given => new URL(given).origin)

export const changeMessageSettings = (vault: SecretVault, usualAddress: string | null) =>
  operation({
    name: 'change-message-settings',
    summary: 'Set how messages are sent; end the dry run, from when on letters go out.',
    effect: 'write',
    attended: true,
    http: { method: 'PUT', path: '/message-settings' },
    input: z.strictObject({
      version: version(),
      dryRun: z.boolean(),
      dailyLetters: z.int().min(1, 'The digest is one letter a day.').max(50).describe('The digest among them.'),
      digestLines: z.int().min(1).max(100),
      language: language(),
      address: address().nullable().describe('Where links lead. Null: where the server says it is.'),
      mail: mailFields.nullable(),
      password: z.string().min(1).max(500).nullable().optional().describe('Left out: as it is. Null: none.'),
    }),
    output: messageSettingsView,
    target: (_, { db }) => holdSettings(db),
    allows: keepsMessages,
    async run({ version, password, ...given }, context, before) {
      const { actor, db, record } = context
      const sealedPassword =
        password === undefined
          ? before.sealedPassword
          : password === null
            ? null
            : await vault.seal(context, placeIn(passwordColumn, SETTING), password)
      const settings: Settings = { ...given, sealedPassword }
      if (!settings.dryRun) expectReady(settings, usualAddress)
      const row = await keepSettings(db, settings, version)
      if (!row) throw changedMeanwhile()
      record(
        messageSettingsChanged({
          subject: messageSettings.subject(row),
          data: {
            dryRun: row.dryRun,
            dailyLetters: row.dailyLetters,
            host: row.mail?.host ?? null,
            password: typeof password === 'string',
            by: asPerson(actor).id,
          },
          personal: {},
        }),
      )
      return presentSettings(row, usualAddress)
    },
  })

/** @throws Refusal where a letter could not be sent, or would lead nowhere. */
export const expectReady = ({ mail, address }: Settings, usualAddress: string | null): void => {
  if (mail === null)
    throw refuse('conflict', 'mail-not-set', 'No mail server is set, so nothing can be sent.', 'Set the mail server first.', 'mail')
  if ((address ?? usualAddress) === null)
    throw refuse(
      'conflict',
      'address-not-set',
      'Links in letters would lead nowhere.',
      'Set the address under which people open Guildhall.',
      'address',
    )
}
