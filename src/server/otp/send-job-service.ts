/** The kind of job that brings a code to its recipient; its subject is the challenge. */
export const sendJob = 'otp.send'
