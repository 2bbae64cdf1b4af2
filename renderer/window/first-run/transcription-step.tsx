import { useState } from 'react'
import { messages } from '../../../common/text/window'
import { useSelected, useStore } from '../../shared/store'
import { Button } from '../components/button'
import { Hint, Success } from '../components/form'
import { Problem } from '../components/problem'
import { useParley } from '../context'
import { seconds } from '../format'
import { KeyInput } from '../keys/key-input'

const text = messages.firstRun.transcription

/** Whether the chosen engine can transcribe now: its model is loaded, or its key works. */
export function useTranscriptionReady(): boolean {
  const { settings, keys, engine } = useParley()
  const kind = useSelected(settings.current, (current) => current?.engine ?? 'on-device')
  const list = useStore(keys.list)
  const local = useStore(engine.state)
  if (kind === 'service') {
    const key = list?.keys.find(({ inUse }) => inUse)
    return key?.check !== undefined && key.check !== null && key.check.error === null
  }
  return local !== null && local.error === null && local.available.includes(local.model)
}

/** Where transcription runs: on this computer, or with a key that is tested at once. */
export function TranscriptionStep() {
  const { settings, keys, engine } = useParley()
  const kind = useSelected(settings.current, (current) => current?.engine ?? 'on-device')
  const [adding, setAdding] = useState(false)
  const list = useStore(keys.list)
  const error = useSelected(engine.state, (state) => state?.error ?? null)
  if (kind === 'service') {
    const check = list?.keys.find(({ inUse }) => inUse)?.check
    return (
      <>
        <Hint>{text.service}</Hint>
        {check?.error === null && <Success>{text.works(seconds(check.durationMs))}</Success>}
        <Button onClick={() => void settings.save({ engine: 'on-device' })}>
          {text.useOnDevice}
        </Button>
      </>
    )
  }
  return (
    <>
      <Hint>{text.onDevice}</Hint>
      {error && <Problem error={error} />}
      {adding ? (
        <KeyInput
          hint={messages.keys.keyHint}
          save={(key, keep) =>
            keys.add({ name: messages.keys.nameHint, zone: 'default', key, keep })
          }
          onSaved={() => void settings.save({ engine: 'service' })}
        />
      ) : (
        <Button onClick={() => setAdding(true)}>{text.useKey}</Button>
      )}
    </>
  )
}
