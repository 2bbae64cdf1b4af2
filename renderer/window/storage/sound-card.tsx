import { useState } from 'react'
import { messages } from '../../../common/text/window'
import type { Settings } from '../../../common/model'
import { Card } from '../components/card'
import { Choices } from '../components/choices'
import { Confirm } from '../components/confirm'
import { InlineLabel } from '../components/form'
import { Select } from '../components/select'
import { useParley } from '../context'
import { useStore } from '../../shared/store'

const text = messages.settings.storage
const days = [7, 30, 90, 180, 365]
const kinds = Object.keys(text.sounds) as Settings['sound'][]

/** What Parley does with the audio of finished meetings. */
export function SoundCard() {
  const parley = useParley()
  const settings = useStore(parley.settings.current)
  /** The number of days that a person has chosen but not confirmed. */
  const [asked, setAsked] = useState<number | null>(null)
  if (settings === null) return null
  const { sound, soundDays } = settings
  const options = [...new Set([...days, soundDays])].sort((a, b) => a - b)
  return (
    <Card spaced>
      <h2>{text.sound}</h2>
      <Choices
        label={text.sound}
        value={sound}
        choices={kinds.map((value) => ({
          value,
          name: text.sounds[value],
          text: text.soundTexts[value],
        }))}
        onChange={(next) => {
          if (next === 'delete') setAsked(soundDays)
          else void parley.settings.save({ sound: next })
        }}
      />
      {sound === 'delete' && (
        <InlineLabel label={text.deleteAfter}>
          <Select
            label={text.deleteAfter}
            value={String(soundDays)}
            options={options.map((count) => ({ value: String(count), label: text.days(count) }))}
            onChange={(value) => setAsked(Number(value))}
          />
        </InlineLabel>
      )}
      <Confirm
        open={asked !== null}
        title={text.deleteTitle}
        text={text.deleteText(text.days(asked ?? soundDays))}
        action={text.deleteAction}
        onConfirm={() => {
          void parley.settings.save({ sound: 'delete', soundDays: asked ?? soundDays })
          setAsked(null)
        }}
        onClose={() => setAsked(null)}
      />
    </Card>
  )
}
