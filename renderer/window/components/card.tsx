import clsx from 'clsx'
import type { ComponentProps } from 'react'
import styles from './card.module.css'

/** A raised block of a settings page. */
export function Card({ className, ...rest }: ComponentProps<'section'>) {
  return <section className={clsx(styles['card'], className)} {...rest} />
}

/** What stands at the left, and at the right end of a line. */
export function Row({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={clsx(styles['row'], className)} {...rest} />
}

/** Buttons beside each other. */
export function Buttons({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={clsx(styles['buttons'], className)} {...rest} />
}
