import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ShowStopOutput } from '../../client.generated.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { useTexts } from '../../texts/language.tsx'
import { exactly, moment } from '../../texts/moments.ts'
import { useStopsTexts } from '../../texts/stops/use.ts'
import { StopState } from './stop-state.tsx'
import css from './stops.module.css'

/** What is known of a stop, with its times; what nothing is connected for is said to be so. */
export const StopFacts = ({ stop }: { stop: ShowStopOutput }) => {
  const { stop: words, ...all } = useStopsTexts()
  const { key, target, state, because, startedBy, startedAt, running, suspended, resumed, firstAt, fullAt, secondsToFull, incident } = stop
  const { liftedAt, lifted } = stop
  return (
    <FactList>
      <FactRow label={words.what} note={key}>
        <TargetLink target={target}>
          {all.kinds[target.kind]}: {all.named(target.name, target.model)}
        </TargetLink>
      </FactRow>
      <FactRow label={words.state} note={words.progress(suspended, Math.max(running, suspended))}>
        <span role="status">
          <StopState state={state} />
        </span>
      </FactRow>
      <FactRow label={words.because}>
        <span className={css.text}>{because}</span>
      </FactRow>
      <FactRow label={words.inForce} note={words.by(startedBy.name)}>
        <At iso={startedAt} />
      </FactRow>
      {firstAt !== null && (
        <FactRow label={words.first}>
          <At iso={firstAt} />
        </FactRow>
      )}
      <FactRow label={words.last}>{fullAt === null ? words.notYet : <At iso={fullAt} />}</FactRow>
      {secondsToFull !== null && <FactRow label={words.toFull}>{words.seconds(secondsToFull)}</FactRow>}
      <FactRow label={words.gateway} note={words.notConnectedText}>
        {words.notConnected}
      </FactRow>
      <FactRow label={words.platforms} note={words.notConnectedText}>
        {words.notConnected}
      </FactRow>
      {liftedAt !== null && lifted && (
        <FactRow label={words.lifted} note={`${words.liftedBy(lifted.proposedBy.name, lifted.by.name)}; ${words.again(resumed)}`}>
          <At iso={liftedAt} />
        </FactRow>
      )}
      {incident !== null && (
        <FactRow label={words.incident}>
          <Link to="/incidents/$incident" params={{ incident }}>
            {incident}
          </Link>
        </FactRow>
      )}
    </FactList>
  )
}

const At = ({ iso }: { iso: string }) => {
  const { language } = useTexts()
  return (
    <time dateTime={iso} title={exactly(iso, language)}>
      {moment(iso, language)}
    </time>
  )
}

/** To the page of what is stopped. */
const TargetLink = ({ target: { kind, id }, children }: { target: ShowStopOutput['target']; children: ReactNode }) => {
  if (kind === 'unit') return <Link to="/units">{children}</Link>
  return kind === 'solution' ? (
    <Link to="/solutions/$key" params={{ key: id }}>
      {children}
    </Link>
  ) : (
    <Link to="/tools/$tool" params={{ tool: id }}>
      {children}
    </Link>
  )
}
