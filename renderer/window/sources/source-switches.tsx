import { useEffect } from 'react'
import { messages } from '../../../common/text/window'
import type { Settings } from '../../../common/model'
import { Select } from '../components/select'
import { SwitchRow } from '../components/switch-row'
import { useParley } from '../context'
import { useStore } from '../../shared/store'
import { microphoneOptions, systemDefault } from './microphones'
import { everything, programOptions } from './programs'
import styles from './sources.module.css'

const text = messages.settings.audio

/** Switches for the sources, before and during a recording. */
export function SourceSwitches({ settings }: { readonly settings: Settings }) {
  const parley = useParley()
  const devices = useStore(parley.sources.devices)
  const programs = useStore(parley.sources.programs)
  const defaultOnly = useStore(parley.sources.defaultOnly)
  const { loadPrograms } = parley.sources
  const { sources, systemProgram, microphoneId } = settings
  // Main starts a process to hear them, and the first picture comes before it.
  useEffect(() => {
    const waiting = requestIdleCallback(loadPrograms)
    return () => cancelIdleCallback(waiting)
  }, [loadPrograms])
  const change = (changed: Partial<Settings['sources']>) =>
    void parley.settings.save({ sources: { ...sources, ...changed } })
  return (
    <div className={styles['sources']}>
      <SwitchRow
        label={text.microphone}
        text={text.microphoneText}
        checked={sources.microphone}
        onChange={(microphone) => change({ microphone })}
      />
      <Select
        label={text.microphone}
        className={styles['wide']}
        value={microphoneId ?? systemDefault}
        disabled={!sources.microphone}
        options={microphoneOptions(devices, microphoneId)}
        onChange={(id) => void parley.settings.save({ microphoneId: id || null })}
      />
      <SwitchRow
        label={text.system}
        text={defaultOnly ? text.systemDefaultText : text.systemText}
        checked={sources.system}
        onChange={(system) => change({ system })}
      />
      {programs && (
        <Select
          label={text.programs}
          className={styles['wide']}
          value={systemProgram ?? everything}
          disabled={!sources.system}
          options={programOptions(programs, systemProgram)}
          onOpen={loadPrograms}
          onChange={(key) => void parley.settings.save({ systemProgram: key || null })}
        />
      )}
      {!sources.microphone && !sources.system && (
        <p className={styles['nothing']} role="status">
          {text.nothing}
        </p>
      )}
    </div>
  )
}
