import { Button } from '@mantine/core'
import { useMakeToken } from '../../data/access.ts'
import type { ContentStep } from '../../client.generated.ts'
import { flowOperations, useMakeCallbackSecret } from '../../data/content.ts'
import { Note } from '../../parts/note.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useContentTexts } from '../../texts/human-review/use.ts'
import parts from '../solutions/parts.module.css'
import css from './content.module.css'
import { GivenUp } from './given-up.tsx'

/** What a flow needs: a token that can't decide, and how to ask. */
export const ConnectFlow = ({ solutionKey, step }: { solutionKey: string; step: ContentStep }) => {
  const { step: words } = useContentTexts()
  const make = useMakeToken()
  return (
    <>
      <p className={parts.quiet}>{words.connectText}</p>
      {make.data ? (
        <div role="status">
          <Note title={words.tokenOnce}>
            <code className={css.digest}>{make.data.secret}</code>
          </Note>
        </div>
      ) : (
        <Button
          variant="default"
          loading={make.isPending}
          onClick={() =>
            make.mutate({ name: words.tokenName(solutionKey), effects: ['read', 'write'], operations: flowOperations, days: 90 })
          }
        >
          {words.makeToken}
        </Button>
      )}
      {make.error && <Trouble title={words.failed} error={make.error} retry={() => make.reset()} />}
      <h3>{words.recipe}</h3>
      <pre className={css.code}>
        {`curl ${location.origin}/api/content-reviews \\
  -H 'Authorization: Bearer TOKEN' -H 'Origin: ${location.origin}' \\
  -H "Idempotency-Key: $(uuidgen)" -H 'Content-Type: application/json' \\
  -d '{"solution": "${solutionKey}", "kind": "mail", "recipient": "customer", "content": "…"}'

curl '${location.origin}/api/content-reviews/ID?wait=25' -H 'Authorization: Bearer TOKEN'`}
      </pre>
      <p className={parts.quiet}>{words.recipeText}</p>
      {step.you.names && <Callbacks solutionKey={solutionKey} has={step.callbacks} givenUp={step.givenUp} />}
    </>
  )
}

/** What signs the message that there is a verdict, for flows that would rather be told. */
const Callbacks = ({ solutionKey, has, givenUp }: { solutionKey: string; has: boolean; givenUp: number }) => {
  const { step: words } = useContentTexts()
  const make = useMakeCallbackSecret()
  return (
    <>
      <h3>{words.callbacks}</h3>
      <p className={parts.quiet}>{words.callbacksText}</p>
      <GivenUp solutionKey={solutionKey} givenUp={givenUp} />
      {make.data && (
        <div role="status">
          <Note title={words.secretOnce}>
            <code className={css.digest}>{make.data.secret}</code>
          </Note>
        </div>
      )}
      {make.error && <Trouble title={words.failed} error={make.error} retry={() => make.reset()} />}
      <Button variant="default" mt="md" loading={make.isPending} onClick={() => make.mutate({ key: solutionKey })}>
        {has ? words.makeAnother : words.makeSecret}
      </Button>
    </>
  )
}
