import styles from './kbd.module.css'

const mac = navigator.userAgent.includes('Macintosh')

/** A key with the command key of this system: `Ctrl N`, or `⌘ N`. */
export function CommandKey({ letter }: { readonly letter: string }) {
  return <kbd className={styles['kbd']}>{`${mac ? '⌘' : 'Ctrl'} ${letter}`}</kbd>
}
