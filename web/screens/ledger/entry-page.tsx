import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { ApiProblem, type Proof } from '../../client.generated.ts'
import { useEntry, useProofDownload } from '../../data/ledger.ts'
import { useMe } from '../../data/me.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { Fold } from '../../parts/fold.tsx'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useLedgerTexts } from '../../texts/ledger/use.ts'
import { exactly } from '../../texts/moments.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { About } from './about.tsx'
import css from './ledger.module.css'
import { readBody } from './read-body.ts'

/** One entry as it was sealed, its proof, and how anyone verifies it without this server. */
export const EntryPage = () => {
  const { t } = useTexts()
  const words = useLedgerTexts()
  const { entry: number } = useParams({ from: '/ledger/$entry' })
  const { data: me } = useMe()
  const entry = useEntry(Number(number))
  const title = words.entry.title(Number(number))
  const known = entry.error instanceof ApiProblem && entry.error.status >= 400 && entry.error.status < 500
  return (
    <Page title={title} crumbs={[{ label: words.group }, { label: words.name, to: '/ledger' }, { label: number }]} step={number}>
      <Sheet width="reading">
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : entry.data ? (
          <Sealed entry={entry.data} title={title} />
        ) : entry.error === null ? (
          <SkeletonRows rows={6} busy={t.loading} title={title} />
        ) : known ? (
          <Note heading empty title={words.entry.missing} action={<Link to="/ledger">{words.entry.toList}</Link>}>
            {words.entry.missingText}
          </Note>
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={entry.error} retry={() => void entry.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

const Sealed = ({ entry: { entry, type, at, actor, subject, body, proof }, title }: { entry: Proof; title: string }) => {
  const { language } = useTexts()
  const words = useLedgerTexts()
  const page = words.entry
  const download = useProofDownload()
  const { operation, data, personal } = readBody(body)
  return (
    <>
      <PageHead title={title} />
      <div className={css.part}>
        <FactList>
          <FactRow label={page.by}>
            {actor === null ? (
              words.program
            ) : actor.id === 'anonymous' ? (
              words.anonymous
            ) : (
              <Link to="/people/$person" params={{ person: actor.id }}>
                {actor.name}
              </Link>
            )}
          </FactRow>
          <FactRow label={page.did} note={type}>
            {words.did[type] ?? words.other(type)}
          </FactRow>
          <FactRow label={page.at}>
            <time dateTime={at}>{exactly(at, language)}</time>
          </FactRow>
          <FactRow label={page.about}>
            <About subject={subject} />
          </FactRow>
          <FactRow label={page.operation}>
            <code>{operation}</code>
          </FactRow>
          {data.length > 0 && (
            <FactRow label={page.data}>
              {data.map(([name, value]) => (
                <span key={name} className={css.data}>
                  <b>{name}</b> {value}
                </span>
              ))}
            </FactRow>
          )}
          {personal.length > 0 && (
            <FactRow label={page.personal} note={page.personalText}>
              {personal.join(', ')}
            </FactRow>
          )}
        </FactList>
      </div>
      <div className={css.buttons}>
        {proof === null ? (
          <p role="status">{page.sealing}</p>
        ) : (
          <Button loading={download.isPending} onClick={() => download.mutate(entry)}>
            {page.proof}
          </Button>
        )}
        <Button variant="subtle" onClick={() => print()}>
          {page.print}
        </Button>
        {download.isError && <p role="alert">{page.proofFailed}</p>}
      </div>
      <section className={css.part}>
        <h2>{page.verify}</h2>
        <p>{page.verifyText}</p>
        <pre className={css.note}>{page.verifyCommand(String(entry))}</pre>
      </section>
      <Fold title={page.body}>
        <pre className={css.note}>{body}</pre>
      </Fold>
    </>
  )
}
