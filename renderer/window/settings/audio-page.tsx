import { decimal } from '../format'
import { messages } from '../../../common/text/window'
import { centsOfSessions, type Processing, type Settings } from '../../../common/model'
import { CheckButton } from '../sound-check/check-button'
import { Card, Row } from '../components/card'
import { Choices } from '../components/choices'
import { Hint, Page } from '../components/form'
import { SwitchRow } from '../components/switch-row'
import { useParley } from '../context'
import { SourceSwitches } from '../sources/source-switches'
import { useStore } from '../../shared/store'

const text = messages.settings.audio
const processing: readonly (keyof Processing)[] = [
  'echoCancellation',
  'noiseSuppression',
  'autoGainControl',
]

/** What is recorded, over how many sessions, and how the audio is processed. */
export function AudioPage() {
  const parley = useParley()
  const settings = useStore(parley.settings.current)
  return (
    <Page title={text.title} intro={text.intro}>
      {settings && <Cards settings={settings} />}
    </Page>
  )
}

function Cards({ settings }: { readonly settings: Settings }) {
  const parley = useParley()
  return (
    <>
      <Card spaced>
        <h2>{text.sources}</h2>
        <SourceSwitches settings={settings} />
      </Card>
      <Card>
        <Row>
          <h2>{messages.check.card}</h2>
          <CheckButton />
        </Row>
        <Hint>{messages.check.cardText}</Hint>
      </Card>
      <SessionsCard settings={settings} />
      <Card spaced>
        <h2>{text.processing}</h2>
        {processing.map((name) => (
          <SwitchRow
            key={name}
            label={text[name]}
            text={text[`${name}Text`]}
            checked={settings.processing[name]}
            onChange={(on) =>
              void parley.settings.save({ processing: { ...settings.processing, [name]: on } })
            }
          />
        ))}
      </Card>
      <Card>
        <h2>{text.afterSleep}</h2>
        <Choices
          label={text.afterSleep}
          value={settings.afterSleep}
          onChange={(afterSleep) => void parley.settings.save({ afterSleep })}
          choices={[
            { value: 'go-on', name: text.goOn, text: text.goOnText },
            { value: 'paused', name: text.paused, text: text.pausedText },
          ]}
        />
      </Card>
      <Card>
        <h2>{text.forgotten}</h2>
        <Hint>{text.forgottenText}</Hint>
        <Choices
          label={text.forgotten}
          value={settings.whenForgotten}
          onChange={(whenForgotten) => void parley.settings.save({ whenForgotten })}
          choices={[
            { value: 'keep', name: text.forgottenKeep, text: text.forgottenKeepText },
            { value: 'stop', name: text.forgottenStop, text: text.forgottenStopText },
          ]}
        />
      </Card>
    </>
  )
}

/** One session for each source or one for all, and what an hour costs. */
function SessionsCard({ settings }: { readonly settings: Settings }) {
  const parley = useParley()
  const cost = (sessions: number) => {
    const cents = centsOfSessions(settings, sessions)
    if (cents === null) return text.costUnknown
    return cents === 0 ? text.free : text.cost(decimal(cents / 100, 2))
  }
  return (
    <Card>
      <h2>{text.sessions}</h2>
      <Hint>{text.sessionsFrom}</Hint>
      <Choices
        label={text.sessions}
        value={settings.sessions}
        onChange={(sessions) => void parley.settings.save({ sessions })}
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
