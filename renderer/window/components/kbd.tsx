import type { ReactNode } from 'react'
import styles from './kbd.module.css'

/** Whether this computer is a Mac, whose keyboards have other names. */
export const isMac = navigator.userAgent.includes('Macintosh')

/** The name of a key. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return <kbd className={styles['kbd']}>{children}</kbd>
}

/** A key with the command key of this system: `Ctrl N` or `⌘ N`. */
export function CommandKey({ letter }: { readonly letter: string }) {
  return <Kbd>{`${isMac ? '⌘' : 'Ctrl'} ${letter}`}</Kbd>
}

/** Alternative keys next to each other; `Ctrl` stands for the command key of this system. */
export function Keys({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className={styles['keys']}>
      {keys.map((key) => (
        <kbd key={key} className={styles['kbd']}>
          {isMac ? key.replace('Ctrl', '⌘') : key}
        </kbd>
      ))}
    </span>
  )
}

/** A single key. */
export function Key({ name }: { readonly name: string }) {
  return <kbd className={styles['kbd']}>{name}</kbd>
}
