import clsx from 'clsx'
import styles from './progress.module.css'

export interface ProgressProps {
  readonly label: string
  /** 0 to 1. */
  readonly share: number
  readonly className?: string | undefined
}

/** A thin progress bar. */
export function Progress({ label, share, className }: ProgressProps) {
  return <progress className={clsx(styles['bar'], className)} value={share} aria-label={label} />
}
