import PDFDocument from 'pdfkit'
import type { Invoice } from './invoice.ts'

const margin = 56
const right = 595 - margin
const ink = '#15181e'
const muted = '#5b6472'

/** The standard fonts know Western letters only; others become question marks, not garbage. */
const toWestern = (text: string): string => text.replace(/[^\n\u0020-\u007e\u00a0-\u00ff]/g, '?')

type Document = InstanceType<typeof PDFDocument>

const writeRow = (pdf: Document, text: string, amount: string, bold = false): void => {
  const y = pdf.y
  pdf
    .font(bold ? 'Helvetica-Bold' : 'Helvetica')
    .fontSize(11)
    .fillColor(ink)
  pdf.text(toWestern(text), margin, y, { width: 320 })
  const below = pdf.y
  pdf.text(amount, margin, y, { width: right - margin, align: 'right' })
  pdf.y = below + 8
}

const writeRule = (pdf: Document): void => {
  pdf.moveTo(margin, pdf.y).lineTo(right, pdf.y).lineWidth(0.5).strokeColor('#c9ced6').stroke()
  pdf.y += 10
}

const writeFacts = (pdf: Document, facts: readonly (readonly [string, string])[]): void => {
  for (const [name, value] of facts) {
    const y = pdf.y
    pdf.font('Helvetica').fontSize(10).fillColor(muted).text(name, margin, y)
    pdf.fillColor(ink).text(toWestern(value), margin + 110, y, { width: right - margin - 110 })
    pdf.y += 4
  }
}

const write = (pdf: Document, seller: string, { lines, ...invoice }: Invoice): void => {
  pdf.font('Helvetica-Bold').fontSize(20).fillColor(ink).text('Invoice', margin, margin)
  pdf.moveDown(0.4)
  pdf.font('Helvetica').fontSize(10).fillColor(muted).text(toWestern(seller))
  pdf.moveDown(2)
  writeFacts(pdf, [
    ['Number', invoice.number],
    ['Date', invoice.date],
    ['Billed to', invoice.billedTo],
    ['Ordered by', invoice.orderedBy],
  ])
  pdf.moveDown(2)
  writeRule(pdf)
  for (const { text, amount } of lines) writeRow(pdf, text, amount)
  writeRule(pdf)
  writeRow(pdf, 'Total, paid', invoice.total, true)
}

/** Makes an invoice into one page of PDF, A4. `seller` is who sells the credit, by line. */
export const createInvoicePrinter =
  (seller: string) =>
  (invoice: Invoice): Promise<Uint8Array<ArrayBuffer>> =>
    new Promise((resolve, reject) => {
      const info = { Title: `Invoice ${invoice.number}`, Author: seller.split('\n')[0] ?? '' }
      const pdf = new PDFDocument({ size: 'A4', margin, info })
      const chunks: Uint8Array[] = []
      pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
      pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
      pdf.on('error', reject)
      write(pdf, seller, invoice)
      pdf.end()
    })
