/** How many characters a password may have. Source: NIST SP 800-63B, length before composition rules. */
export const passwordLength = { least: 10, most: 128 } as const
