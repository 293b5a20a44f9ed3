/** Without a file of this name here, Next takes that of the app above, which opens its database. */
export function register() {}
