import { lifecycle, states, stateTexts, stepsFrom } from '#src/capabilities/registry/index.ts'

const code = (words: readonly string[], none: string): string => (words.length === 0 ? none : words.map(word => `\`${word}\``).join(', '))

/** docs/lifecycle.md: the one table of a solution's life, as the program keeps it. */
export const lifecyclePage = (): string =>
  [
    '# The life of a solution',
    '',
    'Written by `npm run generate` from the table that the program itself asks (`src/capabilities/registry/lifecycle.ts`): no',
    'operation does what does not stand here, and a refusal says what does. Beside an approved version a newer declaration has',
    'states of its own; the solution keeps its state until that declaration is approved.',
    '',
    '## States',
    '',
    '| state | what that means | what can happen | the way on |',
    '|---|---|---|---|',
    ...states.map(
      state => `| \`${state}\` | ${stateTexts[state].text} | ${code(stepsFrom(state), 'nothing')} | ${stateTexts[state].remedy} |`,
    ),
    '',
    '## Steps',
    '',
    '| step | from | to | who | what happens |',
    '|---|---|---|---|---|',
    ...lifecycle.map(
      ({ step, from, to, by, text }) =>
        `| \`${step}\` | ${code(
          from.filter(state => state !== null),
          'nothing',
        )} | ${code(to, 'stays as it is')} | ${by.join(', ')} | ${text} |`,
    ),
    '',
    '## What always holds',
    '',
    '- Nothing is active without an approved declaration whose digest is that of what stands in the entry.',
    '- An approval covers exactly the facts of one declaration, what was read from its artifact, and the conditions set with it.',
    '- Whoever made, owned, stood in for, submitted or changed it, or leads its unit or one above, signs nothing of it.',
    '- It has exactly one owner; whoever is asked to be the next one is none until they accept.',
    '- What is retired is never active; within its days it can be taken back, and nothing of it is deleted.',
    '',
  ].join('\n')
