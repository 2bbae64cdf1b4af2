import { messages } from '../../../common/text/window'
import type { Import } from '../../../common/model'
import { Button } from '../components/button'
import { Progress } from '../components/progress'
import { useParley } from '../context'
import { percent } from '../format'
import { useStore } from '../../shared/store'
import styles from './import-list.module.css'

const text = messages.shell.imports

/** The files that are being imported, above the list of meetings. */
export function Imports() {
  const parley = useParley()
  const files = useStore(parley.imports.files)
  if (files.length === 0) return null
  return (
    <ul className={styles['list']} aria-label={text.label}>
      {files.map((file) => (
        <li key={file.id} className={styles['file']}>
          <span className={styles['name']} title={file.name}>
            {file.name}
          </span>
          <span className={styles['step']}>{stepOf(file)}</span>
          <Button
            look="quiet"
            className={styles['cancel']}
            aria-label={text.cancel(file.name)}
            onClick={() => void parley.imports.cancel(file.id)}
          >
            {messages.shell.cancel}
          </Button>
          <Progress className={styles['bar']} share={file.share} label={stepOf(file)} />
        </li>
      ))}
    </ul>
  )
}

function stepOf({ step, share }: Import): string {
  return step === 'waiting' ? text.waiting : text[step](percent(share))
}
