import { messages } from '../../../common/text/window'
import type { EngineState, OnDeviceModel, Settings } from '../../../common/model'
import { Card } from '../components/card'
import { Choices } from '../components/choices'
import { Hint, Success } from '../components/form'
import { Problem } from '../components/problem'
import { SwitchRow } from '../components/switch-row'
import { useParley } from '../context'
import { percent } from '../format'
import { useStore } from '../../shared/store'

const text = messages.settings.transcription
const names = Object.keys(text.localModels) as OnDeviceModel[]

/** The model of the on-device engine, and its state. */
export function OnDeviceCard({ settings }: { readonly settings: Settings }) {
  const parley = useParley()
  const engine = useStore(parley.engine.state)
  return (
    <Card aria-label={text.onDevice} spaced>
      <h2>{text.localModel}</h2>
      <Choices
        label={text.localModel}
        value={settings.onDeviceModel}
        onChange={(onDeviceModel) => void parley.settings.save({ onDeviceModel })}
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
          void parley.settings.save({
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
  const line = `${text.state[engine.state]}${load}`
  return engine.state === 'ready' ? <Success>{line}</Success> : <Hint role="status">{line}</Hint>
}
