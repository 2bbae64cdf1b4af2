/** What people call the programs that have calls, by what their streams are called. */
const names: readonly (readonly [RegExp, string])[] = [
  [/^zoom/i, 'Zoom'],
  [/teams/i, 'Teams'],
  [/^slack/i, 'Slack'],
  [/discord/i, 'Discord'],
  [/^signal/i, 'Signal'],
  [/webex/i, 'Webex'],
  [/^skype/i, 'Skype'],
  [/^jitsi/i, 'Jitsi'],
  [/^telegram/i, 'Telegram'],
  [/^(google-)?chrome/i, 'Chrome'],
  [/^chromium/i, 'Chromium'],
  [/^firefox/i, 'Firefox'],
  [/^(msedge|microsoft-edge)/i, 'Edge'],
  [/^brave/i, 'Brave'],
]

/** The name of a program as people know it, or the one that it gives itself. */
export function knownName({ key, name }: { readonly key: string; readonly name: string }): string {
  return names.find(([pattern]) => pattern.test(key) || pattern.test(name))?.[1] ?? name
}
