import css from './steps.module.css'

/** How far along: one segment a page, the present one half full. The words beside it say the same. */
export const Steps = ({ at, of }: { at: number; of: number }) => (
  <div className={css.steps} aria-hidden="true">
    {Array.from({ length: of }, (_, step) => (
      <span key={step} data-part={step < at - 1 ? 'done' : step === at - 1 ? 'here' : 'ahead'} />
    ))}
  </div>
)
