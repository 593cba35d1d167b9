import { Button, FileInput, Loader } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Charter, PreviewInspectionOutput, Solution } from '../../client.generated.ts'
import { mostBytes, useInspect, usePreviewInspection, useRemoveInspection } from '../../data/inspections.ts'
import { Action } from '../../parts/action.tsx'
import { problemsOf } from '../../parts/problems.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useArtifactTexts } from '../../texts/solution/use-artifact.ts'
import { tierNames } from '../check/sentences.ts'
import css from './artifact.module.css'
import { Price } from './cost.tsx'
import { Inspected, Shows } from './inspected.tsx'
import parts from './parts.module.css'

interface ArtifactProps {
  charter: Charter
  solution: Solution
  /** Whether the page holds changes that are not saved: they would be lost. */
  unsaved: boolean
}

/** Its file, read beside what is declared: chosen or dropped, shown with what it would cost, and only then kept. */
export const Artifact = ({ charter, solution, unsaved }: ArtifactProps) => {
  const words = useArtifactTexts()
  const { key, version, draft, approved } = solution
  const navigate = useNavigate()
  const preview = usePreviewInspection(key)
  const inspect = useInspect(key)
  const remove = useRemoveInspection(key)
  const newest = draft ?? approved
  const inspection = newest?.inspection ?? null
  const done = ({ cost }: { cost: string }): void =>
    void navigate({ to: '/solutions/$key', params: { key }, search: { done: cost === 'noted' ? 'saved' : 'edited' } })
  return (
    <section className={parts.part} id="artifact">
      <h2>{words.title}</h2>
      {preview.data && preview.variables ? (
        <Result
          charter={charter}
          solution={solution}
          file={preview.variables}
          shown={preview.data}
          pending={inspect.isPending}
          error={inspect.error}
          onKeep={() => inspect.mutate({ file: preview.variables, version }, { onSuccess: done })}
          onAnother={() => {
            preview.reset()
            inspect.reset()
          }}
        />
      ) : (
        <>
          {newest && inspection && (
            <>
              <Inspected charter={charter} declaration={{ facts: newest.facts, inspection }} />
              <p className={parts.quiet}>{words.removing}</p>
              <Action onClick={() => remove.mutate(version, { onSuccess: done })}>{words.remove}</Action>
              {remove.error && <Trouble title={words.remove} error={remove.error} retry={() => remove.reset()} />}
              <h3>{words.replace}</h3>
            </>
          )}
          <p className={parts.quiet}>{unsaved ? words.unsaved : words.lead}</p>
          {!unsaved && <Pick pending={preview.isPending} chosen={preview.variables} error={preview.error} onFile={preview.mutate} />}
        </>
      )}
    </section>
  )
}

interface PickProps {
  pending: boolean
  chosen: File | undefined
  error: Error | null
  onFile: (file: File) => void
}

const Pick = ({ pending, chosen, error, onFile }: PickProps) => {
  const { t } = useTexts()
  const words = useArtifactTexts()
  const [over, setOver] = useState(false)
  const [tooLarge, setTooLarge] = useState(false)
  const take = (file: File | null | undefined): void => {
    setOver(false)
    if (!file) return
    setTooLarge(file.size > mostBytes)
    if (file.size <= mostBytes) onFile(file)
  }
  const problem = tooLarge ? words.tooLarge : problemsOf(t, error, ['file'])[0]?.text
  return (
    <div
      className={css.drop}
      data-over={over || undefined}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        take(event.dataTransfer.files[0])
      }}
    >
      <FileInput
        id="file"
        label={words.choose}
        description={words.formats}
        placeholder={words.drop}
        accept=".json,.yml,.yaml,.zip"
        value={null}
        onChange={take}
        disabled={pending}
        error={problem}
      />
      <p role="status" className={parts.quiet}>
        {pending && (
          <>
            <Loader size="xs" aria-hidden /> {words.reading(chosen?.name ?? '')}
          </>
        )}
      </p>
    </div>
  )
}

interface ResultProps {
  charter: Charter
  solution: Solution
  file: File
  shown: PreviewInspectionOutput
  pending: boolean
  error: Error | null
  onKeep: () => void
  onAnother: () => void
}

const Result = ({ charter, solution, file, shown, pending, error, onKeep, onAnother }: ResultProps) => {
  const words = useArtifactTexts()
  const { draft, approved, facts } = solution
  const declared = (draft ?? approved)?.facts ?? facts
  const tier = (n: number): string => tierNames(charter)[n - 1] ?? ''
  return (
    <div aria-live="polite">
      <h3>{words.result(file.name)}</h3>
      {shown.same && <p className={parts.text}>{words.same}</p>}
      {shown.tier > shown.tierDeclared && <p className={parts.text}>{words.raises(tier(shown.tierDeclared), tier(shown.tier))}</p>}
      <Shows charter={charter} facts={declared} inspection={shown.inspection} />
      {shown.inspection.facts.some(({ differs }) => differs) && <p className={parts.quiet}>{words.wrong}</p>}
      <Price charter={charter} solution={solution} facts={declared} cost={shown} />
      {error && <Trouble title={words.failed} error={error} retry={onKeep} />}
      <div className={parts.buttons}>
        <Button loading={pending} onClick={onKeep}>
          {words.keep}
        </Button>
        <Button variant="default" onClick={onAnother}>
          {words.another}
        </Button>
      </div>
    </div>
  )
}
