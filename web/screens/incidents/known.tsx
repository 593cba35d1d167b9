import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Incident } from '../../client.generated.ts'
import { useChangeIncident } from '../../data/incidents.ts'
import { Fold } from '../../parts/fold.tsx'
import { Form } from '../../parts/form.tsx'
import { useIncidentsTexts } from '../../texts/incidents/use.ts'
import { useTexts } from '../../texts/language.tsx'
import css from './incidents.module.css'
import { fieldOf } from './moments-of-day.ts'
import { problemsIn, toldBy, ToldFields, toldFields } from './told-fields.tsx'

/** What happened, what led to it and what was learned, as far as it is known; with the form to say more. */
export const Known = ({ incident }: { incident: Incident }) => {
  const words = useIncidentsTexts().page
  const { whatHappened, cause, lessons, you } = incident
  const [saved, setSaved] = useState(false)
  const written = (text: string | null) => <p className={text === null ? css.quiet : css.text}>{text ?? words.notWritten}</p>
  return (
    <>
      <section className={css.part}>
        <h2>{words.what}</h2>
        {written(whatHappened)}
      </section>
      <section className={css.part}>
        <h2>{words.cause}</h2>
        {written(cause)}
      </section>
      <section className={css.part}>
        <h2>{words.lessons}</h2>
        {written(lessons)}
      </section>
      {you.mayWork && (
        <div className={`${css.part} ${css.form}`}>
          <Fold title={words.edit}>
            <Edit key={incident.version} incident={incident} onSaved={() => setSaved(true)} />
          </Fold>
          <p role="status" className={css.saved}>
            {saved && words.saved}
          </p>
        </div>
      )}
    </>
  )
}

const Edit = ({ incident, onSaved }: { incident: Incident; onSaved: () => void }) => {
  const { language } = useTexts()
  const all = useIncidentsTexts()
  const words = all.page
  const change = useChangeIncident()
  const { key, version, title, whatHappened, severity, noticedAt, stops, named } = incident
  const [given, setGiven] = useState({
    title,
    whatHappened,
    severity,
    noticedAt: fieldOf(noticedAt),
    stops: stops.map(stop => stop.key).join(', '),
    solutions: named.join(', '),
  })
  const [learned, setLearned] = useState({ cause: incident.cause ?? '', lessons: incident.lessons ?? '' })
  const orNull = (text: string) => (text.trim() === '' ? null : text)
  return (
    <Form
      fields={[...toldFields, 'cause', 'lessons']}
      check={() => problemsIn(given, all)}
      error={change.error}
      onSubmit={() => {
        const told = toldBy(given)
        if (told)
          change.mutate(
            {
              ...told,
              incident: key,
              version,
              language,
              // Unless somebody typed another minute, the moment stays as exact as it was.
              noticedAt: given.noticedAt === fieldOf(noticedAt) ? noticedAt : told.noticedAt,
              cause: orNull(learned.cause),
              lessons: orNull(learned.lessons),
            },
            { onSuccess: onSaved },
          )
      }}
      buttons={
        <Button type="submit" variant="default" loading={change.isPending}>
          {words.save}
        </Button>
      }
    >
      {about => (
        <>
          <ToldFields given={given} onGive={told => setGiven({ ...told, severity: told.severity ?? severity })} about={about} />
          {(['cause', 'lessons'] as const).map(field => (
            <Textarea
              key={field}
              id={field}
              label={words[field]}
              description={field === 'cause' ? words.causeHelp : words.lessonsHelp}
              rows={3}
              value={learned[field]}
              onChange={event => setLearned({ ...learned, [field]: event.currentTarget.value })}
              error={about(field)}
            />
          ))}
        </>
      )}
    </Form>
  )
}
