import { messages } from '../../../preload/messages'
import { centsOfSessions, type Processing, type Settings } from '../../../preload/model'
import { CheckButton } from '../check/check-button'
import { Card, Row } from '../components/card'
import { SwitchRow } from '../components/switch-row'
import { useParley } from '../context'
import { SourceSwitches } from '../sources/source-switches'
import { useStore } from '../stores/store'
import { Choices } from './choice'
import styles from './settings.module.css'

const text = messages.settings.audio
const processing: readonly (keyof Processing)[] = [
  'echoCancellation',
  'noiseSuppression',
  'autoGainControl',
]

/** What is recorded, over how many sessions, and what is done to its sound. */
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
  const { actions } = useParley()
  return (
    <>
      <Card className={styles['stack']}>
        <h2>{text.sources}</h2>
        <SourceSwitches settings={settings} />
      </Card>
      <Card>
        <Row>
          <h2>{messages.check.card}</h2>
          <CheckButton />
        </Row>
        <p className={styles['sub']}>{messages.check.cardText}</p>
      </Card>
      <SessionsCard settings={settings} />
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
      <Card>
        <h2>{text.afterSleep}</h2>
        <Choices
          label={text.afterSleep}
          value={settings.afterSleep}
          onChange={(afterSleep) => void actions.saveSettings({ afterSleep })}
          choices={[
            { value: 'go-on', name: text.goOn, text: text.goOnText },
            { value: 'paused', name: text.paused, text: text.pausedText },
          ]}
        />
      </Card>
    </>
  )
}

/** How many sessions there are, and what an hour of them costs. */
function SessionsCard({ settings }: { readonly settings: Settings }) {
  const { actions } = useParley()
  const cost = (sessions: number) => {
    const cents = centsOfSessions(settings, sessions)
    return cents === 0 ? text.free : text.cost((cents / 100).toFixed(2))
  }
  return (
    <Card>
      <h2>{text.sessions}</h2>
      <p className={styles['sub']}>{text.sessionsFrom}</p>
      <Choices
        label={text.sessions}
        value={settings.sessions}
        onChange={(sessions) => void actions.saveSettings({ sessions })}
        choices={[
          {
            value: 'per-source',
            name: text.perSource,
            text: `${text.perSourceText} ${cost(2)}`,
          },
          { value: 'one', name: text.one, text: `${text.oneText} ${cost(1)}` },
        ]}
      />
    </Card>
  )
}
