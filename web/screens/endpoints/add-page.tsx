import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { keepsEndpoints, useAddEndpoint } from '../../data/endpoints.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { useEndpointsTexts } from '../../texts/endpoints/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { EndpointForm, type Given } from './endpoint-form.tsx'
import { Framed } from './framed.tsx'
import { ShownSecret } from './shown-secret.tsx'

/** A further address to which events go. */
export const AddPage = () => {
  const { t } = useTexts()
  const words = useEndpointsTexts()
  return (
    <Framed
      title={words.add.name}
      crumbs={[{ label: t.shell.settings, to: '/settings' }, { label: words.name, to: '/settings/endpoints' }, { label: words.add.name }]}
      error={null}
      retry={() => undefined}
    >
      {person =>
        keepsEndpoints(person) ? (
          <Add />
        ) : (
          <Note heading empty icon={IconLock} title={words.add.notYours}>
            {words.add.notYoursText}
          </Note>
        )
      }
    </Framed>
  )
}

const Add = () => {
  const { add: words } = useEndpointsTexts()
  const add = useAddEndpoint()
  const [given, setGiven] = useState<Given>({ kind: 'webhook', name: '', address: '', groups: [] })
  if (add.data) {
    const { endpoint, secret } = add.data
    return (
      <>
        <PageHead title={words.made(endpoint.name)} />
        {secret !== null && <ShownSecret secret={secret} />}
        <ButtonLink to="/settings/endpoints/$endpoint" params={{ endpoint: endpoint.id }} mt="md">
          {words.see}
        </ButtonLink>
      </>
    )
  }
  return (
    <>
      <PageHead title={words.title}>
        <p>{words.lead}</p>
      </PageHead>
      <EndpointForm
        given={given}
        onGive={setGiven}
        stands={false}
        error={add.error}
        pending={add.isPending}
        onSubmit={() => add.mutate({ ...given, groups: [...given.groups] })}
      />
    </>
  )
}
