import { atRunTime, readDependencies, type Dependencies } from './lockfile.ts'
import { reasons } from './reasons.ts'

/** How many packages the program may name itself, and carry in all. */
export const budget = { direct: 25, inAll: 150 }

/** docs/dependencies.md: every package that we name, with its licence and its reason. */
export const dependenciesPage = (): string => {
  const dependencies = readDependencies()
  const { asked } = dependencies
  return `# Dependencies

Written by \`npm run generate\` from package.json, package-lock.json and the reasons in scripts/generate/reasons.ts.

The program names ${Object.keys(asked.runtime).length} packages (at most ${budget.direct}) and carries ${atRunTime(dependencies).length} in all (at most ${budget.inAll}), Node itself aside. Versions
are exact, every package comes with its digest, and nobody's install script ever runs.

## At run time

${table(dependencies, asked.runtime)}

## Node itself

One of these, for the machine at hand; an installation that has its own Node 26 leaves them out (\`--omit=optional\`).

${table(dependencies, asked.node)}

## To build and test

Not part of an installation; what the pages need is compiled into web/dist.

${table(dependencies, asked.tools)}
`
}

const table = ({ packages }: Dependencies, asked: Record<string, string>): string =>
  [
    '| package | version | licence | why |',
    '|---|---|---|---|',
    ...Object.entries(asked).map(([name, version]) => {
      const licence = packages.find(each => each.name === name && each.version === version)?.licence
      return `| ${name} | ${version} | ${licence || 'not stated'} | ${reasons[name] ?? ''} |`
    }),
  ].join('\n')
