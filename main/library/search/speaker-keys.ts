import { exportMessages } from '../../../preload/export-messages'
import { rootOf, type Corrections } from '../corrections/state'

const sources: Readonly<Record<string, string>> = exportMessages.sources

/** The keys of all who are shown under this name in a meeting with these rows, and nobody else. */
export function keysShownAs(name: string, speakers: Corrections['speakers']): string[] {
  const targets = [...speakers.values()].flatMap(({ sameAs }) => sameAs ?? [])
  const keys = new Set([...Object.keys(sources), ...speakers.keys(), ...targets])
  return [...keys].filter((key) => {
    const root = rootOf(speakers, key)
    return (speakers.get(root)?.name ?? sources[root]) === name
  })
}
