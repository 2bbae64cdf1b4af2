import { useState } from 'react'
import { messages } from '../../../preload/messages'
import type { Again } from '../../../preload/model'
import { Button } from '../components/button'
import { Buttons } from '../components/card'
import { Dialog } from '../components/dialog'
import { Progress } from '../components/progress'
import { useParley } from '../context'
import { count, percent } from '../format'
import { useSelected } from '../stores/store'
import styles from './again-panel.module.css'

const text = messages.meeting.again

/** Asks before a meeting is written down again, shows how far it is, and offers to take it back. */
export function AgainPanel({ meetingId }: { readonly meetingId: string }) {
  const { stores } = useParley()
  const again = useSelected(stores.again, (state) =>
    state?.meetingId === meetingId ? state : null,
  )
  const [begun, setBegun] = useState(false)
  if (again !== null && !begun) setBegun(true)
  return (
    <>
      <AskDialog meetingId={meetingId} />
      {again?.step === 'hearing' && <Hearing again={again} />}
      {again?.step === 'asking' && <FewerDialog again={again} />}
      {again === null && begun && <Done onClose={() => setBegun(false)} />}
    </>
  )
}

function AskDialog({ meetingId }: { readonly meetingId: string }) {
  const { stores, actions } = useParley()
  const asked = useSelected(stores.askAgain, (ask) => (ask?.meetingId === meetingId ? ask : null))
  const engine = useSelected(stores.settings, (settings) => settings?.engine ?? 'on-device')
  const close = () => stores.askAgain.set(null)
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
            if (asked) void actions.startAgain(meetingId, asked.part)
          }}
        >
          {text.start}
        </Button>
      </Buttons>
    </Dialog>
  )
}

function Hearing({ again }: { readonly again: Again }) {
  const { actions } = useParley()
  const step = text.hearing(percent(again.share))
  return (
    <div className={styles['line']} role="status">
      <span className={styles['step']}>{step}</span>
      <Progress className={styles['bar']} share={again.share} label={step} />
      <Button look="quiet" onClick={() => void actions.cancelAgain()}>
        {messages.shell.cancel}
      </Button>
    </div>
  )
}

function FewerDialog({ again }: { readonly again: Again }) {
  const { actions } = useParley()
  const keep = () => void actions.cancelAgain()
  return (
    <Dialog open title={text.fewerTitle} onClose={keep}>
      <p className={styles['text']}>{text.fewer(count(again.before), count(again.after))}</p>
      <Buttons className={styles['buttons']}>
        <Button look="primary" onClick={keep}>
          {text.keep}
        </Button>
        <Button onClick={() => void actions.acceptAgain()}>{text.take}</Button>
      </Buttons>
    </Dialog>
  )
}

/** Only where the text did change, and nothing else was done since. */
function Done({ onClose }: { readonly onClose: () => void }) {
  const { stores, actions } = useParley()
  const undo = useSelected(stores.beside, (beside) => beside.undo)
  if (undo !== 'again') return null
  return (
    <div className={styles['line']} role="status">
      <span className={styles['step']}>{text.done}</span>
      <Button look="quiet" onClick={() => void actions.undo()}>
        {messages.meeting.edit.undoNothing}
      </Button>
      <Button look="quiet" onClick={onClose}>
        {messages.shell.close}
      </Button>
    </div>
  )
}
