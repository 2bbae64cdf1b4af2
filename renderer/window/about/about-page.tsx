import { useEffect, useState } from 'react'
import type { AppInfo, Notice } from '../../../common/model'
import type { ErrorValue } from '../../../common/errors'
import { messages } from '../../../common/text/window'
import { Button } from '../components/button'
import { Buttons, Card } from '../components/card'
import { Details, Hint, Mono, Page } from '../components/form'
import { Problem } from '../components/problem'
import { useParley } from '../context'
import { UpdateCard } from '../update/update-card'
import styles from './about.module.css'

const text = messages.settings.about

/** The version, updates, and the licences of what Parley contains. */
export function AboutPage() {
  const { about } = useParley()
  const [info, setInfo] = useState<AppInfo | null>(null)
  useEffect(() => {
    void about.info().then((answer) => {
      if (answer.ok) setInfo(answer.value)
    })
  }, [about])
  return (
    <Page title={text.title} intro={text.product}>
      {info && (
        <Card>
          <Details
            rows={[
              [text.version, info.version],
              [text.electron, info.electron],
              [text.chromium, info.chromium],
              [text.platform, systems[info.platform] ?? info.platform],
            ]}
          />
        </Card>
      )}
      <UpdateCard />
      <Licences />
    </Page>
  )
}

const systems: Readonly<Record<string, string>> = {
  linux: 'Linux',
  darwin: 'macOS',
  win32: 'Windows',
}

/** Each licence is collapsed until a person opens it. */
function Licences() {
  const { about } = useParley()
  const [notices, setNotices] = useState<readonly Notice[] | null>(null)
  const [error, setError] = useState<ErrorValue | null>(null)
  async function show(): Promise<void> {
    const answer = await about.licences()
    if (answer.ok) setNotices(answer.value)
    else setError(answer.error)
  }
  return (
    <Card>
      <h2>{text.licences}</h2>
      <Hint>{text.licencesText}</Hint>
      {error && <Problem error={error} />}
      {notices === null ? (
        <Buttons>
          <Button onClick={() => void show()}>{text.showLicences}</Button>
        </Buttons>
      ) : (
        notices.map(({ name, version, licence, text: full }) => (
          <details key={`${name}@${version}`} className={styles['licence']}>
            <summary>{text.licence(name, version, licence)}</summary>
            <Mono className={styles['text']}>{full}</Mono>
          </details>
        ))
      )}
    </Card>
  )
}
