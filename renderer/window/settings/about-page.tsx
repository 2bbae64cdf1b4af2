import { useEffect, useState } from 'react'
import type { AppInfo } from '../../../preload/contract'
import { messages } from '../../../preload/messages'
import { Card } from '../components/card'
import { useParley } from '../context'
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
      <Card>
        <h2>{text.licences}</h2>
        <p className={styles['sub']}>{text.licencesText}</p>
      </Card>
    </div>
  )
}
