import { IconCheck, IconHandStop, IconHourglass } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ListToolsOutput, ToolRequest, ToolSummary } from '../../client.generated.ts'
import { useCharter } from '../../data/charter.ts'
import { TierMark } from '../../parts/tier-mark.tsx'
import { useTexts } from '../../texts/language.tsx'
import { day } from '../../texts/moments.ts'
import { asTier, tierNames } from '../check/sentences.ts'
import css from './matrix.module.css'
import { statusIcons } from './statuses.ts'

type Shown = Pick<ListToolsOutput, 'tools' | 'requests' | 'dataClasses'>

/**
 * Tool by class of data. A yes is a sign and a word, a limit the mark and the name of its tier, so that it reads without
 * colour; on a phone each tool is a block that says only what it may see.
 */
export const Matrix = ({ tools, requests, dataClasses }: Shown) => {
  const { t } = useTexts()
  const words = t.tools
  return (
    <div className={css.scroll} role="region" aria-label={words.caption} tabIndex={0}>
      <table className={css.matrix}>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.tool}</th>
            {dataClasses.map(({ id, name }) => (
              <th scope="col" key={id} lang="">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tools.map(tool => (
            <Row key={tool.id} name={<ToolName tool={tool} />} dataClasses={dataClasses} cell={id => <Cell tool={tool} dataClass={id} />} />
          ))}
          {requests.map(request => (
            <Row
              key={request.id}
              name={<RequestName request={request} />}
              dataClasses={dataClasses}
              cell={id => request.approvedFor.some(({ dataClass }) => dataClass === id) && <Asked />}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Row = ({
  name,
  dataClasses,
  cell,
}: {
  name: ReactNode
  dataClasses: Shown['dataClasses']
  cell: (dataClass: string) => ReactNode
}) => {
  const { t } = useTexts()
  return (
    <tr>
      <th scope="row">{name}</th>
      {dataClasses.map(({ id, name: label }) => {
        const said = cell(id)
        return (
          <td key={id} data-no={said === false || undefined}>
            <span className={css.label} aria-hidden="true">
              {label}
            </span>
            {said === false ? <span className={css.no}>{t.tools.no}</span> : said}
          </td>
        )
      })}
    </tr>
  )
}

const ToolName = ({ tool: { id, name, status, stopped, overdue } }: { tool: ToolSummary }) => {
  const { t } = useTexts()
  const Icon = stopped ? IconHandStop : statusIcons[status]
  return (
    <>
      <Link to="/tools/$tool" params={{ tool: id }}>
        {name}
      </Link>
      <small>
        <Icon size={14} stroke={1.6} aria-hidden />
        {stopped ? t.tools.stopped : t.tools.statuses[status]}
        {overdue && `, ${t.tools.due}`}
      </small>
    </>
  )
}

const RequestName = ({ request: { name, dueAt } }: { request: ToolRequest }) => {
  const { t, language } = useTexts()
  return (
    <>
      <b>{name}</b>
      <small>
        <IconHourglass size={14} stroke={1.6} aria-hidden />
        {t.tools.requested(dueAt === null ? null : day(dueAt, language))}
      </small>
    </>
  )
}

const Asked = () => {
  const { t } = useTexts()
  return (
    <span className={css.asked}>
      <IconHourglass size={14} stroke={1.6} aria-hidden />
      {t.tools.asked}
    </span>
  )
}

const Cell = ({ tool: { status, approvedFor, redact }, dataClass }: { tool: ToolSummary; dataClass: string }) => {
  const { t } = useTexts()
  const charter = useCharter()
  const use = approvedFor.find(each => each.dataClass === dataClass)
  if (!use || status === 'refused' || status === 'withdrawn') return <span className={css.no}>{t.tools.no}</span>
  const masked = redact.includes(dataClass) && <small>{t.tools.masked}</small>
  if (use.highestTier === 4)
    return (
      <span className={css.yes}>
        <IconCheck size={15} stroke={1.6} aria-hidden />
        <span>
          {t.tools.yes}
          {masked}
        </span>
      </span>
    )
  const tier = asTier(use.highestTier)
  const name = charter.data ? (tierNames(charter.data)[tier - 1] ?? '') : ''
  return (
    <span className={css.upTo} data-tier={tier}>
      <TierMark tier={tier} size={16} />
      <span>
        {t.tools.atMost(name)}
        {masked}
      </span>
    </span>
  )
}
