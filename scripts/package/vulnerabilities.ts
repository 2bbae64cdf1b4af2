interface Advisory {
  readonly title: string
  readonly url: string
}

/** The parts of the JSON of `npm audit --json` that are read here. */
interface AuditReport {
  readonly vulnerabilities: Readonly<
    Record<
      string,
      {
        readonly name: string
        readonly severity: string
        readonly range: string
        readonly via: readonly (string | Advisory)[]
      }
    >
  >
}

/**
 * The known vulnerabilities of the shipped packages, one line each. Returns null if `report` is no
 * audit report, for example without a network.
 */
export function vulnerabilitiesOf(
  report: unknown,
  shipped: ReadonlySet<string>,
): readonly string[] | null {
  if (!isAuditReport(report)) return null
  return Object.values(report.vulnerabilities)
    .filter(({ name }) => shipped.has(name))
    .map(({ name, severity, range, via }) => {
      const reasons = via.map((each) =>
        typeof each === 'string' ? each : `${each.title} ${each.url}`,
      )
      return `${name} ${range}: ${severity}: ${reasons.join('; ')}`
    })
}

function isAuditReport(report: unknown): report is AuditReport {
  return (
    typeof report === 'object' &&
    report !== null &&
    'vulnerabilities' in report &&
    typeof report.vulnerabilities === 'object'
  )
}
