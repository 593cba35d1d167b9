import type { MessageKind } from '#src/capabilities/define-message.ts'
import { accessCapability, seedColumn } from '#src/capabilities/access/index.ts'
import { appealsCapability, secondLookTable } from '#src/capabilities/appeals/index.ts'
import type { Trust } from '#src/capabilities/audit/index.ts'
import { answersCapability } from '#src/capabilities/answers/index.ts'
import { auditCapability } from '#src/capabilities/audit/index.ts'
import type { Shipped } from '#src/capabilities/charter/index.ts'
import { charterCapability, createCharters } from '#src/capabilities/charter/index.ts'
import { emergencyCapability } from '#src/capabilities/emergency/index.ts'
import { addressColumn, endpointSecretColumn, endpointsCapability, oldSecretColumn } from '#src/capabilities/endpoints/index.ts'
import { datesAbout, findingsAbout, findingsCapability } from '#src/capabilities/findings/index.ts'
import type { Surroundings } from '#src/capabilities/health/index.ts'
import { healthCapability } from '#src/capabilities/health/index.ts'
import { incidentsAbout, incidentsCapability } from '#src/capabilities/incidents/index.ts'
import { humanReviewCapability, partColumn, secretColumn } from '#src/capabilities/human-review/index.ts'
import { intakeCapability } from '#src/capabilities/intake/index.ts'
import { jobsCapability } from '#src/capabilities/jobs/index.ts'
import type { Calendar } from '#src/capabilities/jobs/index.ts'
import { liveCapability } from '#src/capabilities/live/index.ts'
import { outboundCapability } from '#src/capabilities/outbound/index.ts'
import { installationRow, peopleCapability } from '#src/capabilities/people/index.ts'
import { reviewCapability } from '#src/capabilities/review/index.ts'
import type { ReviewKind } from '#src/capabilities/review/index.ts'
import { registryCapability, solutionsAfter, stoppedAmong } from '#src/capabilities/registry/index.ts'
import { chatAddressColumn, messagesCapability, passwordColumn } from '#src/capabilities/messages/index.ts'
import { proposalsCapability } from '#src/capabilities/proposals/index.ts'
import { searchCapability } from '#src/capabilities/search/index.ts'
import { standardsCapability } from '#src/capabilities/standards/index.ts'
import { stewardshipCapability } from '#src/capabilities/stewardship/index.ts'
import { stopsCapability } from '#src/capabilities/stops/index.ts'
import { toolsCapability, toolsKept } from '#src/capabilities/tools/index.ts'
import { waiversAbout, waiversCapability } from '#src/capabilities/waivers/index.ts'
import { openVault, vaultCapability } from '#src/capabilities/vault/index.ts'
import type { Kind } from '#src/capabilities/proposals/index.ts'
import { calendarOf } from '#src/engines/charter/index.ts'
import type { AnyOperation } from '#src/kernel/operation.ts'
import type { Governed, Signed } from '#src/ledger/index.ts'
import { entryTypes, readTrust, signText } from '#src/ledger/index.ts'
import { createInspecting } from '#src/inspecting/index.ts'
import type { ExitSettings } from '#src/outbound/index.ts'
import type { KeySources } from '#src/vault/index.ts'
import type { Config } from './config.ts'
import { surroundingsOf } from './surroundings.ts'

export interface ProgramParts {
  shipped: Shipped
  /** Whether everything in it is made up. */
  demo: boolean
  /** The ledger’s key, and the checkpoints that were kept outside the database. */
  trust(): Promise<Trust>
  /** Signs a text with the ledger’s key. */
  sign(textFor: (ledger: string) => string): Promise<Signed>
  /** Where the master key comes from, for an installation by its id; asked when a secret is first sealed or opened. */
  masterKey(installation: string): KeySources
  /** What this machine's settings say about calling out. */
  exit(): ExitSettings
  /** What a server knows of itself besides its data. */
  surroundings: Surroundings
}

/** The program for a configuration: it opens nothing, so it can also be asked what there is. */
export const programFor = (config: Config, shipped: Shipped): Program => {
  const { demo, keys, masterKey, exit } = config
  return createProgram({
    shipped,
    demo,
    trust: () => trustIn(keys),
    sign: textFor => signText(keys, textFor),
    masterKey,
    exit,
    surroundings: surroundingsOf(config),
  })
}

/** @throws Error where there is no ledger yet; the sequencer makes one as soon as the data is open. */
const trustIn = async (keys: string): Promise<Trust> => {
  const trust = await readTrust(keys)
  if (!trust) throw new Error('There is no ledger key in the directory for keys.')
  return trust
}

/**
 * The one list of what exists: what can be asked, which rows the ledger can prove, and which entries it may hold.
 * @throws Error where a type of entry lost one of its versions: entries of it may stand in a ledger.
 */
export const createProgram = ({ shipped, demo, trust, sign, masterKey, exit, surroundings }: ProgramParts) => {
  const vault = openVault(
    async db => masterKey((await installationRow(db))?.id ?? 'new'),
    [seedColumn, passwordColumn, chatAddressColumn, partColumn, secretColumn, addressColumn, endpointSecretColumn, oldSecretColumn],
  )
  const people = peopleCapability()
  const access = accessCapability({ demo, sign, waiting: (db, person) => messages.waiting(db, person) }, vault)
  const charters = createCharters(shipped, toolsKept)
  const charter = charterCapability(charters, solutionsAfter)
  const beside = { findings: findingsAbout, dates: datesAbout, waivers: waiversAbout, incidents: incidentsAbout }
  const registry = registryCapability(charters, createInspecting(), beside, surroundings.address)
  const tools = toolsCapability(charters)
  const waivers = waiversCapability(charters)
  const standards = standardsCapability(charters)
  const stewardship = stewardshipCapability(charters)
  const stops = stopsCapability(charters)
  const incidents = incidentsCapability(charters)
  const reviewKinds: readonly ReviewKind[] = [registry.reviewKind, ...tools.reviewKinds]
  const appeals = appealsCapability(charters, registry.reviewKind)
  const review = reviewCapability({ charters, kinds: reviewKinds }, secondLookTable, surroundings.address)
  const findings = findingsCapability(charters)
  const outbound = outboundCapability
  const kinds: readonly Kind[] = [
    ...people.kinds,
    ...access.kinds,
    ...charter.kinds,
    ...tools.kinds,
    ...outbound.kinds,
    ...stewardship.kinds,
    ...stops.kinds,
    ...findings.kinds,
  ]
  const proposals = proposalsCapability(kinds)
  const humanReview = humanReviewCapability({ charters, vault, sign, exit })
  const calendar: Calendar = async db => calendarOf(await charters.inForce(db))
  const endpoints = endpointsCapability({ vault, exit, address: surroundings.address, calendar })
  const telling = [
    access,
    endpoints,
    proposals,
    emergencyCapability,
    registry,
    stewardship,
    stops,
    appeals,
    review,
    tools,
    waivers,
    humanReview,
    findings,
  ]
  const messages = messagesCapability({
    kinds: telling.flatMap<MessageKind>(capability => capability.messages),
    charters,
    vault,
    sign,
    address: surroundings.address,
    exit,
  })
  const answers = answersCapability(messages.readAnswer)
  const jobKinds = [...review.jobs, ...findings.jobs, ...stops.jobs, ...messages.jobs, ...humanReview.jobs, ...endpoints.jobs]
  const jobs = jobsCapability(jobKinds, calendar)
  const secrets = vaultCapability(vault)
  const health = healthCapability({ charters, jobs: jobKinds, vault, surroundings })
  const live = liveCapability(kinds)
  const recording = [
    people,
    access,
    proposals,
    emergencyCapability,
    charter,
    standards,
    registry,
    stewardship,
    stops,
    incidents,
    appeals,
    review,
    tools,
    waivers,
    humanReview,
    findings,
    messages,
    endpoints,
    jobs,
    secrets,
    outbound,
  ]
  const governed: readonly Governed[] = recording.flatMap<Governed>(capability => capability.governed)
  entryTypes(recording.flatMap<Parameters<typeof entryTypes>[0][number]>(capability => capability.entries))
  const audit = auditCapability(governed, trust)
  const capabilities: Readonly<Record<string, { operations: readonly AnyOperation[] }>> = {
    people,
    access,
    answers,
    proposals,
    emergency: emergencyCapability,
    charter,
    intake: intakeCapability(charters, stoppedAmong),
    standards,
    registry,
    stewardship,
    stops,
    incidents,
    appeals,
    review,
    tools,
    waivers,
    'human-review': humanReview,
    findings,
    messages,
    endpoints,
    jobs,
    live,
    search: searchCapability({ charters, kinds: reviewKinds }),
    audit,
    health,
    vault: secrets,
    outbound,
  }
  const operations: readonly AnyOperation[] = Object.values(capabilities).flatMap(capability => capability.operations)

  /** @throws Error for a name that is not in the list: a bug in the caller. */
  const named = (name: string): AnyOperation => {
    const found = operations.find(operation => operation.name === name)
    if (!found) throw new Error(`There is no operation ${name}.`)
    return found
  }
  return {
    capabilities,
    operations,
    governed,
    named,
    charters,
    signIn: { ...access.signIn, openAnswerLink: answers.open },
    setUp: access.setUp,
    recoverSignIn: access.recoverSignIn,
    ledger: audit.ledger,
    keys: secrets.keys,
    jobs: jobs.kinds,
    calendar: jobs.calendar,
    listJobs: jobs.listing,
    listChanges: live.changes,
    showHealth: health.shown,
    privateTargets: outbound.listPrivateTargets,
  }
}

export type Program = ReturnType<typeof createProgram>
