/*
 * The life of solutions in plain HTTP, against a demo that runs: node docs/examples/story.mjs http://127.0.0.1:4400
 * It may be run again and again: every run registers solutions of its own. It ends with exit code 1 where something is not
 * as it says.
 */
const address = (process.argv[2] ?? 'http://127.0.0.1:4400').replace(/\/$/, '')
const run = crypto.randomUUID().slice(0, 8)
const cookies = new Map()

/**
 * Asks as one of the demo's people, who is signed in first. `at` is the version that one has read and goes into If-Match; `no`
 * is the code of the refusal that is expected. Prints the request and what came of it.
 */
const ask = async (who, method, path, content, { at, no } = {}) => {
  if (!cookies.has(who)) {
    const signIn = await send(undefined, 'POST', '/session', { person: who })
    must(signIn.ok, `${who} can sign in to the demo at ${address}`)
    cookies.set(who, signIn.headers.get('set-cookie').split(';')[0])
  }
  const response = await send(cookies.get(who), method, path, content, {
    // The same key with the same request is done once, however often it is sent.
    ...(method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}),
    ...(at === undefined ? {} : { 'if-match': `"${at}"` }),
  })
  const said = await response.json()
  console.log(`  ${who.padEnd(15)} ${method.padEnd(4)} ${path} → ${response.status} ${inShort(said)}`)
  must(no === undefined ? response.ok : said.code === no, no === undefined ? `that goes through: ${said.title}` : `that is refused as ${no}`)
  return said
}

const send = (cookie, method, path, content, headers = {}) =>
  fetch(`${address}/api${path}`, {
    method,
    headers: {
      // A program says itself where it comes from; a page of another site could not.
      origin: address,
      ...(cookie === undefined ? {} : { cookie }),
      ...(content === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(content === undefined ? {} : { body: JSON.stringify(content) }),
  }).catch(() => must(false, `a demo answers at ${address}`))

const inShort = ({ key, code, title, state, outcome, cost }) =>
  [key, code === undefined ? state : `${code}: ${title}`, outcome, cost].filter(part => typeof part === 'string').join(' ')

/** What must be so; where it is not, the story ends here. */
const must = (so, what) => {
  if (so) return
  console.error(`\nThis should have been so: ${what}.`)
  process.exit(1)
}
const chapter = (title, text) => console.log(`\n${title}\n${text}`)

// What people do several times. Whoever changes something reads it first: that is where its version comes from.
const look = (who, key) => ask(who, 'GET', `/solutions/${key}`)
const step = async (who, key, path, content = {}, expected = {}) => {
  const { version } = await look(who, key)
  return ask(who, 'POST', `/solutions/${key}/${path}`, content, { at: version, ...expected })
}
const benefit = { kind: 'time', perMonth: 8, unit: 'hours', baseline: 20, how: 'Timed for a week.' }
// What the profile of its kind asks; reviewers read the answers, so nothing is submitted to them without.
const answers = { 'What starts it, and how often?': 'Each mail that arrives.' }
const words = name => ({ name: `${name} (${run})`, purpose: 'Sorts what comes in and says who should answer it.', benefit, answers })
const register = async (who, name, facts) => ask(who, 'POST', '/solutions', { ...words(name), facts })

/** One role's word on a review: every item of its checklists is answered, and the digest says which content was looked at. */
const sign = async (who, review, role, decision, more = {}, expected = {}) => {
  const { version, digest, checklists } = await ask(who, 'GET', `/reviews/${review}`)
  const items = checklists.filter(list => list.role === role).flatMap(list => list.items)
  const answers = decision === 'approve' ? Object.fromEntries(items.map(({ id }) => [id, 'yes'])) : {}
  return ask(who, 'POST', `/reviews/${review}/sign-offs/${role}`, { digest, decision, answers, ...more }, { at: version, ...expected })
}

/** An automation for a team that reads internal data and decides nothing: tier 2. */
const forTeam = {
  kind: 'automation-flow',
  tools: ['flow-builder'],
  audience: 'my-team',
  dataClasses: ['internal'],
  integrations: ['none'],
  externalContent: false,
  movesMoney: false,
  writesCodeOrSettings: false,
  sendsAs: 'nothing',
  peopleTalkToIt: 'none',
  decisionImpact: ['none'],
  decidesAboutIndividuals: ['none'],
  vulnerablePeople: false,
  regulatedUses: ['none'],
  autonomy: 'assists',
  syntheticMedia: ['text'],
}

const wholeLife = async () => {
  chapter('A. From an idea to its end', 'Priya has an idea. It is tier 2: one reviewer of the center of excellence says yes.')
  const { key, tier, cost } = await register('priya-raman', 'Claims sorting', forTeam)
  must(tier === 2 && cost === 'full-review', 'an automation for a team is tier 2 and takes a full review')
  const { review } = await step('priya-raman', key, 'submission')
  must(Date.parse(review.promisedBy) > Date.now(), 'a submission says by when it is answered')

  chapter('A question', 'Hanna asks something; until Priya answers, the reviewers’ clock stands still.')
  const { version: unasked } = await ask('hanna-lindqvist', 'GET', `/reviews/${review.key}`)
  const asked = await ask('hanna-lindqvist', 'POST', `/reviews/${review.key}/questions`, { text: 'How often does it run?' }, { at: unasked })
  must(asked.state === 'with-maker' && asked.clock.standing === 'paused', 'the clock pauses while a question is open')
  const answer = `/reviews/${review.key}/questions/${asked.questions[0].id}/answer`
  const going = await ask('priya-raman', 'PUT', answer, { answer: 'Once a day, at six.' }, { at: asked.version })
  must(going.clock.pausedFor === null, 'an answer lets the clock go on')

  chapter('A condition', 'Hanna approves on a condition; it has to be met, and accepted, before it goes live.')
  const conditions = [{ text: 'Tell the team how to switch it off.', needed: 'before' }]
  const approved = await sign('hanna-lindqvist', review.key, 'coe', 'approve', { conditions })
  must(approved.outcome === 'approved-with-conditions', 'a yes can come with conditions')
  await step('priya-raman', key, 'live', {}, { no: 'not-ready' })
  const [open] = (await look('priya-raman', key)).conditions
  const met = await ask('priya-raman', 'POST', `/conditions/${open.id}/met`, { note: 'Told them.' }, { at: open.version })
  await ask('priya-raman', 'POST', `/conditions/${open.id}/acceptance`, { accepted: true }, { at: met.version, no: 'other-office' })
  await ask('hanna-lindqvist', 'POST', `/conditions/${open.id}/acceptance`, { accepted: true }, { at: met.version })
  must((await step('priya-raman', key, 'live')).state === 'active', 'it goes live once its condition is accepted')

  chapter('A change', 'Priya looks at what a change costs before she makes it: a short review, beside the version that runs.')
  const facts = { ...forTeam, integrations: ['office-suite'] }
  const preview = await ask('priya-raman', 'POST', `/solutions/${key}/preview`, { facts })
  must(preview.cost === 'short-review' && preview.changed.join() === 'integrations', 'the preview names the change and its cost')
  const { version } = await look('priya-raman', key)
  const edited = await ask('priya-raman', 'PUT', `/solutions/${key}`, { ...words('Claims sorting'), facts }, { at: version })
  must(edited.cost === preview.cost && edited.state === 'active', 'the change costs what the preview said, and what runs goes on')
  const { review: short } = await step('priya-raman', key, 'submission')
  must(short.purpose === 'short', 'the difference alone is looked at')
  await sign('hanna-lindqvist', short.key, 'coe', 'approve')
  const changed = await look('priya-raman', key)
  must(changed.approved.number === 2 && changed.draft === null, 'the approved change takes the place of what ran')

  chapter('Another owner', 'Priya confirms that the entry is still true, and hands it over to Jonas, who has to accept.')
  const confirmed = await step('priya-raman', key, 'recertification', { unchanged: true })
  must(Date.parse(confirmed.expiresAt) >= Date.parse(changed.expiresAt), 'a confirmation extends the entry')
  const wanted = { role: 'owner', to: 'jonas-weber', note: 'You run the team now.' }
  const offer = await ask('priya-raman', 'POST', `/solutions/${key}/offers`, wanted)
  must((await look('priya-raman', key)).owner.id === 'priya-raman', 'whoever is asked owns nothing yet')
  await ask('jonas-weber', 'POST', `/offers/${offer.id}/acceptance`, {}, { at: offer.version })
  must((await look('jonas-weber', key)).owner.id === 'jonas-weber', 'it is theirs once they accept')

  chapter('The end', 'Jonas retires it, takes that back while he can, and retires it for good.')
  const { undoUntil } = await step('jonas-weber', key, 'retirement', { because: 'The new system does it.' })
  must(Date.parse(undoUntil) > Date.now(), 'a retirement can be taken back for some days')
  must((await step('jonas-weber', key, 'retirement/undo')).state === 'approved', 'what ran would have to go live again')
  must((await step('jonas-weber', key, 'retirement', { because: 'It does indeed.' })).state === 'retired', 'it ends as retired')
}

const threeSignatures = async () => {
  chapter('B. Three signatures', 'Personal data of customers make it tier 3: IT security, legal and change management, three people.')
  const { key, tier } = await register('jonas-weber', 'Returns desk', { ...forTeam, dataClasses: ['customer-pii'] })
  must(tier === 3, 'personal data of customers are tier 3')
  const { review } = await step('jonas-weber', key, 'submission')
  await sign('daniel-okoye', review.key, 'it-security', 'approve')
  await sign('mei-lin-chou', review.key, 'legal', 'approve')
  must((await look('jonas-weber', key)).state === 'in-review', 'two of three approve nothing')
  await sign('tomas-novak', review.key, 'change-management', 'approve', {}, { no: 'not-approvable' })
  const { version } = await ask('tomas-novak', 'GET', `/reviews/${review.key}`)
  const [from, to] = [1, 2].map(days => new Date(Date.now() + days * 86_400_000).toISOString())
  const change = { from, to, back: 'Switch it off.', affected: 'The returns desk, by mail.' }
  await ask('tomas-novak', 'PUT', `/reviews/${review.key}/change`, change, { at: version })
  const { outcome, signOffs } = await sign('tomas-novak', review.key, 'change-management', 'approve')
  must(outcome === 'approved' && new Set(signOffs.map(({ decided }) => decided.by.id)).size === 3, 'three people said yes')
  must((await look('jonas-weber', key)).state === 'approved', 'three of three approve it')
}

const forTheCentralTeam = async () => {
  chapter('C. For the central team', 'What moves money is tier 4: it goes to the central team as a package, and its receipt is confirmed.')
  const { key, state, tier } = await register('jonas-weber', 'Paying invoices', { ...forTeam, movesMoney: true })
  must(state === 'referred' && tier === 4, 'what moves money is referred')
  const handOver = await ask('jonas-weber', 'GET', `/solutions/${key}/referral`)
  must(handOver.facts.movesMoney === true && handOver.contains.length > 0 && handOver.received === null, 'the package holds the answers')
  const { inTime } = await ask('amelia-hart', 'POST', `/solutions/${key}/referral/receipt`, { reference: `ENG-${run}` })
  must(inTime, 'the central team has it in time')
}

const never = async () => {
  chapter('D. Never', 'What the charter prohibits is refused at once, with the sentence of the rule, and nobody can submit it.')
  const prohibited = { ...forTeam, decidesAboutIndividuals: ['employees'] }
  const { key, state, because } = await register('jonas-weber', 'Who is promoted', prohibited)
  must(state === 'refused' && because.length > 0, 'a prohibition refuses and says why')
  await step('jonas-weber', key, 'submission', {}, { no: 'wrong-state' })
}

const anotherTool = async () => {
  chapter('E. Another tool', 'A tool that may not see these data blocks it; the answer names tools that may, and with one of them it goes on.')
  const { key, standsInTheWay } = await register('jonas-weber', 'Minutes', { ...forTeam, tools: ['public-chat'] })
  must(standsInTheWay.length > 0, 'the answer says what stands in the way')
  const { blockers } = await step('jonas-weber', key, 'submission', {}, { no: 'blocked' })
  const { suggestions } = await ask('jonas-weber', 'GET', '/tool-suggestions?dataClasses=internal&tier=2')
  const other = suggestions.find(({ all, name }) => all && blockers.some(({ remedy }) => remedy.includes(name)))
  must(other !== undefined, 'the refusal names a tool that may see these data')
  const { version } = await look('jonas-weber', key)
  const mended = { ...words('Minutes'), facts: { ...forTeam, tools: [other.id] } }
  must((await ask('jonas-weber', 'PUT', `/solutions/${key}`, mended, { at: version })).standsInTheWay.length === 0, 'nothing is left')
  must((await step('jonas-weber', key, 'submission')).state === 'submitted', 'it can be submitted then')
  await step('jonas-weber', key, 'withdrawal')
}

const aRuling = async () => {
  chapter('F. Not sure', 'Jonas can’t say whether it moves money. A reviewer finds out and settles the fact; then the way is open.')
  const { key, cost } = await register('jonas-weber', 'Credit notes', { ...forTeam, movesMoney: 'not-sure' })
  must(cost === 'clarify', 'what nobody could answer is settled first')
  const { review } = await step('jonas-weber', key, 'submission')
  await sign('luca-ferri', review.key, 'coe', 'approve', {}, { no: 'not-approvable' })
  const ruling = { fact: 'movesMoney', value: false, reason: 'It only drafts; somebody books.' }
  must((await step('luca-ferri', key, 'rulings', ruling)).verdict === 'review', 'the charter decides anew by the settled fact')
  await sign('luca-ferri', review.key, 'coe', 'approve')
  must((await look('jonas-weber', key)).state === 'approved', 'a settled question and a yes approve it')
}

const anAppeal = async () => {
  chapter('G. An appeal', 'Hanna says no. Jonas appeals, once; somebody else decides, and a yes takes the place of the no.')
  const { key } = await register('jonas-weber', 'Shift swaps', forTeam)
  const { review } = await step('jonas-weber', key, 'submission')
  await sign('hanna-lindqvist', review.key, 'coe', 'reject', { reason: 'There is a system for that.' })
  must((await look('jonas-weber', key)).state === 'refused', 'a no refuses it')
  const appeal = await step('jonas-weber', key, 'appeal', { reason: 'That system has no swaps.' })
  await step('jonas-weber', key, 'appeal', { reason: 'Again.' }, { no: 'appealed-already' })
  await sign('hanna-lindqvist', appeal.review.key, 'coe', 'approve', {}, { no: 'no-sign-off' })
  await sign('luca-ferri', appeal.review.key, 'coe', 'approve')
  must((await look('jonas-weber', key)).state === 'approved', 'an upheld appeal approves it')
}

for (const tell of [wholeLife, threeSignatures, forTheCentralTeam, never, anotherTool, aRuling, anAppeal]) await tell()

chapter('What the ledger says', 'Yusuf, the auditor, has the whole ledger verified, and every row against it.')
const { ok, ledger, faults } = await ask('yusuf-demir', 'GET', '/ledger/verification')
must(ok && ledger.ok && faults.length === 0, 'the ledger proves all of that')
console.log(`\nAll of that is so, and ${ledger.entries} entries of the ledger prove it.`)
