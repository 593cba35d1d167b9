import { useParams } from '@tanstack/react-router'
import { useMe } from '../../data/me.ts'
import { useTool, useTools } from '../../data/tools.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useChangeTexts } from '../../texts/tools/change.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { ChangeToolForm } from './change-form.tsx'

/** Everything that is known of a tool, to be changed; what that comes to is said before it is saved. */
export const ChangePage = () => {
  const { t } = useTexts()
  const words = useChangeTexts()
  const { tool: id } = useParams({ from: '/tools/$tool/change' })
  const { data: me } = useMe()
  const tool = useTool(id)
  const tools = useTools()
  const title = words.title(tool.data?.name ?? '')
  return (
    <Page title={title} crumbs={[{ label: t.shell.registry }, { label: t.tools.name, to: '/tools' }, { label: title }]} step={id}>
      <Sheet width="reading">
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={t.tools.signIn} />
        ) : tool.data && tools.data ? (
          <>
            <PageHead title={title}>
              <p>{words.lead}</p>
            </PageHead>
            <ChangeToolForm key={tool.data.version} tool={tool.data} dataClasses={tools.data.dataClasses} />
          </>
        ) : tool.error === null ? (
          <SkeletonRows rows={8} busy={t.loading} title={t.tools.name} />
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={tool.error} retry={() => void tool.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}
