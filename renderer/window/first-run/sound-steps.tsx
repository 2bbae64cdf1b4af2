import { useEffect, useRef, useState } from 'react'
import { messages } from '../../../common/text/window'
import type { CapturedSource } from '../../../common/model'
import { useStore } from '../../shared/store'
import { Button } from '../components/button'
import { Hint, Success } from '../components/form'
import { Problem } from '../components/problem'
import { Select } from '../components/select'
import { useParley } from '../context'
import { drawnHeight } from '../meeting/live/levels'
import { playChime } from '../sound-check/chime'
import { microphoneOptions, systemDefault } from '../sources/microphones'
import styles from './first-run.module.css'

const text = messages.firstRun
const barCount = 13

interface StepProps {
  readonly active: boolean
}

/** Listens to the microphone as soon as this step is reached, and shows its level. */
export function MicrophoneStep({ active }: StepProps) {
  const { settings, sources, soundCheck } = useParley()
  const current = useStore(settings.current)
  const devices = useStore(sources.devices)
  const check = useStore(soundCheck.state)
  const listening = active && check !== null && check.state !== 'done'
  useEffect(() => {
    if (active) void soundCheck.start()
  }, [active, soundCheck])
  return (
    <>
      <Hint>{text.microphone.text}</Hint>
      <LevelBars />
      {active && <Outcome source="microphone" />}
      {current && (
        <Select
          label={messages.settings.audio.microphone}
          value={current.microphoneId ?? systemDefault}
          options={microphoneOptions(devices, current.microphoneId)}
          onChange={(id) => {
            void settings.save({ microphoneId: id || null }).then((saved) => {
              if (saved.ok && active) void soundCheck.start()
            })
          }}
        />
      )}
      {active && (
        <Button disabled={listening} onClick={() => void soundCheck.start()}>
          {text.microphone.again}
        </Button>
      )}
    </>
  )
}

/** Plays a chime and checks that system audio has it. */
export function SystemStep({ active }: StepProps) {
  const { soundCheck } = useParley()
  const check = useStore(soundCheck.state)
  const [played, setPlayed] = useState(false)
  const state = check?.state
  const playing = active && played
  useEffect(() => {
    if (playing && state === 'listening') return playChime()
    return undefined
  }, [playing, state])
  return (
    <>
      <Hint>{text.system.text}</Hint>
      {playing && <Outcome source="system" />}
      <Button
        disabled={!active || (playing && check !== null && state !== 'done')}
        onClick={() => {
          setPlayed(true)
          void soundCheck.start()
        }}
      >
        {playing && state === 'done' ? text.system.again : text.system.play}
      </Button>
    </>
  )
}

/** The state of the check, and then what it found for one source. */
function Outcome({ source }: { readonly source: CapturedSource }) {
  const { soundCheck } = useParley()
  const check = useStore(soundCheck.state)
  const error = useStore(soundCheck.error)
  if (error) return <Problem error={error} />
  const found = check?.sources.find((one) => one.source === source)
  if (check?.state !== 'done' || !found) {
    return <Hint role="status">{check?.state === 'listening' ? text.listening : text.opening}</Hint>
  }
  if (found.error) return <Problem error={found.error} />
  const sentences = messages.check.findings[source]
  return found.findings.map((finding) =>
    finding === 'fine' ? (
      <Success key={finding}>{sentences.fine}</Success>
    ) : (
      <p key={finding} className={styles['problem']} role="status">
        {sentences[finding]}
      </p>
    ),
  )
}

/** The last levels of the microphone as bars, updated without React. */
function LevelBars() {
  const { soundCheck } = useParley()
  const meter = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const heights = new Array<number>(barCount).fill(0)
    const draw = () => {
      const level = soundCheck.levels.get().microphone
      heights.push(drawnHeight(level?.rms ?? 0))
      heights.shift()
      const now = Math.round((heights.at(-1) ?? 0) * 100)
      meter.current?.setAttribute('aria-valuenow', String(now))
      meter.current?.querySelectorAll('i').forEach((bar, index) => {
        bar.style.height = `${4 + Math.round((heights[index] ?? 0) * 30)}px`
      })
    }
    return soundCheck.levels.subscribe(draw)
  }, [soundCheck])
  return (
    <div
      ref={meter}
      className={styles['bars']}
      role="meter"
      aria-label={text.microphone.level}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={0}
    >
      {Array.from({ length: barCount }, (_, index) => (
        <i key={index} />
      ))}
    </div>
  )
}
