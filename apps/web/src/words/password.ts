/** The hub's own rule (trust.md AUTH-2), told before anything is sent. */
export const LEAST_PASSWORD = 8;

export const PASSWORD_HINT = `At least ${LEAST_PASSWORD} characters, better 15 or more. Three or four unrelated words make a good one.`;
