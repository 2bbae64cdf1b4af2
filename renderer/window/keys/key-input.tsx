import { useState, type ReactNode } from 'react'
import type { ErrorValue, Result } from '../../../common/errors'
import { messages } from '../../../common/text/window'
import { Button } from '../components/button'
import { Buttons } from '../components/card'
import { Field } from '../components/field'
import { FieldRow, FormStack } from '../components/form'
import { Problem } from '../components/problem'
import styles from './keys.module.css'
import type { Keep } from './store'

export interface KeyInputProps {
  readonly hint: string
  /** Fields before and after the key. */
  readonly before?: ReactNode
  readonly after?: ReactNode
  /** The words of the button, if a key is only saved and not tested. */
  readonly labels?: { readonly save: string; readonly saving: string }
  readonly save: (key: string, keep: Keep) => Promise<Result<unknown>>
  readonly onSaved: () => void
}

/** A field for a key. The key is removed from the field as soon as it is saved. */
export function KeyInput({
  hint,
  before,
  after,
  save,
  onSaved,
  labels = messages.keys,
}: KeyInputProps) {
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
    <FormStack
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void submit('keychain')
      }}
    >
      <FieldRow>
        {before}
        <Field
          className={styles['key']}
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
          {busy ? labels.saving : labels.save}
        </Button>
      </FieldRow>
      {error && <Problem error={error} />}
      {error?.code.startsWith('keychain-') && (
        <Buttons>
          <Button disabled={busy} onClick={() => void submit('memory')}>
            {text.keepUntilQuit}
          </Button>
        </Buttons>
      )}
    </FormStack>
  )
}
