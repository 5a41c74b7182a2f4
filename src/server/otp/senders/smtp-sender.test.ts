import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { createSmtpMailer } from '#server/platform/mail/smtp-mailer.ts'
import type { SmtpAccount } from '#server/platform/mail/smtp-pool.ts'
import { aMessage } from '#testing/providers/a-message.ts'
import {
  strangerCertificate,
  loopbackCertificate as tls,
} from '#testing/providers/loopback-certificate.ts'
import { createSmtpSender } from './smtp-sender.ts'

// Over real SMTP, on loopback: nothing of the sender or of nodemailer is played.

const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port

/** A mail server; what it took is in `mails`. */
const startServer = async (options: SMTPServerOptions = {}) => {
  const mails: ParsedMail[] = []
  const raw: string[] = []
  const server = new SMTPServer({
    ...tls,
    authOptional: true,
    onData(stream, _session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        raw.push(Buffer.concat(chunks).toString())
        mails.push(await simpleParser(Buffer.concat(chunks)))
        callback()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  closing.push(() => new Promise((resolve) => server.close(() => resolve())))
  return { mails, raw, port: portOf(server.server) }
}

const startSender = (port: number, more: Partial<SmtpAccount> = {}) => {
  const sender = createSmtpSender({
    url: `smtp://localhost:${port}`,
    from: 'codes@sandi.example',
    certificateAuthority: tls.cert,
    timeLimit: 800,
    ...more,
  })
  closing.unshift(() => sender.close())
  return sender
}

const message = aMessage({ channel: 'email', recipient: 'receiver@example.com' })

/** What a server says to a command, as an error of smtp-server. */
const answer = (code: number) => Object.assign(new Error('no'), { responseCode: code })

describe('an Email', () => {
  it('says the code in the subject, in the text and in the HTML, and has no link', async () => {
    const { mails, port } = await startServer()
    const outcome = await startSender(port).send(message)
    expect(outcome).toEqual({
      outcome: 'accepted',
      providerMessageId: `<${message.challengeId}@sandi.example>`,
    })
    const [mail] = mails
    expect(mail?.subject).toBe('049381 is your Demo & Sons code')
    expect(mail?.from?.text).toBe('"Demo & Sons" <codes@sandi.example>')
    expect(mail?.text).toContain('049381 is your verification code from Demo & Sons.')
    expect(mail?.html).toContain('<strong>049381</strong>')
    expect(mail?.html).toContain('Demo &amp; Sons')
    expect(`${mail?.html}${mail?.text}`).not.toMatch(/https?:|href/)
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
  })

  it('goes by TLS, and not at all where the server has none', async () => {
    const secure: boolean[] = []
    const { port } = await startServer({
      onMailFrom: (_address, session, callback) => {
        secure.push(session.secure)
        callback()
      },
    })
    await startSender(port).send(message)
    expect(secure).toEqual([true])
    const plain = await startServer({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] })
    expect(await startSender(plain.port).send(message)).toMatchObject({
      outcome: 'refused',
      failure: 'provider-down',
    })
    expect(plain.mails).toEqual([])
  })

  it('goes by TLS from the start with smtps, and not to a server that nobody vouches for', async () => {
    const { port, mails } = await startServer({ secure: true })
    const url = `smtps://localhost:${port}`
    expect((await startSender(port, { url }).send(message)).outcome).toBe('accepted')
    const stranger = await startSender(port, { url, certificateAuthority: strangerCertificate })
    expect(await stranger.send(message)).toMatchObject({ outcome: 'refused' })
    expect(mails).toHaveLength(1)
  })

  it('needs the right password where the server asks for one', async () => {
    const { port } = await startServer({
      authOptional: false,
      onAuth: ({ password }, _session, callback) =>
        password === 'right' ? callback(null, { user: 'sandi' }) : callback(answer(535)),
    })
    const by = (password: string) =>
      startSender(port, { url: `smtp://sandi:${password}@localhost:${port}` }).send(message)
    expect((await by('right')).outcome).toBe('accepted')
    expect(await by('wrong')).toEqual({
      outcome: 'refused',
      failure: 'sender-unauthorised',
      providerCode: '535',
    })
  })

  it('is signed by DKIM when there is a key', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
    const dkim = {
      ...{ domainName: 'sandi.example', keySelector: 'codes' },
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    }
    const { raw, port } = await startServer()
    await startSender(port, { dkim }).send(message)
    expect(raw[0]).toMatch(/^DKIM-Signature: .*d=sandi\.example;[\s\S]*s=codes;/)
  })

  it.each([
    [421, 'provider-busy'],
    [450, 'provider-busy'],
    [452, 'provider-busy'],
    [550, 'invalid-address'],
    [551, 'invalid-address'],
  ])('whose recipient is answered with %d: %s', async (code, failure) => {
    const { port } = await startServer({
      onRcptTo: (_address, _session, callback) => callback(answer(code)),
    })
    expect(await startSender(port).send(message)).toEqual({
      outcome: 'refused',
      failure,
      providerCode: String(code),
    })
  })

  it.each([
    [451, 'provider-busy'],
    [554, 'undeliverable'],
  ])('whose text is answered with %d: %s', async (code, failure) => {
    const { port } = await startServer({
      onData: (stream, _session, callback) => {
        stream.resume()
        stream.on('end', () => callback(answer(code)))
      },
    })
    expect(await startSender(port).send(message)).toMatchObject({ outcome: 'refused', failure })
  })

  it('that a slow server has read without an answer may have gone out', async () => {
    const { port } = await startServer({
      onData: (stream, _session, callback) => {
        stream.resume()
        setTimeout(callback, 1_500)
      },
    })
    expect(await startSender(port).send(message)).toMatchObject({ outcome: 'unknown' })
  })

  it('whose connection drops after the text may have gone out, and is not sent again', async () => {
    let connections = 0
    let taken = 0
    const { port } = await startServer({
      onConnect: (_session, callback) => {
        connections += 1
        callback()
      },
      onData: (stream) => {
        stream.resume()
        stream.on('end', () => {
          taken += 1
          for (const cut of cuts) cut()
        })
      },
    })
    const cuts: (() => void)[] = []
    const proxy = await startProxy(port, cuts)
    const outcome = await startSender(proxy).send(message)
    expect(outcome).toMatchObject({ outcome: 'unknown' })
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect({ connections, taken }).toEqual({ connections: 1, taken: 1 })
  })

  it('to a server that is not there was certainly not sent', async () => {
    const server: Server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const port = portOf(server)
    server.close()
    await once(server, 'close')
    expect(await startSender(port).send(message)).toMatchObject({
      outcome: 'refused',
      failure: 'provider-down',
    })
  })

  it('of the product itself goes the same way', async () => {
    const { mails, port } = await startServer()
    const mailer = createSmtpMailer({
      ...{ url: `smtp://localhost:${port}`, from: 'sandi@sandi.example' },
      certificateAuthority: tls.cert,
    })
    await mailer.send({ to: 'billing@example.com', subject: 'OTP credit is low', text: '12 left' })
    expect(mails).toMatchObject([{ subject: 'OTP credit is low', text: '12 left\n' }])
    expect(mails[0]?.from?.text).toBe('"Sandi" <sandi@sandi.example>')
  })

  it('to a server that never greets was certainly not sent', async () => {
    const server = createServer(() => {})
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    closing.push(() => void server.close())
    expect(await startSender(portOf(server)).send(message)).toMatchObject({
      outcome: 'refused',
      failure: 'provider-down',
    })
  })
})

/** A wire to a server that can be cut. */
const startProxy = async (port: number, cuts: (() => void)[]): Promise<number> => {
  const proxy = createServer((socket) => {
    const upstream = connect(port, '127.0.0.1')
    for (const end of [socket, upstream]) end.on('error', () => {})
    socket.pipe(upstream).pipe(socket)
    cuts.push(() => {
      socket.destroy()
      upstream.destroy()
    })
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  closing.push(() => void proxy.close())
  return portOf(proxy)
}
