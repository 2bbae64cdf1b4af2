import { Field as Base } from '@base-ui/react/field'
import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import styles from './field.module.css'

export interface FieldProps extends Omit<ComponentProps<'input'>, 'className'> {
  readonly label: string
  /** Under the field. */
  readonly text?: ReactNode
  /** Shown instead of the text if the value cannot be used. */
  readonly problem?: string | null
  readonly labelHidden?: boolean
  readonly className?: string | undefined
}

/** A text field with its label. A problem is announced and belongs to the field. */
export function Field(props: FieldProps) {
  const { label, text, problem = null, labelHidden = false, className, ...input } = props
  return (
    <Base.Root className={clsx(styles['field'], className)} invalid={problem !== null}>
      <Base.Label className={labelHidden ? 'visually-hidden' : styles['label']}>{label}</Base.Label>
      <Base.Control render={<input {...input} />} className={styles['input']} />
      {text !== undefined && problem === null && (
        <Base.Description className={styles['text']}>{text}</Base.Description>
      )}
      {problem !== null && (
        <Base.Error match className={styles['problem']} role="alert">
          {problem}
        </Base.Error>
      )}
    </Base.Root>
  )
}

/** The same with several lines. */
export function TextArea({
  label,
  text,
  problem = null,
  ...area
}: Omit<ComponentProps<'textarea'>, 'className'> & {
  readonly label: string
  readonly text: string
  readonly problem?: string | null
}) {
  return (
    <Base.Root className={styles['field']} invalid={problem !== null}>
      <Base.Label className={styles['label']}>{label}</Base.Label>
      <Base.Control render={<textarea {...area} />} className={styles['input']} />
      {problem === null ? (
        <Base.Description className={styles['text']}>{text}</Base.Description>
      ) : (
        <Base.Error match className={styles['problem']} role="alert">
          {problem}
        </Base.Error>
      )}
    </Base.Root>
  )
}
