import { useState } from 'react'
import { messages } from '../../../common/text/window'
import type { RetranscriptionState } from '../../../common/model'
import { Button } from '../components/button'
import { Buttons } from '../components/card'
import { Dialog } from '../components/dialog'
import { Progress } from '../components/progress'
import { useParley } from '../context'
import { count, percent } from '../format'
import { useSelected } from '../../shared/store'
import styles from './retranscribe-panel.module.css'

const text = messages.meeting.retranscribe

/** Asks before a meeting is transcribed again, shows the progress, and offers to undo it. */
export function RetranscribePanel({ meetingId }: { readonly meetingId: string }) {
  const parley = useParley()
  const running = useSelected(parley.retranscription.state, (state) =>
    state?.meetingId === meetingId ? state : null,
  )
  const [begun, setBegun] = useState(false)
  if (running !== null && !begun) setBegun(true)
  return (
    <>
      <AskDialog meetingId={meetingId} />
      {running?.step === 'hearing' && <RunningLine running={running} />}
      {running?.step === 'asking' && <FewerDialog running={running} />}
      {running === null && begun && <Done onClose={() => setBegun(false)} />}
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
      <p className={styles['text']}>{text.by[engine]}</p>
      <p className={styles['text']}>{text.stays}</p>
      <Buttons className={styles['buttons']}>
        <Button onClick={close}>{messages.shell.cancel}</Button>
        <Button
          look="primary"
          onClick={() => {
            close()
            if (asked) void parley.retranscription.start(asked)
          }}
        >
          {text.start}
        </Button>
      </Buttons>
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

function FewerDialog({ running }: { readonly running: RetranscriptionState }) {
  const parley = useParley()
  const keep = () => void parley.retranscription.cancel()
  return (
    <Dialog open title={text.fewerTitle} onClose={keep}>
      <p className={styles['text']}>{text.fewer(count(running.before), count(running.after))}</p>
      <Buttons className={styles['buttons']}>
        <Button look="primary" onClick={keep}>
          {text.keep}
        </Button>
        <Button onClick={() => void parley.retranscription.accept()}>{text.take}</Button>
      </Buttons>
    </Dialog>
  )
}

/** Shown only if the text changed and nothing else was edited since. */
function Done({ onClose }: { readonly onClose: () => void }) {
  const parley = useParley()
  const undo = useSelected(parley.corrections.state, (corrections) => corrections.undo)
  if (undo !== 'again') return null
  return (
    <div className={styles['line']} role="status">
      <span className={styles['step']}>{text.done}</span>
      <Button look="quiet" onClick={() => void parley.corrections.undo()}>
        {messages.meeting.edit.undoNothing}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {messages.shell.close}
      </Button>
    </div>
  )
}
