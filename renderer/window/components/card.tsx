import clsx from 'clsx'
import type { ComponentProps } from 'react'
import styles from './card.module.css'

interface CardProps extends ComponentProps<'section'> {
  /** More space between the parts, for cards of several settings. */
  readonly spaced?: boolean
}

/** A raised block of a settings page. */
export function Card({ className, spaced = false, ...rest }: CardProps) {
  return (
    <section className={clsx(styles['card'], spaced && styles['spaced'], className)} {...rest} />
  )
}

/** One part at the left end of a line, another at the right end. */
export function Row({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={clsx(styles['row'], className)} {...rest} />
}

/** Buttons next to each other. */
export function Buttons({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={clsx(styles['buttons'], className)} {...rest} />
}
