import { join } from 'node:path'
import { bundleBudgets, measureBundles } from '../../scripts/bundle-sizes'
import type { Figure } from './figures'
import { figure } from './figures'

/** The most that a bundle may weigh, in kB gzip, where that is a goal and not only a budget. */
const goals: Readonly<Record<string, number>> = {
  'renderer/window': 300,
  'renderer/recorder': 30,
  'renderer/captions': 70,
  'preload/bridge.cjs': 8,
}

/** The size of each bundle. */
export async function measureSize(): Promise<Figure[]> {
  const sizes = await measureBundles(join(process.env.PARLEY_APP || '.', 'dist'))
  return sizes.map(({ name, gzipKb }) =>
    figure(`Size of ${name}, gzip`, gzipKb, {
      unit: 'kB',
      target: goals[name] ?? bundleBudgets[name]?.gzip ?? null,
    }),
  )
}
