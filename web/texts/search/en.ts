/** What the command menu says; German in `de.ts`. */
export const search = {
  title: 'Search and commands',
  label: 'Search for a solution, person, tool, page or command',
  placeholder: 'Key, name or command',
  results: 'What there is',
  groups: { commands: 'On this page', recent: 'Recent', found: 'Go to', pages: 'Pages', rules: 'Rules' },
  kinds: { solution: 'Solution', review: 'Review', tool: 'Tool', person: 'Person', stop: 'Stop', incident: 'Incident', rule: 'Rule' },
  reviewOf: (name: string) => `Review of ${name}`,
  looking: 'Looking …',
  none: (q: string) => `Nothing is called “${q}”`,
  noneText: 'Try the beginning of a word, or a key such as SOL-0042. You find here what you may see.',
  failed: 'The search did not answer',
  failedText: 'Pages and commands are here all the same.',
  again: 'Try again',
  signIn: 'Whoever is signed in finds solutions, people and tools here as well.',
  count: (n: number) => (n === 1 ? 'One entry' : `${n} entries`),
  hints: { move: 'move', open: 'go there', close: 'close' },
  queue: (view: string) => `Queue: ${view}`,
  findings: (view: string) => `Findings: ${view}`,
  print: 'Print this page',
}

export type SearchTexts = typeof search
