/**
 * What npm's audit report says of the packages that ship, as lines for a person.
 * @param {any} report the JSON of `npm audit --json`, or null where it was none
 * @param {ReadonlySet<string>} shipped names of packages
 * @returns {string[] | null} null where the report is no report, such as without a network
 */
export function weaknessesOf(report, shipped) {
  if (typeof report?.vulnerabilities !== 'object') return null
  return Object.values(report.vulnerabilities)
    .filter(({ name }) => shipped.has(name))
    .map(({ name, severity, range, via }) => {
      const reasons = via.map((each) =>
        typeof each === 'string' ? each : `${each.title} ${each.url}`,
      )
      return `${name} ${range}: ${severity}: ${reasons.join('; ')}`
    })
}
