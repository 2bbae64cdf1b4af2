import { useState } from 'react'
import type { PeopleCount } from '../../../common/model'
import { messages } from '../../../common/text/window'
import { useSelected, useStore } from '../../shared/store'
import { Button } from '../components/button'
import { Dialog, DialogButtons, DialogText } from '../components/dialog'
import { Hint, Labelled } from '../components/form'
import { useParley } from '../context'
import { PeopleCountSelect } from './people-count'
import styles from './speakers.module.css'

const text = messages.speakers

/** What a person is asked about the speakers of the open meeting. */
export function SpeakerQuestions({ meetingId }: { readonly meetingId: string }) {
  return (
    <>
      <AgainDialog meetingId={meetingId} />
      <KeepDialog />
    </>
  )
}

/** Asks how many people speak, and tells them apart again. */
function AgainDialog({ meetingId }: { readonly meetingId: string }) {
  const { speakers, settings } = useParley()
  const isOpen = useSelected(speakers.again, (id) => id === meetingId)
  const usual = useSelected(settings.current, (current) => current?.deviceSpeakers.count)
  const [chosen, setChosen] = useState<PeopleCount | null>(null)
  const [busy, setBusy] = useState(false)
  const count = chosen ?? usual ?? { most: null, exact: false }
  const close = () => speakers.again.set(null)
  const start = async () => {
    setBusy(true)
    const done = await speakers.tellApart(meetingId, count)
    setBusy(false)
    if (done.ok && speakers.again.get() === meetingId) close()
  }
  return (
    <Dialog open={isOpen} title={text.again.title} onClose={close}>
      <DialogText>{text.again.text}</DialogText>
      <Labelled>
        <h2>{text.count}</h2>
        <PeopleCountSelect className={styles['count']} count={count} onChange={setChosen} />
      </Labelled>
      {busy && <Hint role="status">{text.again.busy}</Hint>}
      <DialogButtons onCancel={close}>
        <Button look="primary" disabled={busy} onClick={() => void start()}>
          {text.again.start}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}

/** Says what it means to keep a voice, and keeps it only then. */
function KeepDialog() {
  const { speakers } = useParley()
  const asked = useStore(speakers.keeping)
  const close = () => speakers.keeping.set(null)
  return (
    <Dialog
      open={asked !== null}
      title={asked === null ? '' : text.keep.title(asked.name)}
      onClose={close}
    >
      <DialogText>{text.keep.text}</DialogText>
      <DialogButtons onCancel={close}>
        <Button
          look="primary"
          onClick={() => {
            close()
            if (asked) void speakers.keep(asked)
          }}
        >
          {text.keep.action}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
