import { useState, type SubmitEvent } from 'react'
import { messages } from '../../../common/text/window'
import type { ErrorValue } from '../../../common/errors'
import { serviceModelInfo, type Settings } from '../../../common/model'
import { useStore } from '../../shared/store'
import { Button } from '../components/button'
import { Buttons, Card } from '../components/card'
import { Field } from '../components/field'
import { Details, FormStack, Hint, Page, Path } from '../components/form'
import { Problem } from '../components/problem'
import { SwitchRow } from '../components/switch-row'
import { useParley } from '../context'
import { shortMoment, timeOfDay } from '../format'
import { useNow } from '../use-now'

const text = messages.settings.calendar

/** The calendar that gives meetings their titles and people. */
export function CalendarPage() {
  const { settings } = useParley()
  const current = useStore(settings.current)
  return (
    <Page title={text.title} intro={text.intro}>
      {current && <Cards settings={current} />}
    </Page>
  )
}

interface CardsProps {
  readonly settings: Settings
}

function Cards({ settings }: CardsProps) {
  const { calendarFile, calendarAddress } = settings
  const isChosen = calendarFile !== null || calendarAddress !== null
  return (
    <>
      {isChosen ? <ChosenCard settings={settings} /> : <ChooseCard />}
      <TermsCard settings={settings} />
    </>
  )
}

/** SECURITY: of an address only the host is shown, because the rest can be a secret. */
function ChosenCard({ settings }: CardsProps) {
  const { calendar } = useParley()
  const { isReading, readAt, next, error } = useStore(calendar.state)
  const now = useNow(60_000)
  const { calendarFile, calendarAddress } = settings
  return (
    <Card>
      <h2>{calendarFile === null ? text.address : text.file}</h2>
      <Path>{calendarFile ?? hostOf(calendarAddress)}</Path>
      {error && <Problem error={error} />}
      {readAt !== null && (
        <>
          <Hint>{text.read(timeOfDay(readAt))}</Hint>
          {next.length === 0 ? (
            <Hint>{text.nothing}</Hint>
          ) : (
            <Details
              rows={next.map(({ title, startsAt, endsAt }) => [
                text.times(shortMoment(startsAt, now), timeOfDay(startsAt), timeOfDay(endsAt)),
                title,
              ])}
            />
          )}
        </>
      )}
      <Buttons>
        <Button disabled={isReading} onClick={calendar.refresh}>
          {isReading ? text.reading : text.refresh}
        </Button>
        <Button onClick={() => void calendar.remove()}>{text.remove}</Button>
      </Buttons>
    </Card>
  )
}

function hostOf(address: string | null): string {
  return address !== null && URL.canParse(address) ? new URL(address).host : ''
}

function ChooseCard() {
  const { calendar } = useParley()
  const [address, setAddress] = useState('')
  const [problem, setProblem] = useState<ErrorValue | null>(null)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void calendar.setAddress(address).then((set) => setProblem(set.ok ? null : set.error))
  }
  return (
    <>
      <Card>
        <h2>{text.file}</h2>
        <Hint>{text.fileText}</Hint>
        <Buttons>
          <Button onClick={() => void calendar.chooseFile()}>{text.chooseFile}</Button>
        </Buttons>
      </Card>
      <Card>
        <h2>{text.address}</h2>
        <FormStack onSubmit={submit}>
          <Field
            label={text.address}
            labelHidden
            placeholder={text.addressHint}
            text={text.addressText}
            problem={problem?.sentence ?? null}
            spellCheck={false}
            maxLength={2_000}
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
          <Buttons>
            <Button type="submit" disabled={address.trim() === ''}>
              {text.useAddress}
            </Button>
          </Buttons>
        </FormStack>
      </Card>
    </>
  )
}

/** Key terms cost more than the model, so a person decides. */
function TermsCard({ settings }: CardsProps) {
  const parley = useParley()
  const { engine, serviceModel, modelAnswers } = settings
  const { keyTermsCentsAnHour } = serviceModelInfo(modelAnswers[serviceModel] ?? serviceModel)
  const price = engine === 'service' ? text.termsPrice(keyTermsCentsAnHour) : text.termsOnDevice
  return (
    <Card spaced>
      <h2>{text.meetings}</h2>
      <Hint>{text.meetingsText}</Hint>
      <SwitchRow
        label={text.terms}
        text={`${text.termsText} ${price}`}
        checked={settings.calendarTerms}
        onChange={(calendarTerms) => void parley.settings.save({ calendarTerms })}
      />
    </Card>
  )
}
