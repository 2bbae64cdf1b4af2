import { useEffect, useState } from 'react'
import type { AppInfo, Notice } from '../../../preload/contract'
import type { ErrorValue } from '../../../preload/errors'
import { messages } from '../../../preload/messages'
import { Button } from '../components/button'
import { Buttons, Card } from '../components/card'
import { useParley } from '../context'
import { Problem } from './problem'
import { UpdateCard } from './update-card'
import styles from './settings.module.css'

const text = messages.settings.about

/** What this is, and what it is made of. */
export function AboutPage() {
  const { ask } = useParley().actions
  const [info, setInfo] = useState<AppInfo | null>(null)
  useEffect(() => {
    void ask('app:info', undefined).then((answer) => {
      if (answer.ok) setInfo(answer.value)
    })
  }, [ask])
  return (
    <div className={styles['page']}>
      <div>
        <h1>{text.title}</h1>
        <p className={styles['sub']}>{text.product}</p>
      </div>
      {info && (
        <Card>
          <dl className={styles['facts']}>
            <dt>{text.version}</dt>
            <dd>{info.version}</dd>
            <dt>{text.electron}</dt>
            <dd>{info.electron}</dd>
            <dt>{text.chromium}</dt>
            <dd>{info.chromium}</dd>
            <dt>{text.platform}</dt>
            <dd>{info.platform}</dd>
          </dl>
        </Card>
      )}
      <UpdateCard />
      <Licences />
    </div>
  )
}

/** The licences of what Parley contains, each folded up. */
function Licences() {
  const { ask } = useParley().actions
  const [notices, setNotices] = useState<readonly Notice[] | null>(null)
  const [error, setError] = useState<ErrorValue | null>(null)
  async function show(): Promise<void> {
    const answer = await ask('app:notices', undefined)
    if (answer.ok) setNotices(answer.value)
    else setError(answer.error)
  }
  return (
    <Card>
      <h2>{text.licences}</h2>
      <p className={styles['sub']}>{text.licencesText}</p>
      {error && <Problem error={error} />}
      {notices === null ? (
        <Buttons>
          <Button onClick={() => void show()}>{text.showLicences}</Button>
        </Buttons>
      ) : (
        notices.map(({ name, version, licence, text: full }) => (
          <details key={`${name}@${version}`} className={styles['licence']}>
            <summary>{text.licence(name, version, licence)}</summary>
            <pre className={styles['mono']}>{full}</pre>
          </details>
        ))
      )}
    </Card>
  )
}
