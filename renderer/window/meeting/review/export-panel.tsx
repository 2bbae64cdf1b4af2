import { Popover } from '@base-ui/react/popover'
import { RadioGroup } from '@base-ui/react/radio-group'
import { useId, useRef, useState } from 'react'
import { messages } from '../../../../common/text/window'
import {
  isCaptured,
  type ExportChoice,
  type ExportFormat,
  type Meeting,
  type SoundChoice,
} from '../../../../common/model'
import { useActions } from '../../commands/use-actions'
import { Button } from '../../components/button'
import { RadioMark } from '../../components/radio-mark'
import { Select } from '../../components/select'
import { SwitchRow } from '../../components/switch-row'
import { useParley } from '../../context'
import { useSelected } from '../../../shared/store'
import { useLandmark } from '../../components/landmark'
import popupStyles from '../../components/popup.module.css'
import styles from './export-panel.module.css'

const text = messages.meeting.exporting
const formats = Object.keys(text.formats) as ExportFormat[]

/** The audio files that a meeting can be exported as: mixed and each source if there are two. */
function soundsOf(meeting: Meeting): SoundChoice[] {
  if (meeting.sound === 'deleted') return []
  const there = meeting.audio.filter(({ samples }) => samples > 0)
  if (there.length < 2) return there.length === 0 ? [] : ['mix']
  return ['mix', ...there.flatMap(({ source }) => (isCaptured(source) ? [source] : []))]
}

/** Subtitles always need times. */
const alwaysTimed: ReadonlySet<ExportFormat> = new Set<ExportFormat>(['srt', 'vtt'])

export interface ExportPanelProps {
  readonly meeting: Meeting
  readonly onExport: (choice: ExportChoice) => void
}

/** The Export button and its options. */
export function ExportPanel({ meeting, onExport }: ExportPanelProps) {
  const parley = useParley()
  const [open, setOpen] = useState(false)
  useActions({ export: () => setOpen(true) })
  const chosen = useRef<HTMLButtonElement>(null)
  const { trigger, around } = useLandmark()
  const remembered = useSelected(parley.settings.current, (settings) => settings?.export)
  const sounds = soundsOf(meeting)
  if (!remembered) return null
  const choice: ExportChoice =
    remembered.format === 'wav' && sounds.length === 0
      ? { ...remembered, format: 'md' }
      : remembered
  const change = (part: Partial<ExportChoice>) =>
    void parley.settings.save({ export: { ...choice, ...part } })
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger ref={trigger} render={<Button />}>
        {messages.meeting.review.export}
      </Popover.Trigger>
      <Popover.Portal className={popupStyles['portal']} container={around}>
        <Popover.Positioner className={popupStyles['positioner']} sideOffset={6} align="end">
          <Popover.Popup className={styles['panel']} initialFocus={chosen}>
            <Popover.Title className={styles['title']}>{text.title}</Popover.Title>
            <Formats
              value={choice.format}
              hasSound={sounds.length > 0}
              chosen={chosen}
              onChange={(format) => change({ format })}
            />
            <div className={styles['options']}>
              {choice.format === 'wav' ? (
                <SoundChoices
                  sounds={sounds}
                  value={choice.sound}
                  onChange={(sound) => change({ sound })}
                />
              ) : (
                <>
                  <SwitchRow
                    label={text.times}
                    checked={choice.times || alwaysTimed.has(choice.format)}
                    disabled={alwaysTimed.has(choice.format)}
                    onChange={(times) => change({ times })}
                  />
                  <SwitchRow
                    label={text.speakers}
                    checked={choice.speakers}
                    onChange={(speakers) => change({ speakers })}
                  />
                </>
              )}
            </div>
            <Button
              look="primary"
              onClick={() => {
                setOpen(false)
                onExport(choice)
              }}
            >
              {text.save}
            </Button>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

interface FormatsProps {
  readonly value: ExportFormat
  readonly hasSound: boolean
  readonly chosen: React.Ref<HTMLButtonElement>
  readonly onChange: (format: ExportFormat) => void
}

function Formats({ value, hasSound, chosen, onChange }: FormatsProps) {
  const id = useId()
  return (
    <RadioGroup
      className={styles['formats']}
      aria-label={text.format}
      value={value}
      onValueChange={(next: ExportFormat) => onChange(next)}
    >
      {formats.map((format) => (
        <label key={format} className={styles['format']}>
          <RadioMark
            value={format}
            disabled={format === 'wav' && !hasSound}
            aria-labelledby={`${id}-${format}`}
            ref={format === value ? chosen : null}
          />
          <span id={`${id}-${format}`}>{text.formats[format]}</span>
          <span className={styles['ending']} dir="ltr">
            .{format}
          </span>
        </label>
      ))}
    </RadioGroup>
  )
}

interface SoundChoicesProps {
  readonly sounds: readonly SoundChoice[]
  readonly value: SoundChoice
  readonly onChange: (sound: SoundChoice) => void
}

function SoundChoices({ sounds, value, onChange }: SoundChoicesProps) {
  if (sounds.length < 2) return <p className={styles['note']}>{text.soundText}</p>
  return (
    <Select
      label={text.sound}
      value={sounds.includes(value) ? value : 'mix'}
      options={sounds.map((sound) => ({ value: sound, label: text.sounds[sound] }))}
      onChange={onChange}
    />
  )
}
