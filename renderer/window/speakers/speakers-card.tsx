import { useEffect, useState } from 'react'
import type { KeptVoice, Settings } from '../../../common/model'
import { messages } from '../../../common/text/window'
import { useSelected, useStore } from '../../shared/store'
import { Button } from '../components/button'
import { Card, Row } from '../components/card'
import { Confirm } from '../components/confirm'
import { Hint, Labelled, LinkButton } from '../components/form'
import { SwitchRow } from '../components/switch-row'
import { useParley } from '../context'
import { shortDate } from '../format'
import { PeopleCountSelect } from './people-count'
import { hasSpeakerModels } from './store'
import styles from './speakers.module.css'

const text = messages.speakers

/** Whether people are told apart on this computer, and how many there are. */
export function SpeakersCard({ settings }: { readonly settings: Settings }) {
  const { settings: feature, models, navigation } = useParley()
  const has = useSelected(models.state, hasSpeakerModels)
  const { deviceSpeakers } = settings
  const save = (change: Partial<Settings['deviceSpeakers']>) =>
    void feature.save({ deviceSpeakers: { ...deviceSpeakers, ...change } })
  return (
    <Card aria-label={text.title} spaced>
      <h2>{text.title}</h2>
      {!has && (
        <div>
          <Hint>{text.missing}</Hint>
          <LinkButton onClick={() => navigation.openSettings('models')}>{text.get}</LinkButton>
        </div>
      )}
      {has && (
        <SwitchRow
          label={text.on}
          text={text.onText}
          checked={deviceSpeakers.on}
          onChange={(on) => save({ on })}
        />
      )}
      {has && deviceSpeakers.on && (
        <>
          <SwitchRow
            label={text.live}
            text={text.liveText}
            checked={deviceSpeakers.live}
            onChange={(live) => save({ live })}
          />
          <Labelled>
            <h2>{text.count}</h2>
            <PeopleCountSelect
              className={styles['count']}
              count={deviceSpeakers.count}
              onChange={(count) => save({ count })}
            />
            <Hint>{text.countText}</Hint>
          </Labelled>
        </>
      )}
    </Card>
  )
}

/** The voices that were kept, and the way to delete each. */
export function VoicesCard() {
  const { speakers, models } = useParley()
  const has = useSelected(models.state, hasSpeakerModels)
  const voices = useStore(speakers.voices)
  useEffect(() => void speakers.load(), [speakers])
  // Voices stay where they can be deleted, also without the models.
  if (voices === null || (!has && voices.length === 0)) return null
  return (
    <Card aria-label={text.voices.title}>
      <h2>{text.voices.title}</h2>
      <Hint>{text.voices.text}</Hint>
      {voices.length === 0 && <Hint>{text.voices.none}</Hint>}
      {voices.map((voice) => (
        <VoiceLine key={voice.id} voice={voice} />
      ))}
    </Card>
  )
}

function VoiceLine({ voice }: { readonly voice: KeptVoice }) {
  const { speakers } = useParley()
  const [asks, setAsks] = useState(false)
  const { id, name, keptAt } = voice
  return (
    <Row className={styles['voice']} data-voice={name}>
      <div>
        <strong dir="auto">{name}</strong>
        <Hint>{text.voices.since(shortDate(keptAt))}</Hint>
      </div>
      <Button aria-label={text.voices.removeOf(name)} onClick={() => setAsks(true)}>
        {text.voices.remove}
      </Button>
      <Confirm
        open={asks}
        title={text.voices.removeTitle(name)}
        text={text.voices.removeText}
        action={text.voices.remove}
        onConfirm={() => {
          setAsks(false)
          void speakers.remove(id)
        }}
        onClose={() => setAsks(false)}
      />
    </Row>
  )
}
