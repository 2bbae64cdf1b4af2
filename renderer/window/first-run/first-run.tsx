import { useEffect, useState, type ReactNode } from 'react'
import { messages } from '../../../common/text/window'
import { useSelected, useStore } from '../../shared/store'
import { Button } from '../components/button'
import { Card, Row } from '../components/card'
import { Check } from '../components/icons'
import { useParley } from '../context'
import styles from './first-run.module.css'
import { MicrophoneStep, SystemStep } from './sound-steps'
import { isFirstRun } from './store'
import { TranscriptionStep, useTranscriptionReady } from './transcription-step'

const text = messages.firstRun
const steps = ['transcription', 'microphone', 'system'] as const
type StepName = (typeof steps)[number]

/** Three checks before the first meeting. Each can be skipped. */
export function FirstRun() {
  const { firstRun, soundCheck } = useParley()
  const heard = useStore(firstRun.heard)
  const done: Record<StepName, boolean> = { transcription: useTranscriptionReady(), ...heard }
  const [current, setCurrent] = useState<StepName>('transcription')
  const next = steps[steps.indexOf(current) + 1]
  // A check that still listens ends with this screen.
  useEffect(() => () => void soundCheck.end(), [soundCheck])
  return (
    <main className={styles['pane']}>
      <div className={styles['block']}>
        <div>
          <h1 className={styles['title']}>{text.title}</h1>
          <p className={styles['text']}>{text.text}</p>
        </div>
        <div className={styles['steps']}>
          <Step name="transcription" current={current} done={done.transcription}>
            <TranscriptionStep />
          </Step>
          <Step name="microphone" current={current} done={done.microphone}>
            <MicrophoneStep active={current === 'microphone'} />
          </Step>
          <Step name="system" current={current} done={done.system}>
            <SystemStep active={current === 'system'} />
          </Step>
        </div>
        <Row>
          <Button look="quiet" className={styles['skip']} onClick={() => void firstRun.finish()}>
            {text.skipAll}
          </Button>
          <Button
            look="primary"
            onClick={() => {
              if (next === undefined) void firstRun.finish()
              else setCurrent(next)
            }}
          >
            {next === undefined ? text.finish : done[current] ? text.next : text.skip}
          </Button>
        </Row>
      </div>
    </main>
  )
}

interface StepProps {
  readonly name: StepName
  readonly current: StepName
  readonly done: boolean
  readonly children: ReactNode
}

function Step({ name, current, done, children }: StepProps) {
  const number = steps.indexOf(name) + 1
  const { title } = text[name]
  return (
    <Card
      className={styles['step']}
      aria-label={text.step(number, title)}
      aria-current={name === current ? 'step' : undefined}
    >
      <span className={styles['number']} data-done={done || undefined}>
        {done ? <Check /> : number}
        {done && <span className="visually-hidden">{text.done}</span>}
      </span>
      <h2>{title}</h2>
      {children}
    </Card>
  )
}

/** Whether the checks are shown now. */
export function useIsFirstRun(): boolean {
  const { settings, meetings } = useParley()
  const list = useStore(meetings.list)
  return useSelected(settings.current, (current) => isFirstRun(current, list))
}
