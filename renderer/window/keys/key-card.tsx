import { useState } from 'react'
import type { ErrorValue, Result } from '../../../common/errors'
import { messages } from '../../../common/text/window'
import type { KeyInfo } from '../../../common/model'
import { Button } from '../components/button'
import { Buttons, Card, Row } from '../components/card'
import { Confirm } from '../components/confirm'
import { HintText, ItemName, Success } from '../components/form'
import { Problem } from '../components/problem'
import { useParley } from '../context'
import { ago, seconds } from '../format'
import { useNow } from '../use-now'
import { KeyInput } from './key-input'

const text = messages.keys
const minute = 60_000

/** One key: its zone, whether it works, and the actions on it. */
export function KeyCard({ info }: { readonly info: KeyInfo }) {
  const { keys } = useParley()
  const [busy, setBusy] = useState<'test' | 'use' | 'remove' | null>(null)
  const [error, setError] = useState<ErrorValue | null>(null)
  const [open, setOpen] = useState<'replace' | 'remove' | null>(null)
  const { id, name } = info

  async function run(what: NonNullable<typeof busy>, call: Promise<Result<unknown>>) {
    setBusy(what)
    const result = await call
    setBusy(null)
    setError(result.ok ? null : result.error)
  }

  const details = [
    text.ending(info.ending),
    text.zone[info.zone],
    info.inUse ? text.inUse : null,
    info.memoryOnly ? text.untilQuit : null,
  ].filter((detail) => detail !== null)

  return (
    <Card aria-label={name} data-key={name}>
      <Row>
        <div>
          <ItemName>
            <bdi>{name}</bdi> <HintText>{details.join(' · ')}</HintText>
          </ItemName>
        </div>
        <Buttons>
          {!info.inUse && (
            <Button
              aria-label={text.useLabel(name)}
              disabled={busy !== null}
              onClick={() => void run('use', keys.use(id))}
            >
              {text.use}
            </Button>
          )}
          <Button
            aria-label={text.testLabel(name)}
            title={text.testHint}
            disabled={busy !== null}
            onClick={() => void run('test', keys.test(id))}
          >
            {busy === 'test' ? text.testing : text.test}
          </Button>
          <Button
            aria-label={text.replaceLabel(name)}
            aria-expanded={open === 'replace'}
            onClick={() => setOpen(open === 'replace' ? null : 'replace')}
          >
            {text.replace}
          </Button>
          <Button
            aria-label={text.removeLabel(name)}
            disabled={busy !== null}
            onClick={() => setOpen('remove')}
          >
            {text.remove}
          </Button>
        </Buttons>
      </Row>
      {error ? <Problem error={error} /> : <Outcome info={info} />}
      {open === 'replace' && (
        <KeyInput
          hint={text.newKeyHint}
          save={(key, keep) => keys.replace(id, key, keep)}
          onSaved={() => {
            setError(null)
            setOpen(null)
          }}
        />
      )}
      <Confirm
        open={open === 'remove'}
        title={text.removeTitle(name)}
        text={text.removeText(info.ending)}
        action={text.remove}
        onClose={() => setOpen(null)}
        onConfirm={() => {
          setOpen(null)
          void run('remove', keys.remove(id))
        }}
      />
    </Card>
  )
}

/** The result of the last test. */
function Outcome({ info: { check } }: { readonly info: KeyInfo }) {
  const now = useNow(minute / 2)
  if (check === null) return null
  const when = ago(Math.max(0, now - check.at))
  if (check.error === null) {
    const works = check.session === true ? text.worksLive : text.works
    return <Success>{works(when, seconds(check.durationMs))}</Success>
  }
  const { sentence, ...rest } = check.error
  return <Problem error={{ ...rest, sentence: `${sentence} ${text.checked(when)}` }} />
}
