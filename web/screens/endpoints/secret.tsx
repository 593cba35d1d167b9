import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Endpoint } from '../../client.generated.ts'
import { useRenewSecret } from '../../data/endpoints.ts'
import { timeThere } from '../../data/server-time.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useEndpointsTexts } from '../../texts/endpoints/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { moment } from '../../texts/moments.ts'
import css from './endpoints.module.css'
import { ShownSecret } from './shown-secret.tsx'

/** What signs its messages: made anew, with or without a time in which both do. */
export const Secret = ({ endpoint: { id, version, oldSecretUntil } }: { endpoint: Endpoint }) => {
  const { language } = useTexts()
  const { secret: words, failed } = useEndpointsTexts()
  const renew = useRenewSecret()
  const [asked, setAsked] = useState(false)
  const make = (overlapHours: number) => renew.mutate({ endpoint: id, version, overlapHours }, { onSettled: () => setAsked(false) })
  const overlaps = oldSecretUntil !== null && Date.parse(oldSecretUntil) > Date.parse(timeThere())
  return (
    <section className={css.part}>
      <h2>{words.heading}</h2>
      <p>{words.lead}</p>
      {overlaps && <p>{words.overlaps(moment(oldSecretUntil, language))}</p>}
      {renew.data && <ShownSecret secret={renew.data.secret} />}
      {renew.error && <Trouble title={failed} error={renew.error} retry={() => renew.reset()} />}
      <div className={css.acts}>
        <Button variant="default" onClick={() => setAsked(true)}>
          {words.renew}
        </Button>
      </div>
      <Dialog
        opened={asked}
        onClose={() => setAsked(false)}
        title={words.renewOf}
        buttons={
          <>
            <Button variant="default" onClick={() => setAsked(false)}>
              {words.keep}
            </Button>
            <Button variant="default" loading={renew.isPending} onClick={() => make(0)}>
              {words.atOnce}
            </Button>
            <Button loading={renew.isPending} onClick={() => make(24)}>
              {words.renew}
            </Button>
          </>
        }
      >
        <p>{words.renewText}</p>
      </Dialog>
    </section>
  )
}
