import { Link } from '@tanstack/react-router'
import type { Review, ShowToolRequestOutput } from '../../client.generated.ts'
import { useCharter } from '../../data/charter.ts'
import { useToolRequest, useTools } from '../../data/tools.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day, list } from '../../texts/moments.ts'
import { useLooksTexts } from '../../texts/review/looks.ts'
import { tierNames } from '../check/sentences.ts'
import css from './subject.module.css'

/** What a tool is wanted as, beside what stands now and what could be used instead. */
export const ToolRequestLookedAt = ({ review: { subject } }: { review: Review }) => {
  const { t } = useTexts()
  const { tool: words } = useLooksTexts()
  const request = useToolRequest(subject.id)
  return (
    <section>
      <h2>{words.title}</h2>
      {request.data ? (
        <Wanted request={request.data} />
      ) : request.error === null ? (
        <SkeletonRows rows={4} busy={t.loading} />
      ) : (
        <Trouble title={words.title} error={request.error} retry={() => void request.refetch()} />
      )}
    </section>
  )
}

const Wanted = ({ request }: { request: ShowToolRequestOutput }) => {
  const { t, language } = useTexts()
  const { tool: words } = useLooksTexts()
  const said = t.tools.tool
  const { tool, help, note, requested, noneFits, approvedFor, standsNow, redact, vendor, regions, trainsOnOurData } = request
  const { alternatives, models, features, contract, dataProcessing } = request
  return (
    <>
      <p className={css.purpose}>{help}</p>
      <FactList>
        <FactRow label={words.note} note={words.by(requested.by.name, day(requested.at, language))}>
          {note}
        </FactRow>
        <FactRow label={words.wanted}>
          <Uses uses={approvedFor} />
        </FactRow>
        <FactRow label={words.now}>{standsNow === null ? words.notListed : <Uses uses={standsNow.approvedFor} />}</FactRow>
        {redact.length > 0 && (
          <FactRow label={words.blackedOut}>
            <Uses uses={redact.map(dataClass => ({ dataClass, highestTier: 4 }))} />
          </FactRow>
        )}
        {noneFits !== null && <FactRow label={words.noneFits}>{noneFits}</FactRow>}
        <FactRow label={words.alternatives}>
          {alternatives.length === 0 ? (
            words.none
          ) : (
            <ul>
              {alternatives.map(({ id, name, all }) => (
                <li key={id}>
                  <Link to="/tools/$tool" params={{ tool: id }}>
                    {name}
                  </Link>
                  , {all ? words.all : words.partly}
                </li>
              ))}
            </ul>
          )}
        </FactRow>
        <FactRow label={said.vendor}>{vendor}</FactRow>
        <FactRow label={said.regions}>{regions.length === 0 ? said.unknown : list(regions, language)}</FactRow>
        <FactRow label={said.training}>{said.trainings[trainsOnOurData]}</FactRow>
        {models.length > 0 && <FactRow label={said.models}>{list(models, language)}</FactRow>}
        {features.length > 0 && <FactRow label={said.features}>{list(features, language)}</FactRow>}
        {contract !== null && <FactRow label={said.contract}>{contract}</FactRow>}
        {dataProcessing !== null && <FactRow label={said.dataProcessing}>{dataProcessing}</FactRow>}
      </FactList>
      {standsNow !== null && (
        <p className={css.more}>
          <Link to="/tools/$tool" params={{ tool }}>
            {words.toTool}
          </Link>
        </p>
      )}
    </>
  )
}

const Uses = ({ uses }: { uses: ShowToolRequestOutput['approvedFor'] }) => {
  const { tool: words } = useLooksTexts()
  const { data: tools } = useTools()
  const { data: charter } = useCharter()
  if (uses.length === 0) return words.nothing
  return (
    <ul>
      {uses.map(({ dataClass, highestTier }) => (
        <li key={dataClass}>
          {tools?.dataClasses.find(({ id }) => id === dataClass)?.name ?? dataClass}
          {highestTier < 4 && charter && `, ${words.upTo(tierNames(charter)[highestTier - 1] ?? '')}`}
        </li>
      ))}
    </ul>
  )
}
