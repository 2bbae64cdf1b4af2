import type { ReactNode } from 'react'
import { messages } from '../../../common/text/window'
import { Button } from '../components/button'
import { useParley } from '../context'
import styles from './reference.module.css'

/** The bar above the reference, which stays while the text scrolls. */
export function ReferenceTop({ children }: { readonly children?: ReactNode }) {
  const parley = useParley()
  return (
    <div className={styles['top']}>
      <Button onClick={() => parley.navigation.openSettings('keys')}>
        {messages.token.backToKeys}
      </Button>
      {children}
    </div>
  )
}
