import { Popover } from '@base-ui/react/popover'
import clsx from 'clsx'
import { useState } from 'react'
import { wallNow } from '../../../common/clock'
import { messages } from '../../../common/text/window'
import { useSelected } from '../../shared/store'
import { Button } from '../components/button'
import buttonStyles from '../components/button.module.css'
import { Buttons } from '../components/card'
import { Field } from '../components/field'
import { FormStack } from '../components/form'
import { Chevron } from '../components/icons'
import { useLandmark } from '../components/landmark'
import popupStyles from '../components/popup.module.css'
import { useParley } from '../context'
import sourcesStyles from '../sources/sources.module.css'
import { fieldTime, nextTime } from './end-time'

const text = messages.meeting.forgotten
/** What the field proposes: in an hour, at a full quarter. */
const proposedMs = 60 * 60_000
const quarterMs = 15 * 60_000

/** Sets the time at which Parley asks whether the recording stops. */
export function EndTimeButton() {
  const { trigger, around } = useLandmark()
  const [open, setOpen] = useState(false)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        ref={trigger}
        className={clsx(buttonStyles['button'], buttonStyles['rec'], popupStyles['trigger'])}
        aria-label={text.endTime}
        title={text.endTime}
      >
        <Chevron />
      </Popover.Trigger>
      <Popover.Portal className={popupStyles['portal']} container={around}>
        <Popover.Positioner className={popupStyles['positioner']} sideOffset={6} align="end">
          <Popover.Popup
            className={clsx(popupStyles['popup'], sourcesStyles['popup'])}
            aria-label={text.endTime}
          >
            <EndTimeForm onDone={() => setOpen(false)} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function EndTimeForm({ onDone }: { readonly onDone: () => void }) {
  const { forgotten } = useParley()
  const endAt = useSelected(forgotten.state, (state) => state.endAt)
  const [time, setTime] = useState(() => fieldTime(endAt ?? proposedEnd()))
  const set = (at: number | null) => {
    void forgotten.setEnd(at)
    onDone()
  }
  const at = nextTime(time, wallNow())
  return (
    <FormStack
      onSubmit={(event) => {
        event.preventDefault()
        if (at !== null) set(at)
      }}
    >
      <Field
        label={text.endTime}
        text={text.endTimeText}
        type="time"
        required
        value={time}
        onChange={(event) => setTime(event.target.value)}
      />
      <Buttons>
        <Button look="primary" type="submit" disabled={at === null}>
          {text.set}
        </Button>
        {endAt !== null && <Button onClick={() => set(null)}>{text.remove}</Button>}
      </Buttons>
    </FormStack>
  )
}

function proposedEnd(): number {
  return Math.round((wallNow() + proposedMs) / quarterMs) * quarterMs
}
