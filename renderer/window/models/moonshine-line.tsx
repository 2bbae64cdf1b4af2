import type { Settings } from '../../../common/model'
import { messages } from '../../../common/text/window'
import { Button } from '../components/button'
import { useParley } from '../context'
import styles from './models.module.css'

const text = messages.models
const transcription = messages.settings.transcription

/** The model that Parley comes with. It cannot be removed: it takes the place of every other. */
export function MoonshineLine({ settings }: { readonly settings: Settings }) {
  const { save } = useParley().settings
  const { onDeviceModel, installedModel } = settings
  const isInUse = installedModel === null
  const other = onDeviceModel === 'base' ? 'tiny' : 'base'
  const name = transcription.localModels[onDeviceModel]
  const facts = transcription.localModelText[onDeviceModel]
  return (
    <div className={styles['model']} data-model="moonshine">
      <div>
        <strong>{name}</strong>{' '}
        <span className={styles['facts']}>
          {facts}
          {isInUse && ` · ${text.inUse}`}
        </span>
      </div>
      <div className={styles['actions']}>
        {!isInUse && (
          <Button aria-label={text.useOf(name)} onClick={() => void save({ installedModel: null })}>
            {text.use}
          </Button>
        )}
        <Button onClick={() => void save({ onDeviceModel: other })}>
          {other === 'tiny' ? text.light : text.full}
        </Button>
      </div>
    </div>
  )
}
