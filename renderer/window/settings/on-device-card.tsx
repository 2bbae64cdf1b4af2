import { messages } from '../../../preload/messages'
import type { EngineState, OnDeviceModel, Settings } from '../../../preload/model'
import { Card } from '../components/card'
import { SwitchRow } from '../components/switch-row'
import { useParley } from '../context'
import { percent } from '../format'
import { useStore } from '../stores/store'
import { Choices } from './choice'
import { Problem } from './problem'
import styles from './settings.module.css'

const text = messages.settings.transcription
const names = Object.keys(text.localModels) as OnDeviceModel[]

/** How the engine on this computer writes, and how it is. */
export function OnDeviceCard({ settings }: { readonly settings: Settings }) {
  const { stores, actions } = useParley()
  const engine = useStore(stores.engine)
  return (
    <Card aria-label={text.onDevice} className={styles['stack']}>
      <h2>{text.localModel}</h2>
      <Choices
        label={text.localModel}
        value={settings.onDeviceModel}
        onChange={(onDeviceModel) => void actions.saveSettings({ onDeviceModel })}
        choices={names.map((value) => ({
          value,
          name: text.localModels[value],
          text: text.localModelText[value],
          tag: engine && (engine.available.includes(value) ? text.installed : text.notInstalled),
          disabled: engine !== null && !engine.available.includes(value),
        }))}
      />
      {engine && <EngineLine engine={engine} />}
      <SwitchRow
        label={text.profanity}
        text={text.profanityDevice}
        checked={settings.filterProfanity.onDevice}
        onChange={(onDevice) =>
          void actions.saveSettings({
            filterProfanity: { ...settings.filterProfanity, onDevice },
          })
        }
      />
    </Card>
  )
}

function EngineLine({ engine }: { readonly engine: EngineState }) {
  if (engine.error) return <Problem error={engine.error} />
  const load = engine.load === null ? '' : ` ${text.load(percent(engine.load))}`
  return (
    <p className={engine.state === 'ready' ? styles['ok'] : styles['sub']} role="status">
      {`${text.state[engine.state]}${load}`}
    </p>
  )
}
