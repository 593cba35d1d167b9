import { Button, NativeSelect, Textarea } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '../../data/me.ts'
import { useProposeToolWithdrawal, useTool, useTools } from '../../data/tools.ts'
import { Form } from '../../parts/form.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { SignInFirst } from '../access/sign-in-first.tsx'
import css from './tool-page.module.css'
import { ToolUsers } from './tool-users.tsx'

/** Before anybody signs: which solutions a withdrawal would reach, by name, and what they could use instead. */
export const WithdrawPage = () => {
  const { t } = useTexts()
  const words = t.tools.withdraw
  const { tool: id } = useParams({ from: '/tools/$tool/withdrawal' })
  const { data: me } = useMe()
  const tool = useTool(id)
  const title = words.title(tool.data?.name ?? '')
  return (
    <Page title={title} crumbs={[{ label: t.shell.registry }, { label: t.tools.name, to: '/tools' }, { label: title }]} step={id}>
      <Sheet width="reading">
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={t.tools.signIn} />
        ) : tool.data ? (
          <>
            <PageHead title={title}>
              <p>{words.lead}</p>
            </PageHead>
            <ToolUsers tool={id} title={words.affected} />
            <Propose tool={id} />
          </>
        ) : tool.error === null ? (
          <SkeletonRows rows={6} busy={t.loading} title={t.tools.name} />
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={tool.error} retry={() => void tool.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

const Propose = ({ tool }: { tool: string }) => {
  const { t } = useTexts()
  const words = t.tools.withdraw
  const propose = useProposeToolWithdrawal()
  const tools = useTools()
  const [given, setGiven] = useState({ instead: '', note: '' })
  const [requestId] = useState(() => crypto.randomUUID())
  const others = tools.data?.tools.filter(({ id, status }) => id !== tool && (status === 'approved' || status === 'limited')) ?? []
  return (
    <section className={css.part}>
      <Form
        fields={['note', 'replacedBy']}
        error={propose.error}
        onSubmit={() => propose.mutate({ tool, replacedBy: given.instead === '' ? [] : [given.instead], note: given.note, requestId })}
        buttons={
          <Button type="submit" loading={propose.isPending} disabled={propose.isSuccess}>
            {words.submit}
          </Button>
        }
      >
        {about => (
          <>
            <NativeSelect
              id="replacedBy"
              label={words.instead}
              value={given.instead}
              onChange={event => setGiven({ ...given, instead: event.currentTarget.value })}
              data={[{ value: '', label: words.nothing }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
              error={about('replacedBy')}
            />
            <Textarea
              id="note"
              label={words.why}
              rows={3}
              value={given.note}
              onChange={event => setGiven({ ...given, note: event.currentTarget.value })}
              error={about('note')}
            />
          </>
        )}
      </Form>
      <p role="status">
        {propose.data && (
          <Link to="/proposals/$proposal" params={{ proposal: propose.data.id }}>
            {words.proposed}
          </Link>
        )}
      </p>
    </section>
  )
}
