import clsx from 'clsx'
import type { ComponentProps } from 'react'
import styles from './chip.module.css'

export interface ChipProps extends ComponentProps<'span'> {
  readonly tone?: 'plain' | 'rec' | 'warn'
}

/** A small label of the status line. Amber and red never appear without words. */
export function Chip({ tone = 'plain', className, ...rest }: ChipProps) {
  return (
    <span className={clsx(styles['chip'], tone !== 'plain' && styles[tone], className)} {...rest} />
  )
}

/** The red dot of a recording. */
export function Dot() {
  return <span className={styles['dot']} aria-hidden="true" />
}
