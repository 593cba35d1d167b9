import { Button } from '@mantine/core'
import { useMe, useStart } from '../../data/me.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import css from './start.module.css'

/** The first page of a Guildhall that holds nothing yet: a look around, or one's own company. */
export const Start = () => {
  const { t } = useTexts()
  const words = t.access.start
  const start = useStart()
  return (
    <div className={css.start}>
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className={css.lead}>{words.lead}</p>
      {start.error && <Trouble title={t.trouble.pageTitle} error={start.error} retry={() => start.reset()} />}
      <ul className={css.ways}>
        <li>
          <h2>{words.demo}</h2>
          <p>{words.demoText}</p>
          <Button size="lg" loading={start.isPending && start.variables.what === 'demo'} onClick={() => start.mutate({ what: 'demo' })}>
            {words.demo}
          </Button>
        </li>
        <li>
          <h2>{words.ours}</h2>
          <p>{words.oursText}</p>
          <Button
            size="lg"
            variant="default"
            loading={start.isPending && start.variables.what === 'ours'}
            onClick={() => start.mutate({ what: 'ours' })}
          >
            {words.ours}
          </Button>
        </li>
      </ul>
    </div>
  )
}

/** Nobody is here yet: the first person comes through the link that the terminal shows. */
export const AwaitSetUp = () => {
  const { t } = useTexts()
  const words = t.access.start
  // Somebody else may be setting it up at this moment.
  useMe({ everySeconds: 5 })
  return (
    <div className={css.start}>
      <h1 tabIndex={-1}>{words.linkTitle}</h1>
      <p className={css.lead}>{words.linkText}</p>
      <pre className={css.command}>{words.linkCommand}</pre>
    </div>
  )
}
