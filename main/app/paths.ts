import { join } from 'node:path'
import { app } from 'electron'
import type { PageFiles } from '../boundary'
import { modelsFolder, type Switches } from './command-line'

/** Where everything is. */
export interface Paths {
  /** This person's data: settings, library and logs. */
  readonly dataFolder: string
  readonly modelsFolder: string
  /** The catalogue of models that tests use; null for the real one. */
  readonly modelCatalogue: string | null
  /** What was built. */
  readonly dist: string
  readonly files: PageFiles
  /** The script with the texts of the pages, in the language of the app. */
  readonly textScript: string
  readonly trayIcon: string
  readonly libraryThread: string
  readonly redactionThread: string
  readonly exportThread: string
  readonly echoThread: string
  readonly calendarThread: string
  readonly engineProcess: string
  readonly soundProcess: string
  readonly soundThread: string
  readonly modelThread: string
}

export function appPaths(switches: Switches, textScript: string): Paths {
  const dataFolder = app.getPath('userData')
  const dist = join(app.getAppPath(), 'dist')
  return {
    dataFolder,
    modelsFolder: modelsFolder(switches, app.isPackaged, process.resourcesPath),
    modelCatalogue: switches.modelCatalogue,
    dist,
    files: {
      preload: join(dist, 'preload', 'bridge.cjs'),
      icon: join(dist, 'icons', 'window.png'),
      packaged: app.isPackaged,
    },
    textScript,
    trayIcon: join(dist, 'icons', 'tray.png'),
    libraryThread: join(dist, 'main', 'library-thread.cjs'),
    calendarThread: join(dist, 'main', 'calendar-thread.cjs'),
    redactionThread: join(dist, 'main', 'redaction-thread.cjs'),
    exportThread: join(dist, 'main', 'export-thread.cjs'),
    echoThread: join(dist, 'main', 'echo-thread.cjs'),
    engineProcess: join(dist, 'main', 'engine-process.cjs'),
    soundProcess: join(dist, 'main', 'sound-process.cjs'),
    soundThread: join(dist, 'main', 'sound-thread.cjs'),
    modelThread: join(dist, 'main', 'model-thread.cjs'),
  }
}
