/** What one document says must exist in another: ids are unique, and every id that is named is there. */
import type { Sources } from './check-documents.ts'
import type { DocumentName, Documents } from './documents.ts'
import { suggest, type Problem } from './problem.ts'
import type { Path } from './source.ts'

export const checkReferences = (documents: Documents, sources: Sources): readonly Problem[] => {
  const problems: Problem[] = []
  const unique = (document: DocumentName, path: Path, ids: readonly string[]) => {
    ids.forEach((id, index) => {
      if (ids.indexOf(id) < index)
        problems.push(sources(document).problem([...path, index], `"${id}" is used twice.`, 'Give each its own id; ids are never reused.'))
    })
  }
  const exists = (
    document: DocumentName,
    path: Path,
    what: string,
    known: readonly string[],
    ...named: readonly (string | undefined)[]
  ) => {
    for (const id of named)
      if (id !== undefined && !known.includes(id))
        problems.push(sources(document).problemAtWords(path, id, `There is no ${what} "${id}".`, suggest(id, known)))
  }
  const { kinds } = documents['scope.yaml']
  const { dataClasses } = documents['data-classes.yaml']
  const { tools, unlisted } = documents['tools.yaml']
  const { pages, questions, recorded } = documents['questions.yaml']
  const { contacts, verdicts } = documents['contacts.yaml']
  const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id)

  unique('scope.yaml', ['kinds'], idsOf(kinds))
  unique('data-classes.yaml', ['dataClasses'], idsOf(dataClasses))
  unique('tools.yaml', ['tools'], idsOf(tools))
  unique('questions.yaml', ['pages'], idsOf(pages))
  unique('questions.yaml', ['questions'], idsOf(questions))
  unique('questions.yaml', ['recorded'], [...idsOf(questions), ...idsOf(recorded)].slice(questions.length))
  unique('contacts.yaml', ['contacts'], idsOf(contacts))
  unique('examples.yaml', ['examples'], idsOf(documents['examples.yaml'].examples))
  const ruleLists = [
    ['tiers.yaml', 'rules', documents['tiers.yaml'].rules],
    ['prohibited.yaml', 'prohibited', documents['prohibited.yaml'].prohibited],
    ['guardrails.yaml', 'guardrails', documents['guardrails.yaml'].guardrails],
    ['obligations.yaml', 'obligations', documents['obligations.yaml'].obligations],
  ] as const
  const ruleIds = new Set<string>()
  for (const [document, list, rules] of ruleLists)
    rules.forEach(({ id }, index) => {
      if (ruleIds.has(id))
        problems.push(
          sources(document).problem([list, index, 'id'], `"${id}" is used twice.`, 'Give each rule its own id; ids are never reused.'),
        )
      ruleIds.add(id)
    })

  const classes = idsOf(dataClasses)
  exists('tools.yaml', ['unlisted', 'approvedFor'], 'data class', classes, ...unlisted.approvedFor)
  tools.forEach(({ approvedFor, redact, highestTiers = [] }, index) => {
    exists('tools.yaml', ['tools', index, 'approvedFor'], 'data class', classes, ...approvedFor)
    const limited = highestTiers.map(({ dataClass }) => dataClass)
    unique('tools.yaml', ['tools', index, 'highestTiers'], limited)
    exists('tools.yaml', ['tools', index, 'highestTiers'], 'data class that it is approved for', approvedFor, ...limited)
    exists('tools.yaml', ['tools', index, 'redact'], 'data class', classes, ...(redact ?? []))
  })
  questions.forEach((question, index) => {
    const at = ['questions', index]
    exists('questions.yaml', [...at, 'page'], 'page', idsOf(pages), question.page)
    if (!('values' in question) || typeof question.values === 'string') return
    const values = idsOf(question.values)
    unique('questions.yaml', [...at, 'values'], values)
    if (question.type === 'many') exists('questions.yaml', [...at, 'none'], 'value', values, question.none)
    question.values.forEach(({ without }, place) =>
      exists('questions.yaml', [...at, 'values', place, 'without'], 'value', values, without?.becomes),
    )
  })
  dataClasses.forEach(({ without }, index) =>
    exists('data-classes.yaml', ['dataClasses', index, 'without'], 'data class', classes, without?.becomes),
  )
  recorded.forEach(({ values, unlessGiven }, index) =>
    exists('questions.yaml', ['recorded', index, 'unlessGiven'], 'value', values, unlessGiven),
  )
  for (const [verdict, { contact }] of Object.entries(verdicts))
    exists('contacts.yaml', ['verdicts', verdict, 'contact'], 'contact', idsOf(contacts), contact)
  const { lanes, checklists } = documents['lanes.yaml']
  const roles = idsOf(contacts)
  unique('lanes.yaml', ['checklists'], idsOf(checklists))
  lanes.forEach(({ signOffs, coordinatedBy, escalation }, index) => {
    const at = ['lanes', index]
    exists('lanes.yaml', at, 'contact', roles, coordinatedBy, ...signOffs.map(({ role }) => role), ...escalation.map(({ to }) => to))
    exists('lanes.yaml', at, 'checklist', idsOf(checklists), ...signOffs.map(({ checklist }) => checklist))
  })
  documents['tiers.yaml'].tiers.forEach(({ tier, approvals }, index) => {
    const signOffs = lanes.find(lane => lane.tier === tier)?.signOffs.map(({ role }) => role) ?? []
    if (tier !== index + 1)
      problems.push(sources('tiers.yaml').problem(['tiers', index, 'tier'], `Tier ${tier} is out of order.`, 'Write the tiers 1, 2, 3, 4.'))
    if (approvals.join() !== signOffs.join()) {
      const differ = `Tier ${tier} needs ${approvals.join(', ') || 'nobody'}, but its lane asks ${signOffs.join(', ') || 'nobody'}.`
      problems.push(
        sources('tiers.yaml').problem(
          ['tiers', index, 'approvals'],
          differ,
          'Name the same roles, in the same order, in tiers.yaml and lanes.yaml.',
        ),
      )
    }
  })
  kinds.forEach(({ checklists: named, reviewers }, index) => {
    exists('scope.yaml', ['kinds', index], 'checklist', idsOf(checklists), ...named)
    exists('scope.yaml', ['kinds', index], 'contact', roles, ...reviewers)
  })
  const uses = questions.flatMap(question =>
    question.type === 'many' && typeof question.values !== 'string' ? idsOf(question.values) : [],
  )
  documents['sectors.yaml'].packs.forEach(({ uses: named, rules }, index) => {
    exists('sectors.yaml', ['packs', index, 'uses'], 'regulated use', uses, ...named)
    exists('sectors.yaml', ['packs', index, 'rules'], 'rule', [...ruleIds], ...rules)
  })
  const packs = idsOf(documents['sectors.yaml'].packs)
  unique('sectors.yaml', ['packs'], packs)
  documents['tiers.yaml'].rules.forEach(({ pack }, index) => exists('tiers.yaml', ['rules', index, 'pack'], 'sector pack', packs, pack))
  documents['examples.yaml'].examples.forEach(({ pack }, index) =>
    exists('examples.yaml', ['examples', index, 'pack'], 'sector pack', packs, pack),
  )
  documents['certification.yaml'].modules.forEach(({ covers }, index) =>
    exists('certification.yaml', ['modules', index, 'covers'], 'rule', [...ruleIds], ...covers),
  )
  documents['waivers.yaml'].waivable.forEach(({ by }, index) => exists('waivers.yaml', ['waivable', index, 'by'], 'contact', roles, by))
  const reported = [...ruleIds, ...documents['prohibited.yaml'].prohibited.map(({ reportedAs }) => reportedAs ?? '')]
  documents['examples.yaml'].examples.forEach(({ about, expect }, index) => {
    exists('examples.yaml', ['examples', index, 'about'], 'rule', reported, ...about)
    exists('examples.yaml', ['examples', index, 'expect'], 'rule', reported, ...expect.fires, ...(expect.obligations ?? []))
  })
  return problems
}
