import { Button, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { encode } from 'uqr'
import type { BeginSecondFactorOutput, ShowMyAccessOutput } from '../../client.generated.ts'
import { useBeginSecondFactor, useConfirmSecondFactor, useRemoveSecondFactor } from '../../data/access.ts'
import { Form } from '../../parts/form.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { moment } from '../../texts/moments.ts'
import css from './my-access-page.module.css'

/** Off, being set up, or on; the recovery codes are shown once, when it has just been confirmed. */
export const SecondFactor = ({ access }: { access: ShowMyAccessOutput }) => {
  const { t, language } = useTexts()
  const words = t.access.mine
  const begin = useBeginSecondFactor()
  const confirm = useConfirmSecondFactor()
  const remove = useRemoveSecondFactor()
  const on = access.secondFactor
  return (
    <section>
      <h2>{words.factor}</h2>
      {confirm.data ? (
        <RecoveryCodes codes={confirm.data.recoveryCodes} onKept={() => confirm.reset()} />
      ) : on ? (
        <>
          <p>{words.factorOn(moment(on.since, language))}</p>
          <p>{words.codesLeft(on.recoveryCodes)}</p>
          <CodeForm submit={words.remove} pending={remove.isPending} error={remove.error} onCode={code => remove.mutate({ code })} />
        </>
      ) : begin.data ? (
        <>
          <p>{words.scan}</p>
          <Code uri={begin.data.uri} />
          <Key secret={begin.data} />
          <CodeForm
            submit={words.confirm}
            pending={confirm.isPending}
            error={confirm.error}
            onCode={code => confirm.mutate({ code }, { onSuccess: () => begin.reset() })}
          />
        </>
      ) : (
        <>
          <p>{words.factorOff}</p>
          {begin.error && <Trouble title={words.factor} error={begin.error} retry={() => begin.reset()} />}
          {access.passwordChangedAt !== null && (
            <Button variant="default" loading={begin.isPending} onClick={() => begin.mutate()}>
              {words.setUp}
            </Button>
          )}
        </>
      )}
    </section>
  )
}

const Key = ({ secret }: { secret: BeginSecondFactorOutput }) => {
  const { t } = useTexts()
  return (
    <p>
      {t.access.mine.key} <code className={css.secret}>{secret.secret.match(/.{1,4}/gu)?.join(' ')}</code>
    </p>
  )
}

/** The address as a square code, dark on light in either theme: cameras want it so. */
const Code = ({ uri }: { uri: string }) => {
  const { t } = useTexts()
  const { data, size } = useMemo(() => encode(uri, { ecc: 'M', border: 0 }), [uri])
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg className={css.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t.access.mine.qr} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  )
}

interface CodeFormProps {
  submit: string
  pending: boolean
  error: Error | null
  onCode: (code: string) => void
}

const CodeForm = ({ submit, pending, error, onCode }: CodeFormProps) => {
  const { t } = useTexts()
  const [code, setCode] = useState('')
  return (
    <Form
      fields={['code']}
      error={error}
      onSubmit={() => onCode(code)}
      buttons={
        <Button type="submit" variant="default" loading={pending}>
          {submit}
        </Button>
      }
    >
      {about => (
        <TextInput
          id="code"
          label={t.access.mine.code}
          autoComplete="one-time-code"
          inputMode="numeric"
          value={code}
          onChange={event => setCode(event.currentTarget.value)}
          error={about('code')}
        />
      )}
    </Form>
  )
}

const RecoveryCodes = ({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) => {
  const { t } = useTexts()
  const words = t.access.mine
  return (
    <>
      <h3>{words.recovery}</h3>
      <p>{words.recoveryText}</p>
      <ol className={css.codes}>
        {codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <Button onClick={onKept}>{words.kept}</Button>
    </>
  )
}
