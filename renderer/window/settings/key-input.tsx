import { useState, type ReactNode } from 'react'
import type { ErrorValue, Result } from '../../../preload/errors'
import { messages } from '../../../preload/messages'
import { Button } from '../components/button'
import { Buttons } from '../components/card'
import { Field } from '../components/field'
import { Problem } from './problem'
import styles from './settings.module.css'

type Keep = 'keychain' | 'memory'

export interface KeyInputProps {
  readonly hint: string
  /** Fields before and after that of the key. */
  readonly before?: ReactNode
  readonly after?: ReactNode
  readonly save: (key: string, keep: Keep) => Promise<Result<unknown>>
  readonly onSaved: () => void
}

/** Where a key is typed or pasted. The text is forgotten as soon as it was saved. */
export function KeyInput({ hint, before, after, save, onSaved }: KeyInputProps) {
  const [key, setKey] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ErrorValue | null>(null)
  const text = messages.keys

  async function submit(keep: Keep) {
    setBusy(true)
    const result = await save(key, keep)
    setBusy(false)
    setError(result.ok ? null : result.error)
    if (!result.ok) return
    setKey('')
    onSaved()
  }

  return (
    <form
      className={styles['choices']}
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void submit('keychain')
      }}
    >
      <div className={styles['fields']}>
        {before}
        <Field
          className={styles['grow']}
          label={text.key}
          labelHidden
          type="password"
          placeholder={hint}
          value={key}
          onChange={(event) => setKey(event.target.value)}
          autoComplete="off"
          spellCheck={false}
        />
        {after}
        <Button type="submit" look="primary" disabled={busy}>
          {busy ? text.saving : text.save}
        </Button>
      </div>
      {error && <Problem error={error} />}
      {error?.code.startsWith('keychain-') && (
        <Buttons>
          <Button disabled={busy} onClick={() => void submit('memory')}>
            {text.keepUntilQuit}
          </Button>
        </Buttons>
      )}
    </form>
  )
}
