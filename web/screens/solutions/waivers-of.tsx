import { lazy } from 'react'
import type { Solution } from '../../client.generated.ts'
import { LazyFold } from '../../parts/lazy-fold.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import parts from './parts.module.css'

const WaiverForm = lazy(async () => ({ default: (await import('./waiver-form.tsx')).WaiverForm }))

/** Duties of it that are put off for a time; here its makers and owners ask for that. */
export const WaiversOf = ({ solution: { key, waivers, you } }: { solution: Solution }) => {
  const { language } = useTexts()
  const { waivers: words } = useSolutionTexts()
  const asks = you.may.includes('request-waiver')
  if (waivers.length === 0 && !asks) return null
  return (
    <section id="waivers" className={parts.part}>
      <h2 tabIndex={-1}>{words.title}</h2>
      {waivers.length === 0 ? (
        <p className={parts.quiet}>{words.none}</p>
      ) : (
        <ul className={parts.list}>
          {waivers.map(({ id, title, standing, endsOn, reason }) => (
            <li key={id}>
              <div className={parts.head}>
                <p className={parts.text}>{title}</p>
                <p className={parts.who}>
                  {words.standings[standing]}, {words.until2(day(endsOn, language))}
                </p>
              </div>
              <p className={parts.quiet}>{reason}</p>
            </li>
          ))}
        </ul>
      )}
      {asks && (
        <div className={parts.screen}>
          <LazyFold title={words.ask}>
            <WaiverForm solutionKey={key} />
          </LazyFold>
        </div>
      )}
    </section>
  )
}
