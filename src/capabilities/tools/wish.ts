import type { Charter } from '#src/engines/charter/index.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import type { ToolAbout, ToolListed } from '#src/store/tables.ts'
import type { ToolFields } from './contract.ts'
import type { Tool } from './tool.ts'
import { isUsable } from './tool.ts'

/** What somebody wrote of a tool, as it is kept. Words are kept in both languages as they were written in one. */
export const wishOf = (fields: ToolFields, before: Tool | undefined): { listed: ToolListed; about: ToolAbout } => {
  const { name, help, approvedFor, redact, vendor, models, features, contract, dataProcessing, regions, trainsOnOurData } = fields
  const said = (written: string, was: ToolListed['name'] | undefined) =>
    // Whoever leaves the words of one language as they were leaves those of the other, too.
    was !== undefined && (written === was.en || written === was.de) ? was : { en: written, de: written }
  return {
    listed: {
      name: said(name, before?.listed.name),
      help: said(help, before?.listed.help),
      approvedFor: approvedFor.toSorted((a, b) => (a.dataClass < b.dataClass ? -1 : 1)),
      redact: redact.toSorted(),
    },
    about: { vendor, models, features, contract, dataProcessing, regions, trainsOnOurData },
  }
}

/** @throws Refusal `no-such-data-class` */
export const expectClasses = ({ documents }: Charter, { approvedFor, redact }: ToolListed): void => {
  const known = new Set(documents['data-classes.yaml'].dataClasses.map(({ id }) => id))
  const named = [
    ...approvedFor.map(({ dataClass }) => ({ field: 'approvedFor', id: dataClass })),
    ...redact.map(id => ({ field: 'redact', id })),
  ]
  const unknown = named.filter(({ id }) => !known.has(id))
  if (unknown.length > 0)
    throw new Refusal(
      'invalid',
      'no-such-data-class',
      'The charter knows no such class of data.',
      unknown.map(({ field, id }) => ({
        field,
        reason: `There is no class of data “${id}”.`,
        remedy: `Choose among: ${[...known].join(', ')}.`,
      })),
    )
}

/** Approved tools that may see all that is wanted, each class as far as it is wanted. */
export const alternativesTo = (tools: readonly Tool[], id: string, { approvedFor }: ToolListed): Tool[] =>
  tools.filter(
    tool =>
      tool.id !== id &&
      isUsable(tool) &&
      approvedFor.every(wanted =>
        tool.listed.approvedFor.some(use => use.dataClass === wanted.dataClass && use.highestTier >= wanted.highestTier),
      ),
  )

/**
 * The word by which facts will name a tool: its name without accents, in small letters. A name without a Latin letter or
 * digit gives none.
 */
export const idFromName = (name: string): string | null => {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '')
  if (plain === '') return null
  return /^[a-z]/.test(plain) ? plain : `t-${plain}`
}
