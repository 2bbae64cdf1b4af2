import { messages } from '../../../preload/messages'
import type { Settings } from '../../../preload/model'
import { Card } from '../components/card'
import { useParley } from '../context'
import { useSelected, useStore } from '../stores/store'
import { Choices } from './choice'
import { OnDeviceCard } from './on-device-card'
import { ServiceCard } from './service-card'
import styles from './settings.module.css'

/** Who writes the words, and how. */
export function TranscriptionPage() {
  const { stores } = useParley()
  const settings = useStore(stores.settings)
  const text = messages.settings.transcription
  return (
    <div className={styles['page']}>
      <div>
        <h1>{text.title}</h1>
        <p className={styles['sub']}>{text.intro}</p>
      </div>
      {settings && <EngineCard settings={settings} />}
      {settings &&
        (settings.engine === 'service' ? (
          <ServiceCard settings={settings} />
        ) : (
          <OnDeviceCard settings={settings} />
        ))}
    </div>
  )
}

function EngineCard({ settings }: { readonly settings: Settings }) {
  const { stores, actions } = useParley()
  const hasKey = useSelected(stores.keys, (keys) => keys?.keys.some((key) => key.inUse) ?? false)
  const text = messages.settings.transcription
  return (
    <Card>
      <h2>{text.engine}</h2>
      <Choices
        label={text.engine}
        value={settings.engine}
        onChange={(engine) => void actions.saveSettings({ engine })}
        choices={[
          {
            value: 'service',
            name: text.service,
            text: hasKey ? text.serviceText : `${text.serviceText} ${text.serviceNoKey}`,
          },
          { value: 'on-device', name: text.onDevice, text: text.onDeviceText },
        ]}
      />
    </Card>
  )
}
