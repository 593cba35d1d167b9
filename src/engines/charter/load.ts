/** Reads a charter's documents, checks them against each other, compiles its rules and runs its examples. Pure. */
import { assembleCharter } from './assemble.ts'
import { placeholders, SUITABLE_TOOLS } from './because.ts'
import type { Charter } from './charter.ts'
import { checkDocuments, type Sources } from './check-documents.ts'
import { describeFacts } from './describe-facts.ts'
import { DOCUMENT_NAMES, LANGUAGES, type DocumentName, type Documents } from './documents.ts'
import { runExamples, unproven } from './examples.ts'
import { suggest, type Problem } from './problem.ts'
import { checkInfoTypes, infoTypeExamples } from './check-info-types.ts'
import { checkNotWaivable } from './not-waivable.ts'
import type { RuleError } from './rules.ts'
import { checkReferences } from './references.ts'
import { Source, type Path } from './source.ts'
import { TIER } from './space.ts'

export interface CharterFile {
  path: string
  text: string
}
export type Loaded = { ok: true; charter: Charter } | { ok: false; problems: readonly Problem[] }

/**
 * The charter in these files, or everything that is wrong with them. A charter that loads has kept every one of its
 * own examples, so whoever holds a `Charter` holds rules that do what their authors showed.
 */
export const loadCharter = (files: readonly CharterFile[]): Loaded => {
  const { sources, problems: unreadable } = readSources(files)
  if (unreadable.length > 0) return { ok: false, problems: unreadable }
  const read = checkDocuments(sources)
  if ('problems' in read) return { ok: false, problems: read.problems }
  const { documents } = read
  const references = [
    ...checkReferences(documents, sources),
    ...checkInfoTypes(documents, sources),
    ...checkNotWaivable(documents, sources),
  ]
  if (references.length > 0) return { ok: false, problems: references }

  const unsaid = sentences(documents, sources)
  const assembled = assembleCharter(documents)
  const misread = 'errors' in assembled ? assembled.errors.map(error => ruleProblem(error, sources)) : []
  if ('errors' in assembled || unsaid.length > 0) return { ok: false, problems: [...misread, ...unsaid] }
  const { charter } = assembled
  const failures = [...exampleProblems(charter, sources('examples.yaml')), ...infoTypeExamples(charter, sources('info-types.yaml'))]
  return failures.length > 0 ? { ok: false, problems: failures } : { ok: true, charter }
}

const readSources = (files: readonly CharterFile[]): { sources: Sources; problems: readonly Problem[] } => {
  const problems: Problem[] = []
  const found = new Map<string, Source>()
  for (const { path, text } of files) {
    const name = path.split(/[/\\]/).at(-1) ?? path
    const { source, problems: unreadable } = Source.read(path, text)
    problems.push(...unreadable)
    if (!DOCUMENT_NAMES.some(known => known === name))
      problems.push(source.problem([], `"${name}" is not a document of a charter.`, suggest(name, DOCUMENT_NAMES)))
    else if (found.has(name)) problems.push(source.problem([], `There is a second ${name}.`, 'Keep one of each document.'))
    found.set(name, source)
  }
  const sourceOf = (name: DocumentName): Source => {
    const source = found.get(name)
    if (source !== undefined) return source
    const { source: empty } = Source.read(name, '')
    problems.push(empty.problem([], `${name} is missing.`, 'Add the document; the default charter has one to start from.'))
    return empty
  }
  const all = new Map(DOCUMENT_NAMES.map(name => [name, sourceOf(name)]))
  return { sources: name => all.get(name) ?? sourceOf(name), problems }
}

/** A {fact} in a sentence must be one that the rule looks at: others have no words that belong to it. */
const sentences = (documents: Documents, sources: Sources): readonly Problem[] => {
  const lists = [
    ['tiers.yaml', 'rules', documents['tiers.yaml'].rules],
    ['prohibited.yaml', 'prohibited', documents['prohibited.yaml'].prohibited],
    ['guardrails.yaml', 'guardrails', documents['guardrails.yaml'].guardrails],
    ['obligations.yaml', 'obligations', documents['obligations.yaml'].obligations],
  ] as const
  const known = describeFacts(documents)
    .facts.map(({ path }) => path)
    .filter(path => path !== TIER)
  return lists.flatMap(([document, list, rules]) =>
    rules.flatMap((rule, index) =>
      LANGUAGES.flatMap(language => [
        ...unfilled(sources(document), [list, index, 'because', language], rule.because[language], known),
        ...('remedy' in rule
          ? unfilled(sources(document), [list, index, 'remedy', language], rule.remedy[language], [...known, SUITABLE_TOOLS])
          : []),
      ]),
    ),
  )
}

const unfilled = (source: Source, path: Path, sentence: string, known: readonly string[]): readonly Problem[] =>
  placeholders(sentence)
    .filter(name => !known.includes(name))
    .map(name => source.problemAtWords(path, `{${name}}`, `There is no fact "${name}".`, suggest(name, known)))

const ruleProblem = ({ document, path, text, error }: RuleError, sources: Sources): Problem =>
  error === null
    ? sources(document).problem(path, text, 'Let rules treat more values alike.')
    : sources(document).problemAtWords(path, text.slice(error.at.start, error.at.end), error.message, error.instead)

const exampleProblems = (charter: Charter, source: Source): readonly Problem[] => {
  const results = runExamples(charter)
  const failed = results.flatMap(({ failures }) =>
    failures.map(({ index, wrong, instead }) => source.problem(['examples', index, 'expect'], wrong, instead)),
  )
  const missing = unproven(charter, results).map(({ rule, missing }) =>
    source.problem(
      ['examples'],
      `No example shows ${rule} ${missing === 'fires' ? 'firing' : 'at rest'}.`,
      `Add an example with about: [${rule}] on that side.`,
    ),
  )
  return [...failed, ...missing]
}
