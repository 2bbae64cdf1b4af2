import { messages } from '../../../common/text/window'
import {
  serviceModelInfo,
  serviceModes,
  voiceFocuses,
  type CapturedSource,
  type Settings,
} from '../../../common/model'
import { Hint, Labelled } from '../components/form'
import { Select } from '../components/select'
import { SwitchRow } from '../components/switch-row'
import { useParley } from '../context'
import styles from './service-card.module.css'

const text = messages.settings.transcription
const any = ''
const speakerCounts = Array.from({ length: 10 }, (_, index) => String(index + 1))
const sources = ['microphone', 'system'] as const

interface OptionProps {
  readonly settings: Settings
}

/** Speakers, and how many of them at most. */
export function Speakers({ settings }: OptionProps) {
  const { save } = useParley().settings
  return (
    <>
      <SwitchRow
        label={text.speakers}
        text={text.speakersText}
        checked={settings.speakerLabels}
        onChange={(speakerLabels) => void save({ speakerLabels })}
      />
      {settings.speakerLabels && (
        <Labelled>
          <h2>{text.maxSpeakers}</h2>
          <Select
            label={text.maxSpeakers}
            className={styles['model']}
            value={settings.maxSpeakers?.toString() ?? any}
            options={[
              { value: any, label: text.maxSpeakersAny },
              ...speakerCounts.map((count) => ({ value: count, label: count })),
            ]}
            onChange={(count) => void save({ maxSpeakers: count === any ? null : Number(count) })}
          />
          <Hint>{text.maxSpeakersText}</Hint>
        </Labelled>
      )}
    </>
  )
}

/** How long the service waits for the end of a turn. */
export function Mode({ settings }: OptionProps) {
  const { save } = useParley().settings
  const { takesMode } = serviceModelInfo(settings.serviceModel)
  return (
    <Labelled>
      <h2>{text.mode}</h2>
      {takesMode ? (
        <>
          <Select
            label={text.mode}
            className={styles['model']}
            value={settings.mode}
            options={serviceModes.map((value) => ({ value, label: text.modes[value] }))}
            onChange={(mode) => void save({ mode })}
          />
          <Hint>{text.modeTexts[settings.mode]}</Hint>
        </>
      ) : (
        <Hint>{text.modePro}</Hint>
      )}
    </Labelled>
  )
}

/** Noise removal at the service, by source. */
export function VoiceFocusChoices({ settings }: OptionProps) {
  if (!serviceModelInfo(settings.serviceModel).takesVoiceFocus) {
    return (
      <Labelled>
        <h2>{text.focusTitle}</h2>
        <Hint>{text.focusPro}</Hint>
      </Labelled>
    )
  }
  return sources.map((source) => <Focus key={source} source={source} settings={settings} />)
}

function Focus({ source, settings }: OptionProps & { readonly source: CapturedSource }) {
  const { save } = useParley().settings
  return (
    <Labelled>
      <h2>{text.focus[source]}</h2>
      <Select
        label={text.focus[source]}
        className={styles['model']}
        value={settings.voiceFocus[source]}
        options={voiceFocuses.map((value) => ({ value, label: text.focuses[value] }))}
        onChange={(focus) => void save({ voiceFocus: { ...settings.voiceFocus, [source]: focus } })}
      />
      <Hint>{text.focusText}</Hint>
    </Labelled>
  )
}
