import type { ReactNode } from 'react'
import styles from './kbd.module.css'

const mac = navigator.userAgent.includes('Macintosh')

/** The name of a key. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return <kbd className={styles['kbd']}>{children}</kbd>
}

/** A key with the command key of this system: `Ctrl N`, or `⌘ N`. */
export function CommandKey({ letter }: { readonly letter: string }) {
  return <Kbd>{`${mac ? '⌘' : 'Ctrl'} ${letter}`}</Kbd>
}

/** Keys beside each other, each on its own; `Ctrl` is the command key of this system. */
export function Keys({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className={styles['keys']}>
      {keys.map((key) => (
        <kbd key={key} className={styles['kbd']}>
          {mac ? key.replace('Ctrl', '⌘') : key}
        </kbd>
      ))}
    </span>
  )
}

/** A key by itself. */
export function Key({ name }: { readonly name: string }) {
  return <kbd className={styles['kbd']}>{name}</kbd>
}
