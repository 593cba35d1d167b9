import { useSearch } from '@tanstack/react-router'
import { useMe } from '../../data/me.ts'
import { useTool, useTools } from '../../data/tools.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { RequestForm } from './request-form.tsx'

/** Ask for a tool, or for more of one; what is approved already comes first. */
export const RequestPage = () => {
  const { t } = useTexts()
  const words = t.tools.request
  const { tool: id } = useSearch({ from: '/tools/request' })
  const { data: me } = useMe()
  const tools = useTools()
  const known = tools.data?.tools.find(each => each.id === id)
  const title = known ? words.more(known.name) : words.title
  return (
    <Page title={title} crumbs={[{ label: t.shell.registry }, { label: t.tools.name, to: '/tools' }, { label: title }]}>
      <Sheet width="reading">
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={t.tools.signIn} />
        ) : tools.data ? (
          <>
            <PageHead title={title}>
              <p>{words.lead(tools.data.answerBusinessDays)}</p>
            </PageHead>
            {id === undefined || !known ? <RequestForm list={tools.data} /> : <More list={tools.data} tool={id} />}
          </>
        ) : tools.error === null ? (
          <SkeletonRows rows={6} busy={t.loading} title={words.title} />
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={tools.error} retry={() => void tools.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

/** What is known of the tool already stands in the form. */
const More = ({ list, tool: id }: { list: NonNullable<ReturnType<typeof useTools>['data']>; tool: string }) => {
  const { t } = useTexts()
  const tool = useTool(id)
  if (tool.data) return <RequestForm list={list} known={tool.data} />
  return tool.error === null ? (
    <SkeletonRows rows={6} busy={t.loading} />
  ) : (
    <Trouble title={t.trouble.pageTitle} error={tool.error} retry={() => void tool.refetch()} />
  )
}
