import type { ComponentProps } from 'react'
import { Button } from './button'
import styles from './offer-line.module.css'

interface OfferLineProps extends ComponentProps<'section'> {
  readonly 'aria-label': string
  readonly text: string
  readonly actions: readonly { readonly label: string; readonly onClick: () => void }[]
}

/** A quiet line above the main pane that offers something, with buttons to accept or postpone it. */
export function OfferLine({ text, actions, ...rest }: OfferLineProps) {
  return (
    <section className={styles['line']} {...rest}>
      <p>{text}</p>
      <div className={styles['buttons']}>
        {actions.map(({ label, onClick }) => (
          <Button key={label} look="quiet" onClick={onClick}>
            {label}
          </Button>
        ))}
      </div>
    </section>
  )
}
