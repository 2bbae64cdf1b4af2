import { useState } from 'react'
import { messages } from '../../../preload/messages'
import type { Settings } from '../../../preload/model'
import { Card } from '../components/card'
import { Confirm } from '../components/confirm'
import { Select } from '../components/select'
import { useParley } from '../context'
import { useStore } from '../stores/store'
import { Choices } from './choice'
import styles from './settings.module.css'

const text = messages.settings.storage
const days = [7, 30, 90, 180, 365]
const kinds = Object.keys(text.sounds) as Settings['sound'][]

/** What becomes of the sound of meetings that are over. */
export function SoundCard() {
  const { stores, actions } = useParley()
  const settings = useStore(stores.settings)
  /** After how many days sound is to be deleted, once that was confirmed. */
  const [asked, setAsked] = useState<number | null>(null)
  if (settings === null) return null
  const { sound, soundDays } = settings
  const options = [...new Set([...days, soundDays])].sort((a, b) => a - b)
  return (
    <Card className={styles['stack']}>
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
          else void actions.saveSettings({ sound: next })
        }}
      />
      {sound === 'delete' && (
        <div className={styles['days']}>
          <span>{text.deleteAfter}</span>
          <Select
            label={text.deleteAfter}
            value={String(soundDays)}
            options={options.map((count) => ({ value: String(count), label: text.days(count) }))}
            onChange={(value) => setAsked(Number(value))}
          />
        </div>
      )}
      <Confirm
        open={asked !== null}
        title={text.deleteTitle}
        text={text.deleteText(text.days(asked ?? soundDays))}
        action={text.deleteAction}
        onConfirm={() => {
          void actions.saveSettings({ sound: 'delete', soundDays: asked ?? soundDays })
          setAsked(null)
        }}
        onClose={() => setAsked(null)}
      />
    </Card>
  )
}
