import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { bundleBudgets, measureBundles } from '../../scripts/bundle-sizes'
import { filesBelow } from '../e2e/recording'
import type { Figure } from './figures'
import { figure } from './figures'

/** The most that a bundle may weigh, in kB gzip, where that is a goal and not only a budget. */
const goals: Readonly<Record<string, number>> = {
  'renderer/window': 300,
  'renderer/recorder': 30,
  'renderer/captions': 70,
  'preload/bridge.cjs': 8,
}

/** What the package has beside Electron, in MB; the models of the engine are counted on their own. */
function packageSize(project: string): Figure[] {
  const resources = join(project, 'release', 'linux-unpacked', 'resources')
  // Only `npm run package` makes it.
  if (!existsSync(resources)) return []
  const models = join(resources, 'models')
  const files = filesBelow(resources)
  const mb = (some: readonly string[]) =>
    some.reduce((sum, path) => sum + statSync(path).size, 0) / 1_000_000
  const own = files.filter((path) => !path.startsWith(models))
  return [
    figure('Package over a bare Electron', mb(own), { unit: 'MB', target: 25 }),
    figure('Models in the package', mb(files) - mb(own), { unit: 'MB' }),
  ]
}

/** The size of each bundle, and of the package if there is one. */
export async function measureSize(): Promise<Figure[]> {
  const project = process.env.PARLEY_APP || '.'
  const sizes = await measureBundles(join(project, 'dist'))
  return [
    ...sizes.map(({ name, gzipKb }) =>
      figure(`Size of ${name}, gzip`, gzipKb, {
        unit: 'kB',
        target: goals[name] ?? bundleBudgets[name]?.gzip ?? null,
      }),
    ),
    ...packageSize(project),
  ]
}
