import { RadioGroup } from '@base-ui/react/radio-group'
import { useId, type ReactNode } from 'react'
import { RadioMark } from './radio-mark'
import styles from './choices.module.css'

export interface Choice<V extends string> {
  readonly value: V
  readonly name: string
  readonly text?: string
  /** At the right end of the choice. */
  readonly tag?: ReactNode
  readonly disabled?: boolean
}

export interface ChoicesProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly choices: readonly Choice<V>[]
  readonly onChange: (value: V) => void
}

/** One of a few choices, each with a sentence that explains it. */
export function Choices<V extends string>({ label, value, choices, onChange }: ChoicesProps<V>) {
  const id = useId()
  return (
    <RadioGroup
      className={styles['choices']}
      aria-label={label}
      value={value}
      onValueChange={(next) => onChange(next)}
    >
      {choices.map((choice) => (
        <label key={choice.value} className={styles['choice']}>
          <RadioMark
            value={choice.value}
            disabled={choice.disabled ?? false}
            aria-labelledby={`${id}-${choice.value}`}
          />
          <span>
            <span className={styles['name']} id={`${id}-${choice.value}`}>
              {choice.name}
            </span>
            {choice.text && <span className={styles['text']}>{choice.text}</span>}
          </span>
          {choice.tag && <span className={styles['tag']}>{choice.tag}</span>}
        </label>
      ))}
    </RadioGroup>
  )
}
