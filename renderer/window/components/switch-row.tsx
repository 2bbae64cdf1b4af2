import { Switch } from '@base-ui/react/switch'
import { useId } from 'react'
import styles from './switch-row.module.css'

export interface SwitchRowProps {
  readonly label: string
  readonly text?: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
}

/** A switch with its label and one line that explains it. */
export function SwitchRow({ label, text, checked, onChange, disabled = false }: SwitchRowProps) {
  const id = useId()
  return (
    <label className={styles['row']} data-disabled={disabled || undefined}>
      <span className={styles['words']}>
        <span className={styles['label']} id={`${id}-label`}>
          {label}
        </span>
        {text !== undefined && (
          <span className={styles['text']} id={`${id}-text`}>
            {text}
          </span>
        )}
      </span>
      <Switch.Root
        className={styles['switch']}
        checked={checked}
        disabled={disabled}
        onCheckedChange={onChange}
        aria-labelledby={`${id}-label`}
        aria-describedby={text === undefined ? undefined : `${id}-text`}
      >
        <Switch.Thumb className={styles['thumb']} />
      </Switch.Root>
    </label>
  )
}
