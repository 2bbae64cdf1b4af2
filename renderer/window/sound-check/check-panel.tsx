import { Dialog } from '@base-ui/react/dialog'
import { useEffect, useState } from 'react'
import { messages } from '../../../common/text/window'
import { capturedSources, type SoundCheck } from '../../../common/model'
import { Button } from '../components/button'
import { Buttons } from '../components/card'
import { useParley } from '../context'
import { useStore } from '../../shared/store'
import { playChime } from './chime'
import { CheckedRow } from './checked-row'
import styles from './check.module.css'

const text = messages.check

/** Both sources during the check, and then the findings. */
export function CheckPanel() {
  const parley = useParley()
  const check = useStore(parley.soundCheck.state)
  const error = useStore(parley.soundCheck.error)
  const state = check?.state ?? 'opening'
  useEffect(() => (state === 'listening' ? playChime() : undefined), [state])
  return (
    <>
      <Dialog.Title className={styles['title']}>{text.title}</Dialog.Title>
      <Dialog.Description className={styles['text']}>{text.text}</Dialog.Description>
      {error !== null && (
        <p className={styles['problem']} role="alert">
          {error.sentence}
        </p>
      )}
      <div className={styles['rows']}>
        {capturedSources.map((source) => (
          <CheckedRow
            key={source}
            source={source}
            found={check?.sources.find((one) => one.source === source) ?? null}
            done={state === 'done'}
          />
        ))}
      </div>
      <div className={styles['foot']}>
        <span className={styles['progress']}>{error === null && <Progress check={check} />}</span>
        <Buttons>
          <Button
            disabled={state !== 'done' && error === null}
            onClick={() => void parley.soundCheck.start()}
          >
            {text.again}
          </Button>
          <Dialog.Close render={<Button look="primary" />}>{text.close}</Dialog.Close>
        </Buttons>
      </div>
    </>
  )
}

function Progress({ check }: { readonly check: SoundCheck | null }) {
  if (check === null || check.state === 'opening') return text.opening
  if (check.state === 'done') return text.done
  return <Left lengthMs={check.lengthMs} />
}

/** Counts down from the first time that it is drawn. */
function Left({ lengthMs }: { readonly lengthMs: number }) {
  const [seconds, setSeconds] = useState(Math.round(lengthMs / 1_000))
  useEffect(() => {
    const timer = setInterval(() => setSeconds((left) => Math.max(0, left - 1)), 1_000)
    return () => clearInterval(timer)
  }, [])
  return text.left(seconds)
}
