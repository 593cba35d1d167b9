import { useEffect, useRef } from 'react'
import { Link } from '@tanstack/react-router'
import type { SimilarSolutionsOutput } from '../../client.generated.ts'
import type { Facts } from '../../data/charter-guide.ts'
import { useSettled } from '../../data/settled.ts'
import { useSimilar } from '../../data/solutions.ts'
import { useRegistryTexts } from '../../texts/registry/use.ts'
import parts from './parts.module.css'

type Shown = SimilarSolutionsOutput['similar'][number]

/** What exists already that does nearly this, and templates to begin with; before something new is made. */
export const Similar = ({ name, purpose, facts }: { name: string; purpose: string; facts: Facts }) => {
  const { similar: words } = useRegistryTexts()
  const { data } = useSimilar(useSettled(name.trim()), useSettled(purpose.trim()), facts)
  const here = useRef<HTMLDivElement>(null)
  // What comes late pushes down the field that somebody has gone on to meanwhile: it stays in sight.
  useEffect(() => {
    const at = document.activeElement
    if (at && (here.current?.compareDocumentPosition(at) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING) at.scrollIntoView({ block: 'nearest' })
  }, [data])
  const similar = data?.similar ?? []
  const templates = (data?.templates ?? []).filter(({ key }) => similar.every(each => each.key !== key))
  return (
    <div aria-live="polite" ref={here}>
      {similar.length > 0 && <List title={words.title} lead={words.lead} rows={similar} />}
      {templates.length > 0 && <List title={words.templates} lead={words.templatesLead} rows={templates} />}
    </div>
  )
}

const List = ({ title, lead, rows }: { title: string; lead: string; rows: readonly Shown[] }) => {
  const { similar: words } = useRegistryTexts()
  return (
    <section className={parts.part}>
      <h2>{title}</h2>
      <p className={parts.quiet}>{lead}</p>
      <ul className={parts.list}>
        {rows.map(({ key, name, purpose, owner }) => (
          <li key={key}>
            <p className={parts.name}>
              <Link to="/solutions/$key" params={{ key }}>
                {name}
              </Link>{' '}
              <span className={parts.who}>
                {key},{' '}
                <Link to="/people/$person" params={{ person: owner.id }}>
                  {words.ask(owner.name)}
                </Link>
              </span>
            </p>
            <p className={parts.quiet}>{purpose}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
