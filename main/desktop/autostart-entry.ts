/**
 * A desktop entry that starts this command when a person signs in.
 * https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html
 */
export function autostartEntry(command: readonly string[]): string {
  const exec = command.map(quoted).join(' ')
  return `[Desktop Entry]
Type=Application
Name=Parley
Exec=${exec}
Icon=parley
Terminal=false
X-GNOME-Autostart-enabled=true
`
}

/** An argument in quotes. A percent sign begins a field code, and each backslash is read twice. */
function quoted(argument: string): string {
  const escaped = argument.replace(/[\\"`$]/g, '\\$&').replace(/\\/g, '\\\\')
  return `"${escaped.replace(/%/g, '%%')}"`
}
