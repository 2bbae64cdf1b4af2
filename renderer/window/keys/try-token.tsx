import { useState } from 'react'
import type { ExampleLanguage, TokenReport } from '../../../common/model'
import type { ErrorValue } from '../../../common/errors'
import { messages } from '../../../common/text/window'
import {
  tokenParameters,
  type TokenParameterName,
  type TokenParameters,
} from '../../../common/token-parameters'
import { Button } from '../components/button'
import { DoneLabel } from '../components/done-label'
import { Buttons, Card, Row } from '../components/card'
import { Field } from '../components/field'
import { Hint, LinkButton, Mono } from '../components/form'
import { MenuButton } from '../components/menu-button'
import { Problem } from '../components/problem'
import { useParley } from '../context'
import { count } from '../format'
import { useCopy } from '../use-copy'
import { useNow } from '../use-now'
import styles from './keys.module.css'
import { secondsLeft, tokenReportLines, tokenReportText } from './token-report'

const text = messages.token
const languages = Object.entries(text.languages).map(([value, label]) => ({
  value: value as ExampleLanguage,
  label,
}))

/** The text of a number field as a whole number; null if it is not one, or out of range. */
export function parseSeconds(typed: string, name: TokenParameterName): number | null {
  const { min, max } = tokenParameters[name]
  const value = /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN
  return value >= min && value <= max ? value : null
}

/** Asks for one token and shows the whole answer except the token. */
export function TryToken({ hasKey }: { readonly hasKey: boolean }) {
  const { keys, navigation } = useParley()
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
    const tried = await keys.tryToken(chosen)
    setBusy(false)
    setReport(tried.ok ? tried.value : null)
    setError(tried.ok ? tried.value.error : tried.error)
  }

  async function copyExample(language: ExampleLanguage, chosen: TokenParameters) {
    const example = await keys.tokenExample(language, chosen)
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
            <DoneLabel isDone={copied} label={text.copyReport} done={text.copied} />
          </Button>
        </Buttons>
      </Row>
      <Hint>{text.text}</Hint>
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
      <LinkButton onClick={navigation.openTokenReference}>{text.reference}</LinkButton>
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
      className={styles['seconds']}
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
    <Mono aria-label={text.result} tabIndex={0} role="region">
      {tokenReportLines(report, Math.max(now, report.at)).join('\n')}
    </Mono>
  )
}
