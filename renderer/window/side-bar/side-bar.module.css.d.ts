// Written by npm run css-types.
declare const styles: {
  readonly 'about': string
  readonly 'bin': string
  readonly 'engine': string
  readonly 'foot': string
  readonly 'group': string
  readonly 'groupName': string
  readonly 'list': string
  readonly 'on': string
  readonly 'open': string
  readonly 'row': string
  readonly 'settings': string
  readonly 'side': string
  readonly 'tags': string
  readonly 'title': string
}
export default styles
