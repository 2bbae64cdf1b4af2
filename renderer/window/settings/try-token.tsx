import { useState } from 'react'
import type { ExampleLanguage } from '../../../preload/contract'
import type { ErrorValue } from '../../../preload/errors'
import { messages } from '../../../preload/messages'
import type { TokenReport } from '../../../preload/model'
import {
  tokenParameters,
  type TokenParameterName,
  type TokenParameters,
} from '../../../preload/token-parameters'
import { Button } from '../components/button'
import { Buttons, Card, Row } from '../components/card'
import { Field } from '../components/field'
import { MenuButton } from '../components/menu-button'
import { useParley } from '../context'
import { count } from '../format'
import { useCopy } from '../use-copy'
import { useNow } from '../use-now'
import { Problem } from './problem'
import styles from './settings.module.css'
import { secondsLeft, tokenReportLines, tokenReportText } from './token-report'

const text = messages.token
const languages = Object.entries(text.languages).map(([value, label]) => ({
  value: value as ExampleLanguage,
  label,
}))

/** A number field's text as a whole number in its range, or null. */
export function parseSeconds(typed: string, name: TokenParameterName): number | null {
  const { min, max } = tokenParameters[name]
  const value = /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN
  return value >= min && value <= max ? value : null
}

/** Asks for one token and shows all of the answer but the token. */
export function TryToken({ hasKey }: { readonly hasKey: boolean }) {
  const { ask, openReference } = useParley().actions
  const { copied, copy } = useCopy()
  const [expires, setExpires] = useState(String(tokenParameters.expiresInSeconds.default))
  const [session, setSession] = useState(String(tokenParameters.maxSessionDurationSeconds.default))
  const [busy, setBusy] = useState(false)
  const [report, setReport] = useState<TokenReport | null>(null)
  const [error, setError] = useState<ErrorValue | null>(null)

  const expiresInSeconds = parseSeconds(expires, 'expiresInSeconds')
  const maxSessionDurationSeconds = parseSeconds(session, 'maxSessionDurationSeconds')
  const parameters: TokenParameters | null =
    expiresInSeconds === null || maxSessionDurationSeconds === null
      ? null
      : { expiresInSeconds, maxSessionDurationSeconds }

  async function attempt(chosen: TokenParameters) {
    setBusy(true)
    const tried = await ask('tokens:try', chosen)
    setBusy(false)
    setReport(tried.ok ? tried.value : null)
    setError(tried.ok ? tried.value.error : tried.error)
  }

  async function copyExample(language: ExampleLanguage, chosen: TokenParameters) {
    const example = await ask('tokens:example', { language, parameters: chosen })
    if (example.ok) await copy(example.value)
    else setError(example.error)
  }

  return (
    <Card aria-label={text.title}>
      <Row>
        <h2>{text.title}</h2>
        <Buttons>
          <MenuButton
            label={text.copyAs}
            choices={languages}
            disabled={parameters === null}
            onChoose={(language) => {
              if (parameters !== null) void copyExample(language, parameters)
            }}
          />
          <Button
            disabled={report === null}
            onClick={() => {
              if (report !== null) void copy(tokenReportText(report))
            }}
          >
            <span aria-live="polite">{copied ? text.copied : text.copyReport}</span>
          </Button>
        </Buttons>
      </Row>
      <p className={styles['sub']}>{text.text}</p>
      <form
        className={styles['fields']}
        onSubmit={(event) => {
          event.preventDefault()
          if (parameters !== null && !busy) void attempt(parameters)
        }}
      >
        <SecondsField
          name="expiresInSeconds"
          label={text.expires}
          value={expires}
          onChange={setExpires}
        />
        <SecondsField
          name="maxSessionDurationSeconds"
          label={text.session}
          value={session}
          onChange={setSession}
        />
        <Button
          type="submit"
          className={styles['try']}
          disabled={!hasKey || busy || parameters === null}
        >
          {busy ? text.trying : text.try}
        </Button>
      </form>
      {error && <Problem error={error} />}
      {report && <Report report={report} />}
      <button type="button" className={styles['link']} onClick={openReference}>
        {text.reference}
      </button>
    </Card>
  )
}

interface SecondsFieldProps {
  readonly name: TokenParameterName
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function SecondsField({ name, label, value, onChange }: SecondsFieldProps) {
  const { min, max } = tokenParameters[name]
  const bad = parseSeconds(value, name) === null
  return (
    <Field
      className={styles['grow']}
      label={label}
      text={text.range(count(min), count(max))}
      problem={bad ? text.outOfRange(count(min), count(max)) : null}
      inputMode="numeric"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function Report({ report }: { readonly report: TokenReport }) {
  const [first, setFirst] = useState(report.at)
  const now = useNow(1000, report.expiresAt !== null && secondsLeft(report.expiresAt, first) > 0)
  if (now - first >= 1000) setFirst(now)
  return (
    <pre className={styles['mono']} aria-label={text.result} tabIndex={0} role="region">
      {tokenReportLines(report, Math.max(now, report.at)).join('\n')}
    </pre>
  )
}
