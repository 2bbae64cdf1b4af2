import { app } from 'electron'

/** Switches a feature of Chromium on, besides those that are. Call it before `ready`. */
export function enableFeature(name: string): void {
  const others = app.commandLine.getSwitchValue('enable-features')
  const features = [others, name].filter((each) => each !== '').join(',')
  app.commandLine.appendSwitch('enable-features', features)
}
