import type { ReactNode } from 'react'
import styles from './question-card.module.css'

interface QuestionCardProps {
  readonly title: string
  readonly text: string
  /** The buttons, the last of them the most likely answer. */
  readonly children: ReactNode
}

/** A question about what happens outside the window. It takes no focus. */
export function QuestionCard({ title, text, children }: QuestionCardProps) {
  return (
    <section className={styles['card']} aria-label={title}>
      <h2>{title}</h2>
      <p>{text}</p>
      <div className={styles['buttons']}>{children}</div>
    </section>
  )
}

/** Where questions are: over the lower corner of the window. `raised`: over the bar of a recording. */
export function QuestionPlace({
  raised,
  children,
}: {
  readonly raised: boolean
  readonly children: ReactNode
}) {
  return (
    <div className={styles['place']} role="status" data-raised={raised || undefined}>
      {children}
    </div>
  )
}
