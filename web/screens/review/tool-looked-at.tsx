import type { Review } from '../../client.generated.ts'
import { useToolRequest } from '../../data/tools.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { list } from '../../texts/moments.ts'
import { useReviewTexts } from '../../texts/review/use.ts'
import { Uses } from '../tools/uses.tsx'
import css from './subject.module.css'

/** What was asked for and what is known of it; where approved tools could do, why none will. */
export const ToolLookedAt = ({ review: { subject, endedAt } }: { review: Review }) => {
  const { t, language } = useTexts()
  const words = useReviewTexts()
  const said = t.tools.tool
  const request = useToolRequest(subject.id)
  return (
    <section>
      <h2>{endedAt === null ? words.page.subject : words.page.subjectThen}</h2>
      {request.data ? (
        <>
          <p className={css.purpose}>{request.data.help}</p>
          <FactList>
            <FactRow label={words.tool.asked}>
              <Uses tool={request.data} />
            </FactRow>
            {request.data.noneFits !== null && <FactRow label={words.tool.noneFits}>{request.data.noneFits}</FactRow>}
            {request.data.alternatives.length > 0 && (
              <FactRow label={words.tool.alternatives}>
                {list(
                  request.data.alternatives.map(({ name }) => name),
                  language,
                )}
              </FactRow>
            )}
            <FactRow label={said.vendor}>{request.data.vendor === '' ? said.unknown : request.data.vendor}</FactRow>
            <FactRow label={said.regions}>
              {request.data.regions.length === 0 ? said.unknown : list(request.data.regions, language)}
            </FactRow>
            <FactRow label={said.training}>{said.trainings[request.data.trainsOnOurData]}</FactRow>
            {request.data.contract !== null && <FactRow label={said.contract}>{request.data.contract}</FactRow>}
            {request.data.dataProcessing !== null && <FactRow label={said.dataProcessing}>{request.data.dataProcessing}</FactRow>}
          </FactList>
        </>
      ) : request.error === null ? (
        <SkeletonRows rows={4} busy={t.loading} />
      ) : (
        <Trouble title={t.trouble.partTitle(subject.name)} error={request.error} retry={() => void request.refetch()} />
      )}
    </section>
  )
}
