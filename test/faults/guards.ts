import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Change } from './changed-tree.ts'

/** One guard taken out of the source. */
export interface Removal extends Change {
  /** What it is, for whoever reads the list of those that nobody missed. */
  guard: string
}

/** Where permissions are written: every refusal in these files is a guard. */
const guarding = [
  'src/capabilities/permissions.ts',
  'src/capabilities/*/permissions.ts',
  'src/capabilities/people/standing.ts',
  'src/capabilities/access/power.ts',
  'src/capabilities/review/meet-condition.ts',
  'src/capabilities/review/accept-condition.ts',
  'src/kernel/token-scope.ts',
]

/** Every refusal of the permission files, each turned into a yes, and every reason against a second person or a sign-off. */
export const refusalsIn = (root: string): Removal[] => [
  ...guarding.flatMap(pattern => globSync(pattern, { cwd: root })).flatMap(file => callsOf(root, file.replaceAll('\\', '/'))),
  ...blockersOf(root, 'src/capabilities/proposals/second-person.ts'),
  ...blockersOf(root, 'src/capabilities/review/signer.ts'),
]

const callsOf = (root: string, file: string): Removal[] => {
  const source = readFileSync(join(root, file), 'utf8')
  const seen = new Map<string, number>()
  return [...source.matchAll(/(?<![\w.])(?:new Refusal|refuse)\(/g)].map(({ index, 0: opening }) => {
    const from = source.slice(index, endOfCall(source, index + opening.length))
    const nth = seen.get(from) ?? 0
    seen.set(from, nth + 1)
    return { file, guard: /'([a-z]+-[a-z-]+)'/.exec(from)?.[1] ?? from, from, to: 'null', nth }
  })
}

/** Behind the parenthesis that closes what was opened before `start`; texts are passed over. */
const endOfCall = (source: string, start: number): number => {
  let depth = 1
  for (let i = start; i < source.length; i += 1) {
    const c = source.charAt(i)
    if (c === "'" || c === '`' || c === '"') i = source.indexOf(c, i + 1)
    else if (c === '(') depth += 1
    else if (c === ')' && (depth -= 1) === 0) return i + 1
  }
  throw new Error('A call has no end.')
}

const blockersOf = (root: string, file: string): Removal[] => {
  const source = readFileSync(join(root, file), 'utf8')
  const from = '&& {'
  return [...source.matchAll(/&& \{\s*reason: ([^\n]{1,80})/g)].map(({ 1: guard = '' }, nth) => ({
    file,
    guard,
    from,
    to: '&& false && {',
    nth,
  }))
}

const removal = (file: string, guard: string, from: string, to = '', nth = 0): Removal => ({ file, guard, from, to, nth })

/** Of what changed, each is told to whoever may see it. */
const told = (guard: string, from: string, to = '', nth = 0): Removal => removal('src/capabilities/live/seen.ts', guard, from, to, nth)

/** Guards that stand elsewhere than in a permission: of the runner, the door, identity, links, lists and proposals. */
export const otherGuards: readonly Removal[] = [
  removal('src/runner.ts', 'what a token may', 'if (beyond) throw beyond'),
  removal('src/runner.ts', 'the permission itself', 'if (refusal) throw actor === (await shown) ? refusal : proofNeeded()'),
  removal('src/kernel/proof.ts', 'a second factor that is yet to be shown', 'actor.unproven && !beforeProof', 'false'),
  removal(
    'src/capabilities/access/identify.ts',
    'a sign-in that was left alone',
    "if (credential.kind === 'session' && isIdle(lastUse, now)) throw signInEnded()",
  ),
  removal('src/capabilities/access/store.ts', 'a way in that was ended', ".where('access.endedAt', 'is', null)\n"),
  removal('src/capabilities/access/store.ts', 'a way in that ran out', ".where('access.expiresAt', '>', at(now))\n"),
  removal('src/capabilities/access/store.ts', 'a person who may not come in', ".where('person.state', '=', 'active')\n"),
  removal(
    'src/capabilities/access/store.ts',
    'a sign-in from before a suspension',
    ".whereRef('access.startedAt', '>=', 'person.stateSince')\n",
  ),
  removal('src/runner.ts', 'the version that was read', 'expectVersion(operation, input, target)\n'),
  removal('src/requests.ts', 'another request under an id that was used', 'if (before && (', 'if (false && ('),
  removal('src/doors/http/mount.ts', 'changes from our own pages only', "if (operation.effect !== 'read') expectSameOrigin(request)"),
  removal('src/doors/http/session.ts', 'signing in from our own pages only', 'expectSameOrigin(request)', '', 0),
  removal('src/doors/http/session.ts', 'links from our own pages only', 'expectSameOrigin(request)', '', 1),
  removal('src/doors/http/session.ts', 'signing out from our own pages only', 'expectSameOrigin(request)', '', 2),
  removal('src/doors/http/session.ts', 'where an attempt comes from is the door’s to say', 'if (fromTheDoor in body)', 'if (false)'),
  removal(
    'src/doors/http/same-origin.ts',
    'what browsers say of where a request began',
    "&& (site === undefined || site === 'same-origin')",
  ),
  removal('src/capabilities/proposals/adopt-proposal.ts', 'only what is open', 'expectOpen(row, now)'),
  removal('src/capabilities/proposals/adopt-proposal.ts', 'what was shown', 'if (digest !== row.digest ||', 'if ('),
  removal(
    'src/capabilities/proposals/adopt-proposal.ts',
    'what stands there',
    '|| row.digest !== digestOf(row.kind, row.subject, row.content)',
  ),
  removal('src/capabilities/registry/list-store.ts', 'the scope of a list and its count', 'where ${which}${way', 'where true${way'),
  removal('src/capabilities/registry/list-store.ts', 'the scope of what is common', 'and ${which} order', 'and true order'),
  removal(
    'src/capabilities/registry/list-store.ts',
    'the scope of what is not common',
    'where ${which} and not (select',
    'where true and not (select',
  ),
  removal(
    'src/capabilities/registry/list-store.ts',
    'the scope of a page further down',
    'where ${which}${behind} and not',
    'where true${behind} and not',
  ),
  removal(
    'src/capabilities/registry/list-store.ts',
    'the scope of all that is one’s own',
    'where ${which}${behind} order',
    'where true${behind} order',
  ),
  removal('src/capabilities/registry/list-store.ts', 'the scope of an export', '    .where(listed(scope, wanted))\n'),
  removal('src/capabilities/registry/list-store.ts', 'the scope of whatever narrows a list', '(${may}${narrowed', '(true${narrowed'),
  removal('src/capabilities/registry/using-tool.ts', 'the scope of a tool’s users', '    .where(within(scope))\n'),
  removal('src/capabilities/waivers/store.ts', 'the scope of waivers', '    .where(solutionsWithin(scope))\n'),
  removal(
    'src/runner.ts',
    'who may have long work done',
    "await transact(store.db, kindOf(operation), db => admit(db, operation, input, credential, 'ahead'))",
  ),
  removal(
    'src/capabilities/registry/shown-text.ts',
    'secrets out of what a file shows',
    'const { text } = scanner.redact(line)',
    'const text = line',
  ),
  removal(
    'src/capabilities/registry/material.ts',
    'what was read, in what an approval covers',
    "['material', facts, inspection]",
    "['material', facts, null]",
  ),
  removal(
    'src/capabilities/registry/submit-solution.ts',
    'what stands before a submission',
    "if (blockers.length > 0 || way === 'blocked')",
    'if (false)',
  ),
  removal('src/capabilities/review/sign-off-review.ts', 'exactly the content that was looked at', '      expectContent(held, digest)\n'),
  removal('src/capabilities/review/sign-off-review.ts', 'who may give this role’s sign-off', '      if (unfit) throw unfit\n'),
  removal('src/capabilities/review/sign-off-review.ts', 'no decision over the head of whoever was asked', '      expectGoing(held)\n'),
  removal('src/capabilities/review/in-hand.ts', 'content that changed since', '&& subject.digest === review.digest', ''),
  removal('src/capabilities/review/assign-review.ts', 'only to those who may sign', 'if (fault)', 'if (false && fault)'),
  removal('src/capabilities/review/outcome.ts', 'every role’s yes', "|| counted.some(({ state }) => state === 'open')"),
  removal(
    'src/capabilities/registry/declare-anew.ts',
    'sign-offs fall with an edit',
    "overtaken ? await dropReview(writing, { kind: 'solution', subject: solution.id, because: 'edited' }) : null",
    'null',
  ),
  removal(
    'src/capabilities/registry/go-live.ts',
    'what has to be done before it goes live',
    '      if (blockers.length > 0)',
    '      if (false)',
  ),
  removal('src/capabilities/findings/list-store.ts', 'the scope of findings', '    within(scope),\n', '    sql`true`,\n'),
  removal('src/capabilities/findings/live.ts', 'how long a finding is put off', 'if (!reached(until, latest))', 'if (false)'),
  removal(
    'src/capabilities/findings/set-finding-rule.ts',
    'no effect where there is none',
    'if (changed && !allRules',
    'if (false && !allRules',
  ),
  removal('src/capabilities/findings/effect.ts', 'what was acted on before', "  if (acted) return { by: 'acted-before', until: null }\n"),
  removal('src/capabilities/findings/effect.ts', 'leave', '  if (leave) return leave\n'),
  removal('src/capabilities/findings/effect.ts', 'what is settled since', '|| decide(subject, given) === null'),
  removal('src/capabilities/findings/effect.ts', 'a finding that was put off', '  if (putOff) return putOff\n'),
  removal('src/capabilities/findings/effect.ts', 'the grace', "until('not-yet', from) ?? "),
  removal('src/capabilities/findings/effect.ts', 'whoever was asked', " ?? until('offered', effect.waits?.(subject, given) ?? null)"),
  removal(
    'src/capabilities/findings/act-on-finding.ts',
    'a rule that may not act',
    "      if (!setting || effectOf(new Map([[rule.id, setting]]), rule.id) !== 'on') throw nothingToDo()",
    '      if (!setting) throw nothingToDo()',
  ),
  removal(
    'src/capabilities/findings/act-on-finding.ts',
    'everything once more, of what is held',
    'if (whySpared(rule, considered',
    'if (false && whySpared(rule, considered',
  ),
  removal('src/capabilities/findings/act-on-finding.ts', 'the cap of a night', '>= setting.effectCap', '>= 1_000_000'),
  removal('src/capabilities/findings/effect-store.ts', 'the scope of effects', '    .where(solutionsWithin(scope))\n'),
  removal('src/capabilities/findings/undo.ts', 'what somebody changed since', "  if (solutionNow !== solutionVersion) return 'changed'\n"),
  removal('src/capabilities/findings/undo.ts', 'the days in which it can be undone', "reached(undoUntil, now) ? 'over' : null", 'null'),
  removal('src/capabilities/findings/undo-effects.ts', 'what stays as it is', '      if (whyNotUndone(effect, now) !== null) continue\n'),
  removal(
    'src/capabilities/findings/undo-effects.ts',
    'those behind it are not the second person',
    'behind.map(person => ({ person }))',
    'behind.slice(0, 0).map(person => ({ person }))',
  ),
  removal('src/capabilities/people/directory.ts', 'who has left, in a list', "(person.state <> 'left' or ${confidential})", 'true'),
  removal('src/capabilities/proposals/store.ts', 'whose proposals a list holds', 'eb.lit(false),', 'eb.lit(true),'),
  removal(
    'src/capabilities/proposals/second-person.ts',
    'whom the proposer’s account belongs to since',
    ', proposer?.human].includes',
    '].includes',
  ),
  removal('src/capabilities/proposals/second-person.ts', 'who the proposer was then', '[proposal.proposedByHuman, ', '['),
  removal(
    'src/capabilities/proposals/proposing.ts',
    'no proposals by the role of an emergency',
    'await expectOffice(context, kind)',
    'context.person',
  ),
  removal('src/capabilities/proposals/proposing.ts', 'one proposal at a time', '    await expectNoneOpen(context, kind, subject)\n'),
  removal('src/capabilities/proposals/adopt-proposal.ts', 'whether it can still be done', 'await kind.check(row.content, { db, now })'),
  removal('src/capabilities/proposals/open.ts', 'a proposal that has run out', '&& !isPast(row, now)'),
  removal(
    'src/capabilities/emergency/open-emergency.ts',
    'no emergency by the role of one',
    "!['administrator', 'it-security', 'program-lead'].some(each => own.includes(each))",
    'false',
  ),
  removal(
    'src/capabilities/emergency/open-emergency.ts',
    'one emergency until it is reviewed',
    '(await unreviewedOf(db, human)).length > 0',
    'false',
  ),
  removal(
    'src/capabilities/emergency/permissions.ts',
    'one’s own emergency, as somebody else',
    'own || isHuman(actor, human)',
    'isHuman(actor, human)',
  ),
  removal('src/capabilities/emergency/review-emergency.ts', 'no review while it runs', 'if (isOpen(emergency, now))', 'if (false)'),
  removal('src/capabilities/emergency/store.ts', 'the end of an emergency', ' and emergency.ends_at > ${now}'),
  removal('src/capabilities/emergency/store.ts', 'an emergency that was ended', ' and emergency.ended_at is null'),
  removal('src/capabilities/people/change-person.ts', 'accounts that go along', '...along.map(account => ({ ...account, human }))'),
  removal('src/capabilities/people/place-unit.ts', 'nobody extends their own lead', 'leads(parent) && !leads(unit)', 'false'),
  removal(
    'src/capabilities/people/place-unit.ts',
    'through another account neither',
    'own.includes(leadId)',
    "(actor.kind === 'person' && actor.id === leadId)",
  ),
  removal('src/capabilities/people/add-absence.ts', 'nobody stands in for themself', 'standIn.human === person.human', 'false'),
  removal(
    'src/capabilities/people/present.ts',
    'what is confidential in a list',
    'seesConfidential(actor, row) ? { email',
    'row ? { email',
  ),
  removal('src/capabilities/people/present.ts', 'what is confidential on a page', 'seesConfidential(actor, row) ? await', 'row ? await'),
  told('whose solutions are told of', '.where(solutionsWithin(scope)).execute()).map(', '.execute()).map('),
  told('whose rows of a solution are told of', '        .where(solutionsWithin(scope))\n'),
  told('whose offers are told of', "eb('handover.offeredTo', '=', asked), solutionsWithin(scope)", 'eb.lit(true)'),
  told('whose reviews are told of', 'const all = seesQueue(actor) === null', 'const all = true'),
  told('whose conditions are told of', '      .where(solutionsWithin(scope))\n', '', 1),
  told('whose findings are told of', '.where(findingsWithin(scope))'),
  told('which proposals are told of', 'readsKind(actor, kind)', 'true'),
  told('whose requests for tools are told of', 'rows.filter(row => readsRequestOf(actor, row))', 'rows'),
  told('which charters are told of', 'rows.filter(row => seesCharterVersion(actor, row) === null)', 'rows'),
  told('of whom it is told', 'rows.filter(row => mayKnowOf(actor, row))', 'rows'),
  told('jobs, for those who keep them', 'seesJobs(actor) === null', 'true'),
  told('targets, for those who read them', 'readsTargets(actor) === null', 'true'),
  told('keys, for those who keep them', 'keyKeepers(actor) === null', 'true'),
  told('what is overseen', 'overseesFindings(actor) === null', 'true'),
  removal(
    'src/capabilities/search/search-everything.ts',
    'a review by its key',
    '  if (seesReview(actor, held) !== null || !held) return []\n',
    '  if (!held) return []\n',
  ),
  removal(
    'src/capabilities/findings/list-my-findings.ts',
    'whose findings are one’s own',
    "{ kind: 'some', person: asPerson(actor).id, units: [] }",
    "{ kind: 'everything' }",
  ),
  removal('src/capabilities/people/list-people.ts', 'who is suspended, by the filter', '!seesEverybody(actor)', 'false'),
  removal('src/capabilities/people/directory.ts', 'confidential words, by the search', 'or (${confidential} and (', 'or (true and ('),
  removal(
    'src/capabilities/access/make-recovery-link.ts',
    'two people for whoever holds a role',
    'if (hasPower(account) && !agreed) throw twoNeeded()',
  ),
  removal(
    'src/capabilities/access/reset-sign-in.ts',
    'how long their word is good',
    'now.subtract(goodFor)',
    'now.subtract({ hours: 24 * 365 })',
  ),
  removal('src/capabilities/access/own-check.ts', 'a password or code shown once more', 'if (await isRight()) return', 'return'),
  removal('src/capabilities/access/start-session.ts', 'the second factor at the door', 'if (asked) {', 'if (false) {'),
  removal('src/capabilities/access/start-session.ts', 'the right password', '!account || !right ||', '!account ||'),
  removal('src/capabilities/access/accept-link.ts', 'a password that is good enough', 'if (weak) throw weak'),
  removal(
    'src/capabilities/access/accept-link.ts',
    'nobody suspended by a link',
    "if (link.personId !== null && holder?.state !== 'active') throw notActive()",
  ),
  removal(
    'src/capabilities/access/begin-access.ts',
    'a new secret each time',
    'const secret = newSecret()',
    "const secret = 'A'.repeat(43)",
  ),
  removal('src/capabilities/access/accept-link.ts', 'a link that is no good', 'if (refusal || !link) throw refusal'),
  removal(
    'src/capabilities/access/accept-link.ts',
    'a role that came after the link',
    "if (holder && link.givenBy === 'administrator' && hasPower(holder)) throw grownSince()",
  ),
  removal(
    'src/capabilities/messages/inbox-store.ts',
    'whose messages they are',
    "where('toId', '=', person).where('state'",
    "where('state'",
  ),
  removal('src/capabilities/messages/inbox-store.ts', 'whose messages one reads', "    .where('toId', '=', person)\n"),
  removal(
    'src/capabilities/messages/change-message-settings.ts',
    'no mail before it can go',
    'if (!settings.dryRun) expectReady(settings, usualAddress)',
  ),
  removal('src/capabilities/messages/deliver.ts', 'what is settled since', '!reader || !letter', '!reader'),
  removal(
    'src/capabilities/human-review/list-store.ts',
    'whose content a list holds',
    'seenBy(actor))\n    .where(waiting',
    'sql<boolean>`true`)\n    .where(waiting',
  ),
  removal('src/capabilities/human-review/list-store.ts', 'whose content is told of', '.where(seenBy(actor)).execute()', '.execute()'),
  removal('src/capabilities/human-review/decide-content.ts', 'no second verdict on content', '      expectWaiting(review, now)\n'),
  removal(
    'src/capabilities/human-review/decide-content.ts',
    'no content taken back that was decided',
    '      expectWaiting(held.review, now)\n',
  ),
  removal(
    'src/capabilities/human-review/content-review.ts',
    'silence is no yes',
    "<= 0 ? 'expired' : 'waiting'",
    "<= 0 ? 'waiting' : 'waiting'",
  ),
  removal(
    'src/capabilities/human-review/submit-content.ts',
    'content of what does not run',
    'if (isAtWork(solution, now)) return',
    'return',
  ),
  removal(
    'src/capabilities/human-review/submit-content.ts',
    'somebody there to look',
    'if (step && there) return step',
    'if (step) return step',
  ),
  removal(
    'src/capabilities/registry/stop-store.ts',
    'what a stop keeps from running',
    "throw new Refusal('conflict', 'stopped', 'It is stopped.', blockers)",
    'return',
  ),
  removal('src/capabilities/registry/stop-store.ts', 'a stop and a start at one moment', '  await stopsStay(db)\n'),
  removal('src/capabilities/registry/go-live-rules.ts', 'a stop before going live', '    ...whyStopped(stops),\n'),
  removal(
    'src/capabilities/stops/lift-stop.ts',
    'those behind it are not the second person of a stop',
    'favours: ({ behind }) => behind.map(person => ({ person }))',
    'favours: () => []',
  ),
  removal(
    'src/capabilities/stops/lift-stop.ts',
    'who came behind it since',
    '.some(person => !behind.includes(person))',
    '.some(() => false)',
  ),
  removal('src/capabilities/stops/hold-store.ts', 'the scope of what a stop suspended', '    .where(solutionsWithin(scope))\n'),
  removal('src/capabilities/stops/release-rules.ts', 'what something else had stopped', 'stopped?.stop !== stop', 'false'),
  removal(
    'src/capabilities/incidents/end-incident.ts',
    'what has to be settled before an incident is closed',
    'if (blockers.length > 0)',
    'if (false)',
  ),
  removal('src/capabilities/incidents/affected-store.ts', 'the scope of what an incident reaches', '    .where(solutionsWithin(scope))\n'),
  removal(
    'src/capabilities/incidents/store.ts',
    'whose incidents a list holds',
    'where ${solutionsWithin(scope)} and (',
    'where true and (',
  ),
  told('stops, for those who read them', 'readsStops(actor) === null', 'true'),
  told('incidents, for those who read them', 'readsIncidents(actor) === null', 'true'),
  removal(
    'src/capabilities/messages/answer-link.ts',
    'the signature of a link',
    "if (!isEqual(token, await answerToken(sign, message))) return no('tampered')",
  ),
  removal(
    'src/capabilities/messages/answer-link.ts',
    'how long a link is good',
    "if (Temporal.Instant.compare(now, expiresAt) >= 0) return no('expired')",
  ),
  removal(
    'src/capabilities/messages/answer-link.ts',
    'a link to what is settled',
    '|| !(await stillTrue(db, kinds, [message])).has(message.id)',
  ),
  removal(
    'src/capabilities/answers/open-answer-link.ts',
    'a link to somebody else',
    "if (actor.kind === 'person' && !isHuman(actor, person.human)) throw await no('of-another', asked.person)",
  ),
  removal(
    'src/capabilities/answers/open-answer-link.ts',
    'guesses at links',
    "if (because === 'unknown' || because === 'tampered') await attempt.failed()",
  ),
  removal('src/kernel/token-scope.ts', 'the one thing that a link is good for', '&& aboutIt) return null', ') return null'),
  removal('src/capabilities/access/identify.ts', 'a link as a token', "|| (found.method === ANSWERING) !== (credential.kind === 'answer')"),
  removal(
    'src/doors/http/mount.ts',
    'what whoever holds a letter hears',
    "credential.kind === 'answer' && operation.effect !== 'read' ? {} : output",
    'output',
  ),
  removal(
    'src/capabilities/messages/set-chat.ts',
    'a host that is closed, as a chat is set',
    "if (!isOpen(hosts, host)) throw hostClosed(host, hosts, 'address')",
  ),
  removal('src/capabilities/messages/chat.ts', 'a host that was closed since', "if (!isOpen(hosts, chat.host)) return 'host-closed'"),
  removal('src/capabilities/messages/chat.ts', 'an address that is another since', "< 0 ? 'changed' : null", '< 0 ? null : null'),
  removal('src/capabilities/messages/set-chat.ts', 'that its owner hears of a chat by mail', 'await expectToldByMail(db, me)'),
  removal('src/capabilities/messages/insert-messages.ts', 'that word of one’s own ways in reaches oneself', 'given.guarding or '),
  removal('src/capabilities/messages/when.ts', 'that such word passes over what was chosen', "if (guarding) return quiet ?? 'single'"),
  removal('src/capabilities/messages/sort-messages.ts', 'that such word goes by mail', ' && !guarding'),
  removal('src/capabilities/messages/set-chat.ts', 'how often a chat is set', 'throw setTooOften()', '{}'),
]
