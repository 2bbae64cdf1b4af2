import { useState } from 'react'
import { appLanguage } from '../../../common/text'
import { chooseLanguage, languageCodes, languages } from '../../../common/text/languages'
import { messages } from '../../../common/text/window'
import type { ErrorValue } from '../../../common/errors'
import type { Settings } from '../../../common/model'
import { Button } from '../components/button'
import { Card } from '../components/card'
import { Hint, Labelled } from '../components/form'
import { Problem } from '../components/problem'
import { Select } from '../components/select'
import { useParley } from '../context'

type Language = Settings['language']

const text = messages.settings.appearance
const choices: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'system', label: text.systemLanguage },
  // Each in its own language, for somebody who cannot read the present one.
  ...languageCodes.map((value) => ({ value, label: languages[value].name })),
]

/** The language of the app, and a restart where another one was chosen. */
export function LanguageCard({ language }: { readonly language: Language }) {
  const { settings, about } = useParley()
  const [error, setError] = useState<ErrorValue | null>(null)
  const next = languages[chooseLanguage(language, navigator.languages)]
  async function restart(): Promise<void> {
    const done = await about.restart()
    setError(done.ok ? null : done.error)
  }
  return (
    <Card>
      <Labelled>
        <h2>{text.language}</h2>
        <Select
          label={text.language}
          value={language}
          options={choices}
          onChange={(chosen) => {
            const choice = choices.find(({ value }) => value === chosen)
            if (choice) void settings.save({ language: choice.value })
          }}
        />
        <Hint>{text.languageText}</Hint>
      </Labelled>
      {next.tag !== appLanguage.tag && (
        <Button onClick={() => void restart()}>{text.restart}</Button>
      )}
      {error && <Problem error={error} />}
    </Card>
  )
}
