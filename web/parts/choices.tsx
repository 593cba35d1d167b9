import css from './choices.module.css'

interface ChoicesProps<V extends string> {
  /** The first of them carries it, so that a summary of problems leads here. */
  id: string
  legend: string
  options: readonly { value: V; label: string }[]
  chosen: V | undefined
  onChoose: (value: V) => void
  error: string | undefined
}

/** A few short answers side by side: real radio buttons, so arrow keys and forms work as everywhere. */
export const Choices = <V extends string>({ id, legend, options, chosen, onChoose, error }: ChoicesProps<V>) => (
  <fieldset
    role="radiogroup"
    className={css.choices}
    data-error={error !== undefined || undefined}
    aria-invalid={error !== undefined || undefined}
    aria-describedby={error === undefined ? undefined : `${id}-error`}
  >
    <legend>{legend}</legend>
    <div className={css.options}>
      {options.map(({ value, label }, index) => (
        <label key={value} data-chosen={chosen === value || undefined}>
          <input
            type="radio"
            id={index === 0 ? id : undefined}
            name={id}
            value={value}
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          {label}
        </label>
      ))}
    </div>
    {error !== undefined && (
      <p className={css.error} id={`${id}-error`}>
        {error}
      </p>
    )}
  </fieldset>
)
