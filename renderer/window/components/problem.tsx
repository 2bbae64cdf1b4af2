import type { ErrorValue } from '../../../common/errors'
import { messages } from '../../../common/text/window'
import styles from './problem.module.css'

/** A failure next to the control that caused it. */
export function Problem({ error }: { readonly error: ErrorValue }) {
  return (
    <div role="alert" data-code={error.code}>
      <p className={styles['sentence']}>{error.sentence}</p>
      {error.detail !== undefined && (
        <p className={styles['detail']}>{messages.shell.banner.detail(error.detail)}</p>
      )}
    </div>
  )
}
