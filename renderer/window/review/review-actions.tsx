import { useState } from 'react'
import type { ExportFormat } from '../../../preload/contract'
import { messages } from '../../../preload/messages'
import type { Meeting } from '../../../preload/model'
import { Button } from '../components/button'
import { MenuButton } from '../components/menu-button'
import { useParley } from '../context'
import { longDate } from '../format'
import { useSelected } from '../stores/store'
import { useCopy } from '../use-copy'
import { plainText } from './plain-text'
import styles from './review.module.css'

const text = messages.meeting.review
const formats = Object.entries(text.formats).map(([value, label]) => ({
  value: value as ExportFormat,
  label,
}))

/** Copy and Export of a finished meeting. */
export function ReviewActions({ meeting }: { readonly meeting: Meeting }) {
  const { stores, actions } = useParley()
  const hasWords = useSelected(stores.transcript.open, ({ rows }) => rows.length > 0)
  const { copied, copy } = useCopy()
  const [path, setPath] = useState<string | null>(null)
  const copyText = () => {
    const { rows } = stores.transcript.open.get()
    void copy(plainText(meeting.title, longDate(meeting.startedAt, Date.now()), rows))
  }
  return (
    <div className={styles['actions']}>
      <p className={styles['outcome']} role="status" title={path ?? undefined}>
        {path && text.exported(path)}
      </p>
      <div className={styles['buttons']}>
        <Button disabled={!hasWords} onClick={copyText}>
          <span aria-live="polite">{copied ? text.copied : text.copy}</span>
        </Button>
        <MenuButton
          label={text.export}
          choices={formats}
          onChoose={(format) => void actions.exportMeeting(meeting.id, format).then(setPath)}
        />
      </div>
    </div>
  )
}
