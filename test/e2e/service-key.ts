/** The key that the simulator knows. */
export const goodKey = 'e2e0good0key0a1b2c3d4e5f60718293'
