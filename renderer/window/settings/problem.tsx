import type { ErrorValue } from '../../../preload/errors'
import { messages } from '../../../preload/messages'
import styles from './settings.module.css'

/** A failure beside the thing that failed. */
export function Problem({ error }: { readonly error: ErrorValue }) {
  return (
    <div role="alert" data-code={error.code}>
      <p className={styles['bad']}>{error.sentence}</p>
      {error.detail !== undefined && (
        <p className={styles['detail']}>{messages.shell.banner.detail(error.detail)}</p>
      )}
    </div>
  )
}
