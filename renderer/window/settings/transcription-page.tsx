import { messages } from '../../../common/text/window'
import type { Settings } from '../../../common/model'
import { Card } from '../components/card'
import { Choices } from '../components/choices'
import { Page } from '../components/form'
import { useParley } from '../context'
import { useSelected, useStore } from '../../shared/store'
import { UsageCard } from '../usage/usage-card'
import { SpeakersCard, VoicesCard } from '../speakers/speakers-card'
import { OnDeviceCard } from './on-device-card'
import { ServiceCard } from './service-card'

/** Which engine transcribes, and its options. */
export function TranscriptionPage() {
  const parley = useParley()
  const settings = useStore(parley.settings.current)
  const text = messages.settings.transcription
  return (
    <Page title={text.title} intro={text.intro}>
      {settings && <EngineCard settings={settings} />}
      {settings &&
        (settings.engine === 'service' ? (
          <>
            <ServiceCard settings={settings} />
            <UsageCard settings={settings} />
          </>
        ) : (
          <>
            <OnDeviceCard settings={settings} />
            <SpeakersCard settings={settings} />
          </>
        ))}
      {settings && <VoicesCard />}
    </Page>
  )
}

function EngineCard({ settings }: { readonly settings: Settings }) {
  const parley = useParley()
  const hasKey = useSelected(
    parley.keys.list,
    (keys) => keys?.keys.some((key) => key.inUse) ?? false,
  )
  const text = messages.settings.transcription
  return (
    <Card>
      <h2>{text.engine}</h2>
      <Choices
        label={text.engine}
        value={settings.engine}
        onChange={(engine) => void parley.settings.save({ engine })}
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
