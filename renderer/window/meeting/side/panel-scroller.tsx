import type { ComponentProps } from 'react'
import styles from './side-pane.module.css'

/** The part of a panel that scrolls, also with the arrow keys, although nothing in it has a focus. */
export function PanelScroller(props: ComponentProps<'div'>) {
  return <div tabIndex={0} className={styles['scroller']} {...props} />
}
