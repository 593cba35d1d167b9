import { FileButton, NativeSelect, Button } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { CharterFault, ShowCharterVersionOutput } from '../../client.generated.ts'
import { useCharterCheck } from '../../data/charter-change.ts'
import { Action } from '../../parts/action.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useCharterChangeTexts } from '../../texts/charter/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { list } from '../../texts/moments.ts'
import { AskSecond } from './ask-second.tsx'
import { ChangedParts } from './changed-parts.tsx'
import { type Draft, useCharterDraft } from './draft.ts'
import { type Editing, LineEditor } from './line-editor.tsx'
import css from './propose.module.css'

/** The text, what is wrong with it, what it changes, and the way to a second person. */
export const Propose = ({ base }: { base: ShowCharterVersionOutput }) => {
  const { t } = useTexts()
  const words = useCharterChangeTexts().propose
  const draft = useCharterDraft(base)
  const check = useCharterCheck(draft.settled)
  const [file, setFile] = useState('tiers.yaml')
  const [note, setNote] = useState('')
  const editor = useRef<Editing>(null)
  // The answer to what was there before says nothing about what is there now.
  const answer = draft.settled === undefined ? undefined : check.data
  const faults = answer?.faults ?? []
  const goTo = (fault: Pick<CharterFault, 'file' | 'line' | 'column'>) => {
    setFile(fault.file)
    // The other document has to be there before the cursor can stand in it.
    requestAnimationFrame(() => editor.current?.goTo(fault.line, fault.column))
  }
  return (
    <div className={css.columns}>
      <section className={css.text}>
        <h2>{words.text}</h2>
        <Files draft={draft} faults={faults} file={file} onFile={setFile} />
        <LineEditor
          ref={editor}
          id="text"
          label={words.label(file)}
          text={draft.documents[file] ?? ''}
          faulty={new Set(faults.filter(fault => fault.file === file).map(({ line }) => line))}
          onChange={text => draft.write({ [file]: text })}
        />
        <div className={css.ways}>
          {draft.changed(file) && <Action onClick={() => draft.takeBack(file)}>{words.takeBack}</Action>}
          {draft.settled !== undefined && <Action onClick={draft.forget}>{words.startAgain}</Action>}
          <span>{words.kept}</span>
        </div>
      </section>
      <div className={css.side}>
        <p role="status" className={css.status}>
          {draft.settled === undefined
            ? words.unchanged
            : check.isFetching || draft.typing
              ? words.checking
              : answer && (answer.counted === 0 ? words.clean : words.wrong(answer.counted))}
        </p>
        {check.error && <Trouble title={t.trouble.partTitle(words.text)} error={check.error} retry={() => void check.refetch()} />}
        {answer && faults.length > 0 && <Faults faults={faults} counted={answer.counted} onGo={goTo} />}
        {answer?.change && !draft.typing && !check.isPlaceholderData && (
          <>
            <section className={css.part}>
              <h2>{words.differs}</h2>
              <ChangedParts parts={answer.change.parts} />
            </section>
            <AskSecond
              documents={draft.settled}
              parts={answer.change.parts}
              note={note}
              onNote={setNote}
              standsInTheWay={answer.standsInTheWay}
              onFile={named => goTo({ file: named, line: lineOf(draft.documents[named] ?? '', /^version:/mu), column: 1 })}
              onAsked={draft.forget}
            />
          </>
        )}
      </div>
    </div>
  )
}

const lineOf = (text: string, what: RegExp): number => text.slice(0, Math.max(text.search(what), 0)).split('\n').length

interface FilesProps {
  draft: Draft
  faults: readonly CharterFault[]
  file: string
  onFile: (file: string) => void
}

/** Which document is open, with what is changed or wrong in each, and files from elsewhere. */
const Files = ({ draft, faults, file, onFile }: FilesProps) => {
  const { language } = useTexts()
  const { documents: names, propose: words } = useCharterChangeTexts()
  const [said, setSaid] = useState('')
  const files = Object.keys(draft.documents)
  const upload = async (given: readonly File[]): Promise<void> => {
    const known = given.filter(({ name }) => files.includes(name))
    const others = given.filter(({ name }) => !files.includes(name))
    draft.write(Object.fromEntries(await Promise.all(known.map(async each => [each.name, await each.text()] as const))))
    if (known[0]) onFile(known[0].name)
    const named = (some: readonly File[]) =>
      list(
        some.map(({ name }) => name),
        language,
      )
    setSaid(
      [...(known.length > 0 ? [words.uploaded(named(known))] : []), ...(others.length > 0 ? [words.notTaken(named(others))] : [])].join(
        ' ',
      ),
    )
  }
  const label = (each: string): string => {
    const wrong = faults.filter(fault => fault.file === each).length
    const marks = [...(draft.changed(each) ? [words.changed] : []), ...(wrong > 0 ? [words.faults(wrong)] : [])]
    // What is cut off on a phone is the end.
    return [...marks, `${names[each] ?? each} (${each})`].join(' · ')
  }
  return (
    <>
      <div className={css.files}>
        <NativeSelect
          label={words.file}
          value={file}
          onChange={event => onFile(event.currentTarget.value)}
          data={files.map(each => ({ value: each, label: label(each) }))}
        />
        <FileButton multiple accept=".yaml,.yml" onChange={given => void upload(given)}>
          {props => (
            <Button {...props} variant="default" leftSection={<IconUpload size={16} stroke={1.6} aria-hidden />}>
              {words.upload}
            </Button>
          )}
        </FileButton>
      </div>
      <p role="status">{said}</p>
    </>
  )
}

interface FaultsProps {
  faults: readonly CharterFault[]
  counted: number
  onGo: (fault: CharterFault) => void
}

/** Each fault with its remedy, and the way to its line. */
const Faults = ({ faults, counted, onGo }: FaultsProps) => {
  const words = useCharterChangeTexts().propose
  return (
    <>
      <ul className={css.faults}>
        {faults.map(fault => {
          const { file, line, column, wrong, instead } = fault
          return (
            <li key={`${file} ${line} ${column} ${wrong}`}>
              <Action onClick={() => onGo(fault)}>{words.at(file, line)}</Action>
              <p>{wrong}</p>
              <p className={css.remedy}>{instead}</p>
            </li>
          )
        })}
      </ul>
      {counted > faults.length && <p className={css.remedy}>{words.firstFaults(faults.length)}</p>}
    </>
  )
}
