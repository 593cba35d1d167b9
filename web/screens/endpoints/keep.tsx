import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Endpoint } from '../../client.generated.ts'
import { useChangeEndpoint, useContinueEndpoint, usePauseEndpoint, useRemoveEndpoint, useTestEndpoint } from '../../data/endpoints.ts'
import { AskFirst } from '../../parts/ask-first.tsx'
import { Fold } from '../../parts/fold.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useEndpointsTexts } from '../../texts/endpoints/use.ts'
import { EndpointForm, type Given } from './endpoint-form.tsx'
import css from './endpoints.module.css'

/** What whoever keeps it does with an endpoint. */
export const Keep = ({ endpoint }: { endpoint: Endpoint }) => {
  const { page: words, failed } = useEndpointsTexts()
  const { id, version, state } = endpoint
  const pause = usePauseEndpoint()
  const goOn = useContinueEndpoint()
  const test = useTestEndpoint()
  const troubled = [pause, goOn, test].find(({ error }) => error !== null)
  return (
    <>
      <div className={css.acts}>
        {state === 'active' ? (
          <>
            <Button variant="default" loading={test.isPending} onClick={() => test.mutate({ endpoint: id })}>
              {words.test}
            </Button>
            <Button variant="default" loading={pause.isPending} onClick={() => pause.mutate({ endpoint: id, version })}>
              {words.pause}
            </Button>
          </>
        ) : (
          <Button loading={goOn.isPending} onClick={() => goOn.mutate({ endpoint: id, version })}>
            {words.resume}
          </Button>
        )}
        <Remove endpoint={endpoint} />
      </div>
      <p role="status" className={css.done}>
        {test.isSuccess && words.tested}
      </p>
      {troubled?.error && <Trouble title={failed} error={troubled.error} retry={() => troubled.reset()} />}
      <Fold title={words.change}>
        <Change key={version} endpoint={endpoint} />
      </Fold>
    </>
  )
}

const Change = ({ endpoint: { id, version, kind, name, groups } }: { endpoint: Endpoint }) => {
  const change = useChangeEndpoint()
  const [given, setGiven] = useState<Given>({ kind, name, address: '', groups })
  const { address } = given
  return (
    <EndpointForm
      given={given}
      onGive={setGiven}
      stands
      error={change.error}
      pending={change.isPending}
      onSubmit={() =>
        change.mutate({
          endpoint: id,
          version,
          name: given.name,
          groups: [...given.groups],
          ...(address.trim() !== '' && { address }),
        })
      }
    />
  )
}

const Remove = ({ endpoint: { id, version, name } }: { endpoint: Endpoint }) => {
  const { page: words, failed } = useEndpointsTexts()
  const navigate = useNavigate()
  const remove = useRemoveEndpoint()
  return (
    <AskFirst
      act={words.remove}
      title={words.removeOf(name)}
      leave={words.keep}
      step={remove}
      failed={failed}
      onTake={close =>
        remove.mutate({ endpoint: id, version }, { onSuccess: () => void navigate({ to: '/settings/endpoints' }), onError: close })
      }
    >
      {words.removeText}
    </AskFirst>
  )
}
