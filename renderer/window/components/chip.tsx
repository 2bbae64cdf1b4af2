import clsx from 'clsx'
import type { ComponentProps } from 'react'
import styles from './chip.module.css'

export interface ChipProps extends ComponentProps<'span'> {
  readonly tone?: 'plain' | 'rec' | 'warn'
}

/** A small fact of the status line; amber and red always come with words. */
export function Chip({ tone = 'plain', className, ...rest }: ChipProps) {
  return <span className={clsx(styles['chip'], styles[tone], className)} {...rest} />
}

/** The round mark of a recording. */
export function Dot() {
  return <span className={styles['dot']} aria-hidden="true" />
}
