import { Button } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { ApiProblem, type Tool } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { stopsThings } from '../../data/stops.ts'
import { useReviewTool, useTool } from '../../data/tools.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day, list, moment } from '../../texts/moments.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { statusIcons } from './statuses.ts'
import css from './tool-page.module.css'
import { ToolUsers } from './tool-users.tsx'
import { Uses } from './uses.tsx'

/** One tool: what it may see, whose it is, and the solutions that use it. */
export const ToolPage = () => {
  const { t } = useTexts()
  const words = t.tools
  const { tool: id } = useParams({ from: '/tools/$tool' })
  const { data: me } = useMe()
  const tool = useTool(id)
  const title = tool.data?.name ?? words.name
  return (
    <Page title={title} crumbs={[{ label: t.shell.registry }, { label: words.name, to: '/tools' }, { label: title }]} step={id}>
      <Sheet width="reading">
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : tool.data ? (
          <Overview
            tool={tool.data}
            keeps={me?.person?.roles.some(role => role === 'coe-reviewer' || role === 'it-security') === true}
            stops={stopsThings(me?.person)}
          />
        ) : tool.error === null ? (
          <SkeletonRows rows={8} busy={t.loading} title={words.name} />
        ) : tool.error instanceof ApiProblem && tool.error.status === 404 ? (
          <Note heading empty title={words.tool.missing} action={<Link to="/tools">{words.tool.toList}</Link>}>
            {words.tool.missingText}
          </Note>
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={tool.error} retry={() => void tool.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

const Overview = ({ tool, keeps, stops }: { tool: Tool; keeps: boolean; stops: boolean }) => {
  const { t, language } = useTexts()
  const words = t.tools.tool
  const { status, withdrawnOn, reason, replacedBy, vendor, owner, reviewedOn, nextReviewOn, fromCharter } = tool
  const Icon = statusIcons[status]
  const usable = status === 'approved' || status === 'limited'
  const stated = t.tools.statuses[status]
  return (
    <>
      <PageHead title={tool.name}>
        <p>{tool.help}</p>
      </PageHead>
      {tool.stops.map(({ key, model, startedAt }) => (
        <Note key={key} tone="due" icon={IconHandStop} title={words.stopped(model, moment(startedAt, language))}>
          {words.stoppedText(key)}
        </Note>
      ))}
      <FactList>
        <FactRow label={words.state} note={fromCharter ? words.byCharter : undefined}>
          <span className={css.state}>
            <Icon size={16} stroke={1.6} aria-hidden />
            {withdrawnOn === null ? stated : words.since(stated, day(withdrawnOn, language))}
          </span>
        </FactRow>
        {reason !== null && <FactRow label={words.reason}>{reason}</FactRow>}
        {replacedBy.length > 0 && (
          <FactRow label={words.instead}>
            {replacedBy.map(({ id, name }) => (
              <Link key={id} to="/tools/$tool" params={{ tool: id }}>
                {name}
              </Link>
            ))}
          </FactRow>
        )}
        <FactRow label={words.maySee}>{usable ? <Uses tool={tool} /> : words.nothing}</FactRow>
        {tool.models.length > 0 && <FactRow label={words.models}>{list(tool.models, language)}</FactRow>}
        {tool.features.length > 0 && <FactRow label={words.features}>{list(tool.features, language)}</FactRow>}
        <FactRow label={words.vendor}>{vendor ?? words.unknown}</FactRow>
        <FactRow label={words.regions}>{tool.regions.length === 0 ? words.unknown : list(tool.regions, language)}</FactRow>
        <FactRow label={words.training}>{words.trainings[tool.trainsOnOurData]}</FactRow>
        {tool.contract !== null && <FactRow label={words.contract}>{tool.contract}</FactRow>}
        {tool.dataProcessing !== null && <FactRow label={words.dataProcessing}>{tool.dataProcessing}</FactRow>}
        <FactRow label={words.owner}>{owner?.name ?? words.nobody}</FactRow>
        {usable && (
          <FactRow label={words.reviewed} note={nextReviewOn === null ? undefined : words.next(day(nextReviewOn, language))}>
            {reviewedOn === null ? words.never : day(reviewedOn, language)}
          </FactRow>
        )}
      </FactList>
      <div className={css.part}>
        <div className={css.buttons}>
          <ButtonLink to="/tools/request" search={{ tool: tool.id }} variant="default">
            {words.askMore}
          </ButtonLink>
          {keeps && (
            <ButtonLink to="/tools/$tool/change" params={{ tool: tool.id }} variant="default">
              {t.solution.edit}
            </ButtonLink>
          )}
          {keeps && usable && (
            <ButtonLink to="/tools/$tool/withdrawal" params={{ tool: tool.id }} variant="default">
              {words.withdraw}
            </ButtonLink>
          )}
          {stops && (
            <ButtonLink to="/stop" search={{ kind: 'tool', target: tool.id }} variant="default">
              {words.stop}
            </ButtonLink>
          )}
        </div>
      </div>
      {keeps && usable && <Confirm tool={tool} />}
      <ToolUsers tool={tool.id} title={words.users} />
    </>
  )
}

const Confirm = ({ tool: { id, version } }: { tool: Tool }) => {
  const { t, language } = useTexts()
  const words = t.tools.tool
  const review = useReviewTool()
  return (
    <section className={css.part}>
      <h2>{words.regular}</h2>
      <p>{words.confirmText}</p>
      {review.error && <Trouble title={words.confirm} error={review.error} retry={() => review.reset()} />}
      <Button variant="default" loading={review.isPending} onClick={() => review.mutate({ tool: id, version, language })}>
        {words.confirm}
      </Button>
    </section>
  )
}
