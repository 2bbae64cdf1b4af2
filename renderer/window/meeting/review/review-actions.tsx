import { useCallback, useState } from 'react'
import { errorSentences } from '../../../../common/text'
import { messages } from '../../../../common/text/window'
import type { Meeting, TranscriptPart } from '../../../../common/model'
import { useActions } from '../../commands/use-actions'
import { Button } from '../../components/button'
import { DoneLabel } from '../../components/done-label'
import { useParley } from '../../context'
import { useSelected } from '../../../shared/store'
import { useCopy } from '../../use-copy'
import { ExportPanel } from './export-panel'
import { marked, markedTurns } from './marked-part'
import styles from './review.module.css'
import { useCopyMarked } from './use-copy-marked'

const text = messages.meeting.review

/** Copy, Export and Re-transcribe for a finished meeting or the selected part of it. */
export function ReviewActions({ meeting }: { readonly meeting: Meeting }) {
  const parley = useParley()
  const hasWords = useSelected(parley.transcript.open, ({ rows }) => rows.length > 0)
  const { copied, copyBoth } = useCopy()
  const readOnly = useSelected(parley.notices.readOnly, (error) => error !== null)
  const [path, setPath] = useState<string | null>(null)
  const copy = useCallback(
    (part: TranscriptPart | null) => {
      void parley.meeting
        .clip(meeting.id, part)
        .then((clipping) => clipping && copyBoth(clipping))
        .catch((cause: unknown) => {
          const detail = cause instanceof Error ? cause.message : String(cause)
          const code = 'copy-failed'
          parley.notices.show({ code, sentence: errorSentences[code], detail })
        })
    },
    [parley, meeting.id, copyBoth],
  )
  const hides = useCallback(
    () => (parley.redactions.open.get()?.redactions.length ?? 0) > 0,
    [parley],
  )
  useCopyMarked(copy, hides)
  const copyMarked = () => {
    const found = marked()
    copy(found.kind === 'part' ? found.part : null)
  }
  const retranscribe = () =>
    parley.retranscription.request.set({ meetingId: meeting.id, part: markedTurns() })
  useActions({
    ...(hasWords && { copy: copyMarked }),
    ...(!readOnly && { retranscribe }),
  })
  return (
    <div className={styles['actions']}>
      <p className={styles['outcome']} role="status" title={path ?? undefined}>
        {path && text.exported(path)}
      </p>
      <div className={styles['buttons']}>
        <Button
          disabled={!hasWords}
          // Keeps the selection, so that it can be copied.
          onMouseDown={(event) => event.preventDefault()}
          onClick={copyMarked}
        >
          <DoneLabel isDone={copied} label={text.copy} done={text.copied} />
        </Button>
        <ExportPanel
          meeting={meeting}
          onExport={(choice) => void parley.meeting.exportFile(meeting.id, choice).then(setPath)}
        />
        <Button
          disabled={readOnly}
          onMouseDown={(event) => event.preventDefault()}
          onClick={retranscribe}
        >
          {messages.meeting.retranscribe.button}
        </Button>
      </div>
    </div>
  )
}
