import { Button, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Endpoint } from '../../client.generated.ts'
import { Form } from '../../parts/form.tsx'
import { Option, Options } from '../../parts/option.tsx'
import { useEndpointsTexts } from '../../texts/endpoints/use.ts'
import css from './endpoints.module.css'

export interface Given {
  kind: Endpoint['kind']
  name: string
  address: string
  groups: readonly Endpoint['groups'][number][]
}

const kinds = ['webhook', 'teams', 'slack', 'syslog'] as const
const groups = ['everything', 'solutions', 'reviews', 'findings', 'tools', 'stops', 'security'] as const

interface EndpointFormProps {
  given: Given
  onGive: (given: Given) => void
  /** It stands already: what it is does not change, and an address that is left empty stays. */
  stands: boolean
  error: Error | null
  pending: boolean
  onSubmit: () => void
}

/** What an endpoint is, where it is, and what it gets. */
export const EndpointForm = ({ given, onGive, stands, error, pending, onSubmit }: EndpointFormProps) => {
  const { form: words } = useEndpointsTexts()
  const { kind, name, address, groups: chosen } = given
  const missing = () => [
    ...(name.trim() === '' ? [{ field: 'name', text: words.missing.name }] : []),
    ...(address.trim() === '' && !stands ? [{ field: 'address', text: words.missing.address }] : []),
    ...(chosen.length === 0 ? [{ field: 'groups', text: words.missing.groups }] : []),
  ]
  return (
    <div className={css.form}>
      <Form
        fields={['kind', 'name', 'address', 'groups']}
        check={missing}
        error={error}
        onSubmit={onSubmit}
        buttons={
          <Button type="submit" loading={pending}>
            {stands ? words.save : words.add}
          </Button>
        }
      >
        {about => (
          <>
            {!stands && <Kinds kind={kind} onChoose={kind => onGive({ ...given, kind })} />}
            <TextInput
              id="name"
              label={words.name}
              description={words.nameHelp}
              value={name}
              onChange={event => onGive({ ...given, name: event.currentTarget.value })}
              error={about('name')}
            />
            <TextInput
              id="address"
              label={words.address[kind]}
              description={stands ? words.addressKept : words.addressHelp[kind]}
              autoComplete="off"
              spellCheck={false}
              value={address}
              onChange={event => onGive({ ...given, address: event.currentTarget.value })}
              error={about('address')}
            />
            <p className={css.hint}>
              {words.inside} <Link to="/settings">{words.toTargets}</Link>.
            </p>
            <Groups chosen={chosen} onChoose={groups => onGive({ ...given, groups })} error={about('groups')} />
          </>
        )}
      </Form>
    </div>
  )
}

const Kinds = ({ kind, onChoose }: { kind: Endpoint['kind']; onChoose: (kind: Endpoint['kind']) => void }) => {
  const { form: words, kinds: names } = useEndpointsTexts()
  return (
    <fieldset className={css.options} id="kind">
      <legend>{words.kind}</legend>
      <Options>
        {kinds.map(each => (
          <Option
            key={each}
            type="radio"
            name="kind"
            value={each}
            checked={each === kind}
            onChange={() => onChoose(each)}
            label={names[each]}
            note={words.kindHelp[each]}
          />
        ))}
      </Options>
    </fieldset>
  )
}

interface GroupsProps {
  chosen: Given['groups']
  onChoose: (groups: Given['groups']) => void
  error: string | undefined
}

const Groups = ({ chosen, onChoose, error }: GroupsProps) => {
  const { form: words, groups: names, groupHelp } = useEndpointsTexts()
  const turn = (group: Given['groups'][number]) =>
    onChoose(chosen.includes(group) ? chosen.filter(each => each !== group) : [...chosen, group])
  return (
    <fieldset className={css.options} id="groups" tabIndex={-1} aria-describedby={error === undefined ? undefined : 'groups-error'}>
      <legend>{words.gets}</legend>
      {error !== undefined && (
        <p className={css.error} id="groups-error">
          {error}
        </p>
      )}
      <Options>
        {groups.map(group => (
          <Option
            key={group}
            type="checkbox"
            name="groups"
            value={group}
            checked={chosen.includes(group)}
            onChange={() => turn(group)}
            label={names[group]}
            note={groupHelp[group]}
          />
        ))}
      </Options>
    </fieldset>
  )
}
