import { messages } from '../../../common/text/window'
import { announcerRates, textSizes, type Settings } from '../../../common/model'
import { useStore } from '../../shared/store'
import { Card } from '../components/card'
import { Choices } from '../components/choices'
import { Hint, Labelled, Page } from '../components/form'
import { Select } from '../components/select'
import { SwitchRow } from '../components/switch-row'
import { useParley } from '../context'
import { LanguageCard } from './language-card'

const text = messages.settings.appearance
const themes = Object.entries(text.themes).map(([value, name]) => ({
  value: value as Settings['theme'],
  name,
}))
const rates = announcerRates.map((rate) => ({ value: rate, label: text.announcerRates[rate] }))
const sizes = textSizes.map((size) => ({ value: String(size), label: text.percent(size) }))

/** How Parley looks, and how often screen readers read what is said. */
export function AppearancePage() {
  const { settings } = useParley()
  const current = useStore(settings.current)
  return (
    <Page title={text.title}>
      {current && (
        <>
          <LanguageCard language={current.language} />
          <Card>
            <h2>{text.theme}</h2>
            <Choices
              label={text.theme}
              value={current.theme}
              choices={themes}
              onChange={(theme) => void settings.save({ theme })}
            />
          </Card>
          <Card>
            <Labelled>
              <h2>{text.textSize}</h2>
              <Select
                label={text.textSize}
                value={String(current.textSize)}
                options={sizes}
                onChange={(chosen) => {
                  const textSize = textSizes.find((size) => String(size) === chosen)
                  if (textSize) void settings.save({ textSize })
                }}
              />
              <Hint>{text.textSizeText}</Hint>
            </Labelled>
          </Card>
          <Card>
            <Labelled>
              <h2>{text.announcer}</h2>
              <Select
                label={text.announcer}
                value={current.announcer}
                options={rates}
                onChange={(chosen) => {
                  const announcer = announcerRates.find((rate) => rate === chosen)
                  if (announcer) void settings.save({ announcer })
                }}
              />
              <Hint>{text.announcerText}</Hint>
            </Labelled>
          </Card>
          <Card spaced>
            <h2>{text.comfort}</h2>
            <SwitchRow
              label={text.contrast}
              text={text.contrastText}
              checked={current.contrast === 'more'}
              onChange={(more) => void settings.save({ contrast: more ? 'more' : 'system' })}
            />
            <SwitchRow
              label={text.motion}
              text={text.motionText}
              checked={current.motion === 'reduced'}
              onChange={(reduced) => void settings.save({ motion: reduced ? 'reduced' : 'system' })}
            />
          </Card>
        </>
      )}
    </Page>
  )
}
