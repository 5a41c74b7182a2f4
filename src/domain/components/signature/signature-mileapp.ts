import { noDefaultField } from '../mileapp-fields.ts'
import { defineMileappMapping } from '../mileapp-mapping.ts'
import type { SignatureComponent } from './signature-schema.ts'

export const signatureMileapp = defineMileappMapping<SignatureComponent>({
  component: 'signature',
  fields: [noDefaultField],
  kept: [],
})
