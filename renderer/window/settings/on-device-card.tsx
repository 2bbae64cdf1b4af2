import { usedModel } from '../../../common/engine-use'
import { messages } from '../../../common/text/window'
import type { EngineState, ModelRow, OnDeviceModel, Settings } from '../../../common/model'
import { Card } from '../components/card'
import { Choices } from '../components/choices'
import { Hint, LinkButton, Success } from '../components/form'
import { Problem } from '../components/problem'
import { SwitchRow } from '../components/switch-row'
import { useParley } from '../context'
import { costOf, modelAndReason } from '../engine/engine-use'
import { factsOf } from '../models/facts'
import { useStore } from '../../shared/store'

const text = messages.settings.transcription
const moonshine = Object.keys(text.localModels) as OnDeviceModel[]

/** The model of the on-device engine, and its state. */
export function OnDeviceCard({ settings }: { readonly settings: Settings }) {
  const parley = useParley()
  const engine = useStore(parley.engine.state)
  const models = useStore(parley.models.state)?.models ?? []
  const installed = models.filter(
    ({ stage, family }) => stage.stage === 'installed' && family !== 'speakers',
  )
  const isMoonshine = (value: string): value is OnDeviceModel =>
    moonshine.some((model) => model === value)
  return (
    <Card aria-label={text.onDevice} spaced>
      <h2>{text.localModel}</h2>
      <Choices<string>
        label={text.localModel}
        value={settings.installedModel ?? settings.onDeviceModel}
        onChange={(chosen) =>
          void parley.settings.save(
            isMoonshine(chosen)
              ? { onDeviceModel: chosen, installedModel: null }
              : { installedModel: chosen },
          )
        }
        choices={[
          ...moonshine.map((value) => ({
            value,
            name: text.localModels[value],
            text: text.localModelText[value],
            tag: engine && (engine.available.includes(value) ? text.installed : text.notInstalled),
            disabled: engine !== null && !engine.available.includes(value),
          })),
          ...installed.map((model) => ({
            value: model.id,
            name: model.name,
            text: factsOf(model),
            tag: text.installed,
          })),
        ]}
      />
      <LinkButton onClick={() => parley.navigation.openSettings('models')}>
        {text.moreModels}
      </LinkButton>
      {engine && <EngineLine engine={engine} settings={settings} models={installed} />}
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

interface EngineLineProps {
  readonly engine: EngineState
  readonly settings: Settings
  readonly models: readonly ModelRow[]
}

/** Which model the engine uses and why, its state, and what it costs. */
function EngineLine({ engine, settings, models }: EngineLineProps) {
  if (engine.error) return <Problem error={engine.error} />
  const uses = modelAndReason(usedModel(engine, settings), models, settings.onDeviceModel)
  const line = [uses, text.state[engine.state], costOf(engine)].filter((part) => part).join(' ')
  return engine.state === 'ready' ? <Success>{line}</Success> : <Hint role="status">{line}</Hint>
}
