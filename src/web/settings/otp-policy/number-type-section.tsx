import { alwaysRefusedBySms, numberTypeLabels, numberTypes } from '#domain/otp/number-types.ts'
import { Table, TableHead, TableHeader, TableRow } from '#web/ui/table.tsx'
import { PolicySection, type SectionProps } from './section.tsx'
import { Tick } from './tick.tsx'

const columns = [
  ['sms', 'SMS'],
  ['whatsapp', 'WhatsApp'],
] as const

/** Which kinds of numbers get no codes, by channel. */
export const NumberTypeSection = ({ policy, change }: SectionProps) => {
  const { refusedNumberTypes } = policy
  return (
    <PolicySection
      title="Kinds of numbers refused"
      description="By the full numbering plans. Where fixed lines and mobiles share their numbers, as in the US and Canada, they are sent to."
    >
      <Table className="max-w-lg">
        <TableHead>
          <TableRow>
            <TableHeader className="pl-0">Kind</TableHeader>
            {columns.map(([channel, label]) => (
              <TableHeader key={channel} className="w-24">
                {label}
              </TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <tbody>
          {numberTypes.map((type) => (
            <TableRow key={type}>
              <th scope="row" className="h-9 py-1 pr-3 font-normal text-ink">
                {numberTypeLabels[type]}
              </th>
              {columns.map(([channel, label]) => (
                <td key={channel} className="px-3">
                  <Tick
                    label={`Refuse ${numberTypeLabels[type]} by ${label}`}
                    labelHidden
                    disabled={
                      channel === 'sms' && alwaysRefusedBySms.some((always) => always === type)
                    }
                    checked={refusedNumberTypes[channel].includes(type)}
                    onChange={(isOn) =>
                      change({
                        refusedNumberTypes: {
                          ...refusedNumberTypes,
                          [channel]: numberTypes.filter((one) =>
                            one === type ? isOn : refusedNumberTypes[channel].includes(one),
                          ),
                        },
                      })
                    }
                  />
                </td>
              ))}
            </TableRow>
          ))}
        </tbody>
      </Table>
      <p className="text-muted text-xs">
        Premium rate and shared cost are always refused by SMS: they charge whoever sends to them.
      </p>
    </PolicySection>
  )
}
