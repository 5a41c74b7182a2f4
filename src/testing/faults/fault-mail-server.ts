import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { loopbackCertificate } from '../providers/loopback-certificate.ts'

/** A mail that the stand-in took. */
export interface TakenMail {
  challengeId: string
  code: string
}

/**
 * A mail server on a bad day: it refuses for now and for good, before and after the text, is slow, and
 * cuts connections before or after it took a mail. SMTP has no reports: who got no answer never gets one.
 */
export interface FaultMailServer {
  port: number
  taken: TakenMail[]
  /** How many connections it has cut. */
  readonly cut: number
  /** From now on, takes nothing more. */
  close(): void
  stop(): Promise<void>
}

const readMail = (raw: string): TakenMail => ({
  challengeId: /^Message-ID:\s*<([^@]+)@/im.exec(raw)?.[1] ?? '',
  code: /^Subject:\s*(\d{6})/im.exec(raw)?.[1] ?? '',
})

/** What a server says to a command, as an error of smtp-server. */
const answer = (responseCode: number) => Object.assign(new Error('no'), { responseCode })

/** Starts the stand-in; `random` decides what goes wrong. */
export const startFaultMailServer = async (random: () => number): Promise<FaultMailServer> => {
  const taken: TakenMail[] = []
  const sockets = new Map<number, Socket>()
  let isClosed = false
  let count = 0
  const cut = (port: number) => {
    count += 1
    sockets.get(port)?.destroy()
  }

  const server = new SMTPServer({
    ...loopbackCertificate,
    secure: true,
    authOptional: true,
    onMailFrom(_address, session, callback) {
      if (isClosed) return callback(answer(421))
      const chance = random()
      if (chance < 0.1) return callback(answer(450))
      if (chance < 0.15) return cut(session.remotePort)
      return callback()
    },
    onRcptTo(_address, _session, callback) {
      const chance = random()
      if (chance < 0.1) return callback(answer(451))
      return chance < 0.15 ? callback(answer(550)) : callback()
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const chance = random()
        if (chance < 0.1) return callback(answer(451))
        if (chance < 0.15) return callback(answer(554))
        if (chance < 0.2) return cut(session.remotePort)
        const mail = readMail(Buffer.concat(chunks).toString())
        // Admins get mails, too, which have no code.
        if (mail.code !== '') taken.push(mail)
        if (chance < 0.3) return cut(session.remotePort)
        if (chance < 0.5) return void setTimeout(callback, random() * 1_500)
        return callback()
      })
    },
  })
  server.on('error', () => {})
  server.server.on('connection', (socket: Socket) => {
    const port = socket.remotePort ?? 0
    sockets.set(port, socket)
    socket.on('close', () => sockets.delete(port))
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    taken,
    get cut() {
      return count
    },
    close() {
      isClosed = true
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
