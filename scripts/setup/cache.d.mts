export function isRoot(): boolean
export function cacheDir(): Promise<string>
export function cacheFolder(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  home: string,
  root: boolean,
): string
