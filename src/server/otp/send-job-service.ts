/** The kind of job that brings a code to its recipient; its subject is the challenge. */
export const sendJob = 'otp.send'

/** The kind of job that sends by the backup channel what did not arrive; its subject is the challenge. */
export const backupJob = 'otp.backup'
