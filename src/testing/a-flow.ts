import { type Component, componentSchema } from '#domain/components/component-registry.ts'
import { type FlowDocument, flowDocumentSchema, type Page } from '#domain/flow/flow-schema.ts'

/** A component of a type, with usual settings but for those given. */
export const aComponent = <Type extends Component['type']>(
  type: Type,
  settings: Partial<Extract<Component, { type: Type }>> & { id: string },
): Extract<Component, { type: Type }> =>
  componentSchema.parse({ title: settings.id, ...settings, type }) as Extract<
    Component,
    { type: Type }
  >

/** A Mobile App Page with some components. */
export const aPage = (id: string, components: Component[], more: Partial<Page> = {}) => ({
  id,
  kind: 'mobile' as const,
  title: id,
  components,
  ...more,
})

/** A flow: the components of its Initial Page, then its Mobile App Pages. */
export const aFlow = (initial: Component[], ...pages: ReturnType<typeof aPage>[]): FlowDocument =>
  flowDocumentSchema.parse({
    settings: { name: 'A flow' },
    pages: [
      { id: 'initial', kind: 'initial', title: 'Initial Page', components: initial },
      ...pages,
    ],
  })

/** The smallest flow with an OTP that can be published: a phone number, then the code to it. */
export const anOtpFlow = (otp: Partial<Extract<Component, { type: 'otp' }>> = {}): FlowDocument =>
  aFlow(
    [aComponent('input', { id: 'phone', title: 'Phone', dataType: 'phoneNumber' })],
    aPage('receiver', [
      aComponent('otp', { id: 'otp', title: 'OTP', recipientField: 'phone', ...otp }),
    ]),
  )
