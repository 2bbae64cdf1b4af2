import { useState } from 'react'
import { messages } from '../../../common/text/window'
import { consentReminders, type Settings } from '../../../common/model'
import { useSelected, useStore } from '../../shared/store'
import { Button } from '../components/button'
import { Buttons, Card, Row } from '../components/card'
import { Choices } from '../components/choices'
import { TextArea } from '../components/field'
import { Hint, Page } from '../components/form'
import { SwitchRow } from '../components/switch-row'
import { useParley } from '../context'
import { useCopy } from '../use-copy'

const text = messages.settings.calls
/** This system has no way to keep windows out of what is shared. */
const isLinux = navigator.userAgent.includes('Linux')

interface CardProps {
  readonly settings: Settings
}

/** Calls of other programs, consent, and what others see of this screen. */
export function CallsPage() {
  const { settings } = useParley()
  const current = useStore(settings.current)
  return (
    <Page title={text.title}>
      {current && (
        <>
          <NoticeCard settings={current} />
          <ConsentCard settings={current} />
          <PrivateCard settings={current} />
        </>
      )}
    </Page>
  )
}

function NoticeCard({ settings }: CardProps) {
  const parley = useParley()
  const isPossible = useSelected(parley.calls.state, (state) => state.isPossible)
  const { calls } = settings
  const save = (next: Partial<Settings['calls']>) =>
    void parley.settings.save({ calls: { ...calls, ...next } })
  return (
    <Card spaced>
      <h2>{text.notice}</h2>
      <SwitchRow
        label={text.noticeSwitch}
        text={isPossible ? text.noticeText : text.noticeImpossible}
        checked={calls.notice && isPossible}
        disabled={!isPossible}
        onChange={(notice) => save({ notice })}
      />
      {calls.ignored.map((program) => (
        <Row key={program.key}>
          <span>{text.ignored(program.name)}</span>
          <Button
            aria-label={text.askAgain(program.name)}
            onClick={() =>
              save({ ignored: calls.ignored.filter(({ key }) => key !== program.key) })
            }
          >
            {text.askAgainShort}
          </Button>
        </Row>
      ))}
    </Card>
  )
}

function ConsentCard({ settings }: CardProps) {
  const parley = useParley()
  const { copied, copy } = useCopy()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? settings.consentText ?? text.consentDefault
  const save = (next: string | null) => {
    setTyped(null)
    void parley.settings.save({ consentText: next })
  }
  return (
    <Card spaced>
      <h2>{text.consent}</h2>
      <Choices
        label={text.reminder}
        value={settings.consentReminder}
        choices={consentReminders.map((value) => ({
          value,
          name: text.reminders[value],
          text: text.reminderTexts[value],
        }))}
        onChange={(consentReminder) => void parley.settings.save({ consentReminder })}
      />
      <TextArea
        label={text.consentText}
        text={text.consentTextHint}
        rows={3}
        maxLength={2_000}
        value={shown}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          if (typed === null) return
          const next = typed.trim()
          save(next === '' || next === text.consentDefault ? null : next)
        }}
      />
      <Buttons>
        <Button onClick={() => void copy(shown)}>{copied ? text.copied : text.copy}</Button>
        {settings.consentText !== null && (
          <Button look="quiet" onClick={() => save(null)}>
            {text.restoreText}
          </Button>
        )}
      </Buttons>
    </Card>
  )
}

function PrivateCard({ settings }: CardProps) {
  const parley = useParley()
  const { privateScreens } = settings
  const save = (next: Partial<Settings['privateScreens']>) =>
    void parley.settings.save({ privateScreens: { ...privateScreens, ...next } })
  return (
    <Card spaced>
      <h2>{text.privacy}</h2>
      <Hint>{isLinux ? text.privacyImpossible : text.privacyText}</Hint>
      {(['window', 'captions'] as const).map((kind) => (
        <SwitchRow
          key={kind}
          label={text.hide[kind]}
          checked={privateScreens[kind] && !isLinux}
          disabled={isLinux}
          onChange={(hidden) => save({ [kind]: hidden })}
        />
      ))}
    </Card>
  )
}
