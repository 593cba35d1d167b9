import type { Health } from '../../client.generated.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import type { SettingsTexts } from '../../texts/settings/en.ts'
import { useSettingsTexts } from '../../texts/settings/use.ts'
import css from './settings.module.css'

/** How it is set. Nothing of it is changed here: settings are given where the server starts, rules by the charter. */
export const Facts = ({ health }: { health: Health }) => {
  const words = useSettingsTexts()
  const { facts } = words
  const { version, node, platform, store, database, address, encrypted, company, demo, secondFactor, masterKey, charter } = health
  return (
    <section className={css.part}>
      <h2>{words.what}</h2>
      <FactList>
        <FactRow label={facts.company} note={demo && words.demo}>
          {company}
        </FactRow>
        <FactRow label={facts.version}>{words.on(version, node, platform)}</FactRow>
        <FactRow label={facts.store} note={words.storeNotes[store]}>
          {words.stores[store]}
        </FactRow>
        <FactRow label={facts.database} note={words.schema(database.schema)}>
          {words.database(database.version, database.size)}
        </FactRow>
        <FactRow label={facts.address}>{address ?? words.localAddress}</FactRow>
        <FactRow label={facts.encrypted}>{words.ways[encrypted]}</FactRow>
        <FactRow label={facts.secondFactor}>{words.secondFactor[secondFactor ? 'true' : 'false']}</FactRow>
        <FactRow label={facts.masterKey}>{words.masterKeys[masterKey]}</FactRow>
        <FactRow label={facts.charter}>{charter}</FactRow>
        <FactRow label={facts.calendar} note={words.holidays(health.calendar.holidays)}>
          {health.calendar.name}: {hoursIn(words, health.calendar.hours)}
        </FactRow>
        <FactRow label={facts.zone}>{health.timeZone}</FactRow>
      </FactList>
    </section>
  )
}

type Hours = Health['calendar']['hours']

/** Days with the same hours that follow each other are said together: Mon–Fri 09:00 to 17:00. */
const hoursIn = (words: SettingsTexts, hours: Hours): string => {
  const spans: { first: number; last: number; opens: string; closes: string }[] = []
  for (const { weekday, opens, closes } of hours) {
    const before = spans.at(-1)
    if (before?.last === weekday - 1 && before.opens === opens && before.closes === closes) before.last = weekday
    else spans.push({ first: weekday, last: weekday, opens, closes })
  }
  const day = (weekday: number): string => words.days[weekday - 1] ?? ''
  return spans
    .map(({ first, last, opens, closes }) => words.hours(first === last ? day(first) : `${day(first)}–${day(last)}`, opens, closes))
    .join(', ')
}
