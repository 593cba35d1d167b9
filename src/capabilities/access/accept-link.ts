import { z } from 'zod'
import { newId } from '#src/kernel/ids.ts'
import { Refusal, refuse } from '#src/kernel/refusal.ts'
import { operation } from '../operation.ts'
import {
  activePerson,
  insertInstallation,
  installationFounded,
  installationRow,
  installations,
  lockPeople,
  personView,
  presentPerson,
} from '../people/index.ts'
import { anyone } from '../permissions.ts'
import { accountById } from './account-store.ts'
import { addAdministrator } from './add-administrator.ts'
import { beginSignIn, endWaysIn } from './begin-access.ts'
import { companyName, emailText, linkSecret, passwordText, personName } from './contract.ts'
import { bootstrapped, passwordSet, secondFactorRemoved } from './entries.ts'
import { passwords as passwordRows, secondFactors } from './governed.ts'
import { holdLink } from './link-store.ts'
import { endLinks, whyNoGood } from './links.ts'
import { judgePassword } from './password-quality.ts'
import { putPassword } from './password-store.ts'
import type { Passwords } from './passwords.ts'
import { hasPower } from './power.ts'
import { deleteSecondFactor, holdSecondFactor } from './second-factor-store.ts'
import { hashSecret } from './store.ts'
import type { Writing } from './writing.ts'

const founding = z.object({ company: companyName(), name: personName(), email: emailText() })
type Founding = z.output<typeof founding>

/**
 * Uses a link: sets the password of whom it is for and signs them in. A set-up link founds the installation first. Of
 * two who use one link at the same moment, one finds it used.
 */
export const acceptLink = (passwords: Passwords) =>
  operation({
    name: 'accept-link',
    summary: 'Choose a password with a set-up link, an invitation or a recovery link, and sign in.',
    effect: 'write',
    input: z.strictObject({
      secret: linkSecret(),
      password: passwordText(),
      company: founding.shape.company.optional().describe('With a set-up link: the company’s name.'),
      name: founding.shape.name.optional().describe('With a set-up link: the first administrator’s name.'),
      email: founding.shape.email.optional().describe('With a set-up link: the address that they sign in with.'),
    }),
    output: z.object({ secret: z.string(), expiresAt: z.string(), lasts: z.int(), person: personView }),
    allows: anyone,
    async run({ secret, password, ...given }, { db, now, record }) {
      const writing = { db, now, record }
      const link = await holdLink(db, hashSecret(secret))
      const refusal = whyNoGood(link, now)
      if (refusal || !link) throw refusal
      const founder = link.kind === 'set-up' ? expectFounding(given) : expectNothing(given)
      const holder = link.personId === null ? undefined : await accountById(db, link.personId)
      if (link.personId !== null && holder?.state !== 'active') throw notActive()
      if (holder && link.givenBy === 'administrator' && hasPower(holder)) throw grownSince()

      const company = founder?.company ?? (await installationRow(db))?.company ?? ''
      const about = [company, founder?.name ?? holder?.name ?? '', founder?.email ?? holder?.email ?? '']
      const weak = await judgePassword(password, about, 'password')
      if (weak) throw weak
      const hash = await passwords.hash(password)

      const id = founder ? await found(writing, founder) : (link.personId ?? '')
      if (link.kind === 'recovery') {
        await endWaysIn(writing, { person: id, kinds: ['sign-in', 'token'] }, 'recovered')
        await forgetSecondFactor(writing, id)
      }
      await endLinks(writing, { person: link.personId, kinds: [link.kind] }, 'accepted')
      const row = await putPassword(db, id, hash, now)
      record(passwordSet({ subject: passwordRows.subject(row), data: { because: link.kind }, personal: {} }))
      const begun = await beginSignIn(writing, { person: id, method: link.kind, secondFactor: false })
      const person = await activePerson(db, id)
      if (!person) throw new Error('Whoever was let in is not there.')
      return { ...begun, person: presentPerson(person) }
    },
  })

/** Whoever lost every way in lost the second factor as well; the word that made the link stands for both. */
const forgetSecondFactor = async ({ db, record }: Writing, person: string): Promise<void> => {
  const factor = await holdSecondFactor(db, person)
  if (!factor) return
  await deleteSecondFactor(db, person)
  record(secondFactorRemoved({ subject: secondFactors.ended(factor), data: { because: 'recovery' }, personal: {} }))
}

/** The company, and its first administrator: with that role alone, which founds and invites but approves nothing. */
const found = async ({ db, now, record }: Writing, { company, name, email }: Founding): Promise<string> => {
  await lockPeople(db)
  if (await installationRow(db))
    throw refuse('conflict', 'already-set-up', 'This installation is set up already.', 'Ask its administrator for an invitation.')
  const installation = await insertInstallation(db, { id: newId(), company, demo: false }, now)
  record(installationFounded({ subject: installations.subject(installation), data: { demo: false }, personal: { company } }))
  const id = newId()
  await addAdministrator({ db, now, record }, { id, name, email })
  record(
    bootstrapped({
      subject: { kind: 'bootstrap', id: installation.id, version: null, digest: null },
      data: { step: 'first-administrator', person: id },
      personal: {},
    }),
  )
  return id
}

type Given = { [field in keyof Founding]?: Founding[field] | undefined }

/** @throws Refusal `invalid-input` naming each field that a set-up needs. */
const expectFounding = ({ company, name, email }: Given): Founding => {
  if (company !== undefined && name !== undefined && email !== undefined) return { company, name, email }
  const missing = Object.entries({ company, name, email }).filter(([, value]) => value === undefined)
  throw new Refusal(
    'invalid',
    'invalid-input',
    'A set-up needs the company and its first administrator.',
    missing.map(([field]) => ({ field, reason: 'It is missing.', remedy: 'Add it as text.' })),
  )
}

/** @throws Refusal `only-with-set-up` */
const expectNothing = (given: Given): undefined => {
  const [surplus] = Object.entries(given).find(([, value]) => value !== undefined) ?? []
  if (surplus !== undefined)
    throw refuse(
      'invalid',
      'only-with-set-up',
      'Only a set-up link takes this; yours is for an account that exists.',
      'Leave it out.',
      surplus,
    )
  return undefined
}

const notActive = (): Refusal =>
  refuse('forbidden', 'not-active', 'This account may not come in just now.', 'Ask an administrator why it is suspended.')

const grownSince = (): Refusal =>
  refuse(
    'forbidden',
    'two-people-needed',
    'This link was made by one administrator before the account held a role; it is no longer enough.',
    'Ask for a new link; two people agree to it.',
    'secret',
  )
