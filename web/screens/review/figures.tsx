import { IconHourglass, IconMessageCircle } from '@tabler/icons-react'
import type { ShowReviewFiguresOutput } from '../../client.generated.ts'
import { Note } from '../../parts/note.tsx'
import { Table } from '../../parts/table.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useTexts, type Language } from '../../texts/language.tsx'
import { useReviewTexts } from '../../texts/review/use.ts'
import css from './figures-page.module.css'
import { TierOf } from './tier.tsx'

type Figures = ShowReviewFiguresOutput

const percent = (share: number, language: Language): string => new Intl.NumberFormat(language, { style: 'percent' }).format(share)
const oneDigit = (value: number, language: Language): string => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)

/** For each lane: how many were in time, what share that points to, and how both clocks ran. */
export const Promises = ({ promises }: { promises: Figures['promises'] }) => {
  const { language } = useTexts()
  const words = useReviewTexts()
  const { columns, hours, likely, keptOf } = words.figures
  const purposes: Readonly<Record<string, string>> = words.purposes
  const time = (minutes: number | null) => (minutes === null ? null : hours(oneDigit(minutes / 60, language)))
  return (
    <>
      <p className={css.help}>{words.figures.promisesHelp}</p>
      <Table
        caption={words.figures.promises}
        columns={[columns.lane, columns.decided, columns.kept, columns.likely, columns.ours, columns.makers]}
        numbers={[columns.decided, columns.kept, columns.likely, columns.ours, columns.makers]}
        rows={promises.map(({ purpose, tier, decided, kept, share, ours, makers }) => ({
          key: `${purpose} ${tier}`,
          cells: [
            <span key="lane" className={css.lane}>
              {purposes[purpose] ?? purpose}
              <TierOf tier={tier} named />
            </span>,
            decided,
            keptOf(kept, decided),
            share && likely(percent(share.low, language), percent(share.high, language)),
            time(ours),
            time(makers),
          ],
        }))}
      />
      <p className={css.after}>{words.figures.medians}</p>
    </>
  )
}

export const Appeals = ({ appeals: { decided, upheld } }: { appeals: Figures['appeals'] }) => {
  const words = useReviewTexts()
  return (
    <>
      <p>{decided === 0 ? words.figures.appealsNone : words.figures.appealsSome(upheld, decided)}</p>
      {decided > 0 && <p className={css.after}>{words.figures.appealsHelp}</p>}
    </>
  )
}

export const Agreement = ({ agreement }: { agreement: Figures['agreement'] }) => {
  const { language } = useTexts()
  const words = useReviewTexts()
  if (agreement === null)
    return (
      <Note empty icon={IconHourglass} title={words.figures.none}>
        {words.figures.agreementNone}
      </Note>
    )
  const { looks, same, kappa, underTiering } = agreement
  return (
    <>
      <p>{words.figures.agreementSome(Math.round(same * looks), looks)}</p>
      {kappa !== null && <p>{words.figures.kappa(oneDigit(kappa, language))}</p>}
      <p>
        {words.figures.underTiering(
          percent(underTiering.value, language),
          percent(underTiering.low, language),
          percent(underTiering.high, language),
        )}
      </p>
    </>
  )
}

/** By name, so that nobody stands first for their numbers. */
export const Reviewers = ({ reviewers }: { reviewers: NonNullable<Figures['reviewers']> }) => {
  const words = useReviewTexts()
  const { reviewerColumns: columns, signs } = words.figures
  return (
    <>
      <p className={css.help}>{words.figures.reviewersHelp}</p>
      {reviewers.length === 0 ? (
        <Note empty title={words.figures.none} />
      ) : (
        <Table
          caption={words.figures.reviewers}
          columns={[columns.name, columns.yes, columns.returned, columns.no, columns.minutes, columns.signs]}
          rows={reviewers.map(({ person, approvals, returns, rejections, minutes, signs: seen }) => ({
            key: person.id,
            cells: [
              person.name,
              approvals,
              returns,
              rejections,
              minutes === null ? null : words.figures.minutes(Math.round(minutes)),
              seen.length === 0
                ? null
                : seen.map(sign => (
                    <Tag key={sign} icon={IconMessageCircle} tone="outline">
                      {signs[sign]}
                    </Tag>
                  )),
            ],
          }))}
        />
      )}
    </>
  )
}
