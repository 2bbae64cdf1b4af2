import { messages } from '../../../preload/messages'
import type { AudioDevice, Processing, Settings } from '../../../preload/model'
import { CheckButton } from '../check/check-button'
import { Card, Row } from '../components/card'
import { Select } from '../components/select'
import { SwitchRow } from '../components/switch-row'
import { useParley } from '../context'
import { useStore } from '../stores/store'
import styles from './settings.module.css'

const text = messages.settings.audio
const processing: readonly (keyof Processing)[] = [
  'echoCancellation',
  'noiseSuppression',
  'autoGainControl',
]

/** A value that no device has, for the system's default. */
const systemDefault = ''

/** The microphones to choose from; one that is chosen but gone stays in the list and says so. */
export function microphoneOptions(devices: readonly AudioDevice[], chosen: string | null) {
  const options = [
    { value: systemDefault, label: text.systemDefault },
    ...devices
      .filter(({ deviceId }) => deviceId !== '' && deviceId !== 'default')
      .map(({ deviceId, label }) => ({ value: deviceId, label: label || text.unnamed })),
  ]
  if (chosen !== null && !options.some(({ value }) => value === chosen)) {
    options.push({ value: chosen, label: text.missing })
  }
  return options
}

/** The microphone, and what is done to its sound. */
export function AudioPage() {
  const { stores } = useParley()
  const settings = useStore(stores.settings)
  return (
    <div className={styles['page']}>
      <div>
        <h1>{text.title}</h1>
        <p className={styles['sub']}>{text.intro}</p>
      </div>
      {settings && <Cards settings={settings} />}
    </div>
  )
}

function Cards({ settings }: { readonly settings: Settings }) {
  const { stores, actions } = useParley()
  const devices = useStore(stores.devices)
  return (
    <>
      <Card>
        <h2>{text.microphone}</h2>
        <Select
          label={text.microphone}
          className={styles['wide']}
          value={settings.microphoneId ?? systemDefault}
          options={microphoneOptions(devices, settings.microphoneId)}
          onChange={(id) => void actions.saveSettings({ microphoneId: id || null })}
        />
      </Card>
      <Card>
        <Row>
          <h2>{messages.check.card}</h2>
          <CheckButton />
        </Row>
        <p className={styles['sub']}>{messages.check.cardText}</p>
      </Card>
      <Card className={styles['stack']}>
        <h2>{text.processing}</h2>
        {processing.map((name) => (
          <SwitchRow
            key={name}
            label={text[name]}
            text={text[`${name}Text`]}
            checked={settings.processing[name]}
            onChange={(on) =>
              void actions.saveSettings({ processing: { ...settings.processing, [name]: on } })
            }
          />
        ))}
      </Card>
    </>
  )
}
