import { useCallback, useState } from 'react'
import { errorSentences } from '../../../preload/error-sentences'
import { messages } from '../../../preload/messages'
import type { Meeting, TranscriptPart } from '../../../preload/model'
import { Button } from '../components/button'
import { useParley } from '../context'
import { useSelected } from '../stores/store'
import { useCopy } from '../use-copy'
import { ExportPanel } from './export-panel'
import { marked, markedTurns } from './marked-part'
import styles from './review.module.css'
import { useCopyMarked } from './use-copy-marked'

const text = messages.meeting.review

/** Copy, Export and Re-transcribe of a finished meeting, or of what is marked in it. */
export function ReviewActions({ meeting }: { readonly meeting: Meeting }) {
  const { stores, actions } = useParley()
  const hasWords = useSelected(stores.transcript.open, ({ rows }) => rows.length > 0)
  const { copied, copyBoth } = useCopy()
  const readOnly = useSelected(stores.readOnly, (error) => error !== null)
  const [path, setPath] = useState<string | null>(null)
  const copy = useCallback(
    (part: TranscriptPart | null) => {
      void actions
        .clipMeeting(meeting.id, part)
        .then((clipping) => clipping && copyBoth(clipping))
        .catch((cause: unknown) => {
          const detail = cause instanceof Error ? cause.message : String(cause)
          const code = 'copy-failed'
          stores.notice.set({ code, sentence: errorSentences[code], detail })
        })
    },
    [actions, meeting.id, copyBoth, stores],
  )
  useCopyMarked(copy)
  const copyMarked = () => {
    const found = marked()
    copy(found.kind === 'part' ? found.part : null)
  }
  return (
    <div className={styles['actions']}>
      <p className={styles['outcome']} role="status" title={path ?? undefined}>
        {path && text.exported(path)}
      </p>
      <div className={styles['buttons']}>
        <Button
          disabled={!hasWords}
          // What is marked stays marked, and so can be copied.
          onMouseDown={(event) => event.preventDefault()}
          onClick={copyMarked}
        >
          <span aria-live="polite">{copied ? text.copied : text.copy}</span>
        </Button>
        <ExportPanel
          meeting={meeting}
          onExport={(choice) => void actions.exportMeeting(meeting.id, choice).then(setPath)}
        />
        <Button
          disabled={readOnly}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => stores.askAgain.set({ meetingId: meeting.id, part: markedTurns() })}
        >
          {messages.meeting.again.button}
        </Button>
      </div>
    </div>
  )
}
