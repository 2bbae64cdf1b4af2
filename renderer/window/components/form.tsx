import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import styles from './form.module.css'

interface PageProps {
  readonly title: string
  /** One or two sentences under the title. */
  readonly intro?: string
  readonly children: ReactNode
}

/** A page of the settings: its title, then cards. */
export function Page({ title, intro, children }: PageProps) {
  return (
    <div className={styles['page']}>
      {intro === undefined ? (
        <h1>{title}</h1>
      ) : (
        <div>
          <h1>{title}</h1>
          <Hint>{intro}</Hint>
        </div>
      )}
      {children}
    </div>
  )
}

/** Small text that explains what is above it. */
export function Hint({ className, ...rest }: ComponentProps<'p'>) {
  return <p className={clsx(styles['hint'], className)} {...rest} />
}

/** The same small text inside a heading. */
export function HintText(props: ComponentProps<'span'>) {
  return <span className={styles['hint']} {...props} />
}

/** Says that something works, and is announced. */
export function Success({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles['success']} role="status">
      {children}
    </p>
  )
}

/** The name of an item as the heading of its card. */
export function ItemName({ children }: { readonly children: ReactNode }) {
  return <h2 className={styles['itemName']}>{children}</h2>
}

/** Text in a fixed-width font, such as an answer of the service. */
export function Mono({ className, ...rest }: ComponentProps<'pre'>) {
  return <pre className={clsx(styles['mono'], className)} {...rest} />
}

/** Fields next to each other; they wrap in a narrow window. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles['fieldRow']}>{children}</div>
}

/** A form inside a card: fields, problems and buttons under each other. */
export function FormStack({ className, ...rest }: ComponentProps<'form'>) {
  return <form className={clsx(styles['formStack'], className)} {...rest} />
}

/** A control under its heading, with a hint under the control. */
export function Labelled({ children }: { readonly children: ReactNode }) {
  return <div className={styles['labelled']}>{children}</div>
}

/** A short label in front of a control on the same line. */
export function InlineLabel({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles['inline']}>
      <span>{label}</span>
      {children}
    </div>
  )
}

/** A button that looks like a link. */
export function LinkButton({ className, ...rest }: ComponentProps<'button'>) {
  return <button type="button" className={clsx(styles['link'], className)} {...rest} />
}

/** A path of a file or folder, which may be long. */
export function Path({ children }: { readonly children: ReactNode }) {
  return <p className={styles['path']}>{children}</p>
}

export type DetailRow = readonly [name: string, value: string]

/** Names in one column and their values in the next. */
export function Details({ rows }: { readonly rows: readonly DetailRow[] }) {
  return (
    <dl className={styles['details']}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Names at the left edge and their amounts at the right edge. */
export function Amounts({ rows }: { readonly rows: readonly DetailRow[] }) {
  return (
    <dl className={styles['amounts']}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
