import { useState } from 'react'
import { messages } from '../../../common/text/window'
import type { RetranscriptionState } from '../../../common/model'
import { Button } from '../components/button'
import { Dialog, DialogButtons, DialogText } from '../components/dialog'
import { Progress } from '../components/progress'
import { useParley } from '../context'
import { count, percent } from '../format'
import { useSelected, useStore } from '../../shared/store'
import styles from './retranscribe-panel.module.css'

const text = messages.meeting.retranscribe

/** Asks before a meeting is transcribed again, shows the progress, and offers to undo it. */
export function RetranscribePanel({ meetingId }: { readonly meetingId: string }) {
  const parley = useParley()
  const running = useSelected(parley.retranscription.state, (state) =>
    state?.meetingId === meetingId ? state : null,
  )
  /** The last state of the one that was seen here; null before. */
  const [last, setLast] = useState<RetranscriptionState | null>(null)
  if (running !== null && running !== last) setLast(running)
  // Everything was heard, and there was nothing to compare.
  const isSame = last?.step === 'hearing' && last.share === 1
  return (
    <>
      <AskDialog meetingId={meetingId} />
      {running?.step === 'hearing' && <RunningLine running={running} />}
      {running?.step === 'comparing' && <CompareLine running={running} />}
      {running === null && last !== null && <Done isSame={isSame} onClose={() => setLast(null)} />}
    </>
  )
}

function AskDialog({ meetingId }: { readonly meetingId: string }) {
  const parley = useParley()
  const asked = useSelected(parley.retranscription.request, (ask) =>
    ask?.meetingId === meetingId ? ask : null,
  )
  const engine = useSelected(parley.settings.current, (settings) => settings?.engine ?? 'on-device')
  const close = () => parley.retranscription.request.set(null)
  return (
    <Dialog
      open={asked !== null}
      title={asked?.part ? text.markedTitle : text.wholeTitle}
      onClose={close}
    >
      <DialogText>{text.by[engine]}</DialogText>
      <DialogText>{text.stays}</DialogText>
      <DialogButtons onCancel={close}>
        <Button
          look="primary"
          onClick={() => {
            close()
            if (asked) void parley.retranscription.start(asked)
          }}
        >
          {text.start}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}

function RunningLine({ running }: { readonly running: RetranscriptionState }) {
  const parley = useParley()
  const step = text.progress(percent(running.share))
  return (
    <div className={styles['line']} role="status">
      <span className={styles['step']}>{step}</span>
      <Progress className={styles['bar']} share={running.share} label={step} />
      <Button look="quiet" onClick={() => void parley.retranscription.cancel()}>
        {messages.shell.cancel}
      </Button>
    </div>
  )
}

/** How much differs, and what can be done with all of it at once. */
function CompareLine({ running }: { readonly running: RetranscriptionState }) {
  const { retranscription } = useParley()
  const comparing = useStore(retranscription.comparing)
  const corrected = useSelected(
    retranscription.differences,
    (differences) => differences.filter(({ isCorrected }) => isCorrected).length,
  )
  const [asking, setAsking] = useState(false)
  const fewer = running.after < running.before
  const close = () => setAsking(false)
  const accept = (withCorrected: boolean) => {
    close()
    void retranscription.accept(withCorrected)
  }
  return (
    <div className={styles['line']} role="status">
      <span className={styles['step']}>{text.differ(running.open)}</span>
      <Button
        look={comparing ? 'quiet' : 'primary'}
        onClick={() => retranscription.comparing.set(!comparing)}
      >
        {comparing ? text.closeComparison : text.compare}
      </Button>
      <Button onClick={() => (fewer || corrected > 0 ? setAsking(true) : accept(false))}>
        {text.acceptAll}
      </Button>
      <Button look="quiet" onClick={() => void retranscription.cancel()}>
        {text.keepAll}
      </Button>
      <Dialog open={asking} title={fewer ? text.fewerTitle : text.correctedTitle} onClose={close}>
        {fewer && (
          <DialogText>{text.fewer(count(running.before), count(running.after))}</DialogText>
        )}
        {corrected > 0 && <DialogText>{text.corrected(corrected)}</DialogText>}
        <DialogButtons onCancel={close}>
          {corrected > 0 && <Button onClick={() => accept(true)}>{text.replaceCorrections}</Button>}
          <Button look="primary" onClick={() => accept(false)}>
            {corrected > 0 ? text.keepCorrections : text.acceptAll}
          </Button>
        </DialogButtons>
      </Dialog>
    </div>
  )
}

interface DoneProps {
  readonly isSame: boolean
  readonly onClose: () => void
}

/** Shown if the new text is the same, or if it was accepted and nothing else was edited since. */
function Done({ isSame, onClose }: DoneProps) {
  const parley = useParley()
  const undo = useSelected(parley.corrections.state, (corrections) => corrections.undo)
  if (undo !== 'again' && !isSame) return null
  return (
    <div className={styles['line']} role="status">
      <span className={styles['step']}>{isSame ? text.same : text.done}</span>
      {!isSame && (
        <Button look="quiet" onClick={() => void parley.corrections.undo()}>
          {messages.meeting.edit.undoNothing}
        </Button>
      )}
      <Button look="quiet" onClick={onClose}>
        {messages.shell.close}
      </Button>
    </div>
  )
}
